import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { ClientBase } from "pg";

import { inTransaction } from "./transaction.store";
import { removeUnusedProducts } from "#knowledge/incident/projection.store";
import type { Fault } from "#knowledge/text/fault";
import { createRenderer } from "#knowledge/text/renderer";
import { RENDERER_VERSION } from "#knowledge/text/story-answer";

import {
  announceTags,
  createDocuments,
  heldDocuments,
  keepFiles,
  lastImport,
  publishImported,
  recordImport,
  rememberHashes,
  renameDocument,
  type ContentHashes,
  type ImportedDocument,
} from "./document-import.store";
import { readContentFolder } from "./content-folder";
import { countSteps, planImport, planInWords, type Step } from "./plan";
import { projectDocuments, projectEverything } from "./projecting";
import { readContent, type Content, type IncidentFile } from "./read-content";
import { renderPatterns, renderStories, type Rendered } from "./rendering";
import {
  slugsTaken,
  writeFoundations,
  writeShelves,
  type ShelfContent,
} from "./shelf-import.store";

export interface ImportOptions {
  /** The folder that holds `incidents/`, `taxonomy.yaml` and the rest. */
  readonly folder: string;
  /** Slugs of documents for which the file wins a conflict. */
  readonly theirs?: readonly string[];
  /** Show the plan and stop. */
  readonly planOnly?: boolean;
  /** Hears the plan before it is applied, and progress of long steps. */
  readonly say: (line: string) => void;
}

export type ImportOutcome =
  | { readonly kind: "applied"; readonly steps: readonly Step[] }
  | { readonly kind: "planned"; readonly steps: readonly Step[] }
  /** The content is what was last imported; nothing was looked at further. */
  | { readonly kind: "same" }
  /** One fault anywhere: nothing was applied. */
  | { readonly kind: "faulty"; readonly faults: readonly Fault[] };

/**
 * Brings the database to what the files in `folder` say, in one transaction: all of it or nothing.
 * What was published here since the last import stays and is listed (DESIGN, "Import").
 */
export async function importContent(options: ImportOptions): Promise<ImportOutcome> {
  const theirs = new Set(options.theirs ?? []);
  if (theirs.size === 0 && !options.planOnly && (await isUnchanged(options.folder))) {
    return { kind: "same" };
  }
  const read = await readContent(options.folder);
  if (read.kind === "faulty") return read;
  const { content } = read;
  const hashes = hashesOf(content.files);

  const renderer = createRenderer();
  try {
    return await inTransaction(async (connection): Promise<ImportOutcome> => {
      const held = await heldDocuments(connection);
      const last = await lastImport(connection);
      const incoming = content.incidents.map(({ slug, hash, document }) => ({
        slug,
        hash,
        formerly: document.record.formerly,
      }));
      const steps = planImport(held, incoming, theirs);
      options.say(planInWords(steps));
      if (options.planOnly) return { kind: "planned", steps };

      const rendered = await renderAll(renderer, content, steps, options.say);
      if (rendered.kind === "faulty") return rendered;
      const taken = await slugsTaken(connection, rendered.shelves);
      if (taken.length > 0) return { kind: "faulty", faults: taken.map(takenFault) };

      const shelvesChanged = last?.shelvesHash !== hashes.shelvesHash;
      await apply(connection, content, rendered, shelvesChanged);
      await keepFiles(connection, await filesBeside(options.folder, content));
      await recordImport(connection, hashes, countSteps(steps));
      return { kind: "applied", steps };
    }, 0);
  } finally {
    await renderer.close();
  }
}

// Only what was imported whole is recorded, so files with the same hash need not be read again.
async function isUnchanged(folder: string): Promise<boolean> {
  const { files, faults } = await readContentFolder(folder);
  if (faults.length > 0) return false;
  const last = await inTransaction((connection) => lastImport(connection));
  return last?.contentHash === hashesOf(files).contentHash;
}

type HashedFiles = readonly { readonly name: string; readonly hash: string }[];

/** Hashes over what an import looks at, so that what has not changed costs no further work. */
function hashesOf(files: HashedFiles): ContentHashes {
  const over = (some: HashedFiles) => {
    const hash = createHash("sha256").update(`renderer ${RENDERER_VERSION}\n`);
    for (const file of some) hash.update(`${file.name} ${file.hash}\n`);
    return hash.digest("hex");
  };
  return { contentHash: over(files), shelvesHash: over(files.filter(isBeside)) };
}

function isBeside({ name }: { name: string }): boolean {
  return !name.startsWith("incidents/");
}

async function filesBeside(folder: string, content: Content) {
  return Promise.all(
    content.files.filter(isBeside).map(async ({ name }) => ({
      name,
      source: await readFile(join(folder, name), "utf8"),
    })),
  );
}

function takenFault(slug: string): Fault {
  return {
    file: "content",
    line: 1,
    message: `The slug "${slug}" already names an incident here; give this one another.`,
  };
}

interface RenderedContent {
  readonly kind: "rendered";
  readonly documents: readonly ImportedDocument[];
  readonly shelves: ShelfContent;
}

/** Renders what the plan will store; a story that is refused is a fault of its file. */
async function renderAll(
  renderer: ReturnType<typeof createRenderer>,
  content: Content,
  steps: readonly Step[],
  say: (line: string) => void,
): Promise<RenderedContent | { kind: "faulty"; faults: Fault[] }> {
  const stored = new Map(
    steps.flatMap((step) =>
      step.kind === "create"
        ? [[step.slug, step.slug] as const]
        : step.kind === "update"
          ? [[step.slug, step.from] as const]
          : [],
    ),
  );
  const files = content.incidents.filter(({ slug }) => stored.has(slug));
  const stories = await renderStories(renderer, files, say);
  const patterns = await renderPatterns(renderer, content.patterns);
  const faults = [...stories.faults, ...patterns.faults];
  if (faults.length > 0) return { kind: "faulty", faults };
  return {
    kind: "rendered",
    documents: stories.rendered.map((one) => importedDocument(one, stored)),
    shelves: { ...content, patterns: patterns.rendered },
  };
}

function importedDocument(
  { file, story }: Rendered<IncidentFile>,
  stored: ReadonlyMap<string, string>,
): ImportedDocument {
  return {
    slug: file.slug,
    from: stored.get(file.slug) ?? file.slug,
    hash: file.hash,
    source: file.source,
    story,
    formerly: file.document.record.formerly,
    visibility: file.document.record.visibility,
  };
}

/** Documents per statement: large enough to be quick, small enough not to hold a whole library as text. */
const batch = 250;

async function apply(
  connection: ClientBase,
  content: Content,
  { documents, shelves }: RenderedContent,
  shelvesChanged: boolean,
): Promise<void> {
  await writeFoundations(connection, shelves);
  for (const { from, slug } of documents) {
    if (from !== slug) await renameDocument(connection, from, slug);
  }
  await createDocuments(
    connection,
    documents.map(({ slug }) => slug),
  );
  const read = new Map(content.incidents.map((file) => [file.slug, file]));
  for (let begin = 0; begin < documents.length; begin += batch) {
    const stored = await publishImported(connection, documents.slice(begin, begin + batch));
    if (!shelvesChanged) await projectDocuments(connection, stored, read);
  }
  await rememberHashes(
    connection,
    content.incidents.map(({ slug, hash }) => ({ slug, hash })),
  );
  // Names and aliases of classes and organisations are part of what a search looks at, so a change
  // to those files touches every incident.
  if (shelvesChanged) await projectEverything(connection, read);
  await removeUnusedProducts(connection);
  await writeShelves(connection, shelves);
  await announceTags(connection, ["*"]);
}
