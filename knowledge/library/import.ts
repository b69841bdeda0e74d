import { createHash } from "node:crypto";

import type { ClientBase } from "pg";

import { settleNames } from "#knowledge/incident/projection.store";
import type { Fault } from "#knowledge/text/fault";
import { writeSearchNames } from "#knowledge/search/search-name.store";
import { createRenderer } from "#knowledge/text/renderer";
import { RENDERER_VERSION } from "#knowledge/text/story-answer";

import { readContentFolder } from "./content-folder";
import {
  createDocuments,
  lockLibrary,
  mergeDocument,
  publishImported,
  rememberHashes,
  renameDocument,
  slugsLeadingElsewhere,
  type ImportedDocument,
  type Stored,
} from "./document-import.store";
import {
  announceTags,
  keepFiles,
  lastImport,
  recordImport,
  type ContentHashes,
} from "./import-record.store";
import { lostReferences } from "./lost-references";
import { importPictures } from "./picture-import";
import { countSteps, planInWords, type Step } from "./plan";
import {
  projectDocuments,
  projectEverything,
  removeEverything,
  removeWithdrawn,
  PROJECTION_VERSION,
} from "./projecting";
import { filesOf, readContent, type Content, type IncidentFile } from "./read-content";
import { renderPatterns, renderStories, type Rendered } from "./rendering";
import {
  slugsTaken,
  writeFoundations,
  writeShelves,
  type ShelfContent,
} from "./shelf-import.store";
import { settledPlan } from "./settled-plan";
import { renderStaleStories } from "./stale-stories";
import { inTransaction } from "./transaction.store";

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
  const unknown = [...theirs].filter(
    (slug) => !content.incidents.some((file) => file.slug === slug),
  );
  if (unknown.length > 0) return { kind: "faulty", faults: unknown.map(noSuchFile) };

  const renderer = createRenderer();
  try {
    return await inTransaction(async (connection): Promise<ImportOutcome> => {
      await lockLibrary(connection);
      const steps = await settledPlan(connection, content.incidents, theirs);
      options.say(planInWords(steps));
      if (options.planOnly) return { kind: "planned", steps };

      const rendered = await renderAll(renderer, content, steps, options.say);
      if (rendered.kind === "faulty") return rendered;
      const hashes = hashesOf(content.files);
      const shelvesChanged = (await lastImport(connection))?.shelvesHash !== hashes.shelvesHash;
      const merged = steps.flatMap((step) => (step.kind === "merge" ? [step.slug] : []));
      const faults = [
        ...(await takenSlugs(connection, content, rendered)),
        ...(shelvesChanged
          ? await lostReferences(connection, content, replacedBy(rendered, merged))
          : []),
      ];
      if (faults.length > 0) return { kind: "faulty", faults };

      const { folder, say } = options;
      await apply(connection, { folder, content, rendered, steps, shelvesChanged, say });
      await recordImport(connection, hashes, countSteps(steps));
      return { kind: "applied", steps };
    }, 0);
  } finally {
    await renderer.close();
  }
}

function noSuchFile(slug: string): Fault {
  return { file: "content/incidents", line: 1, message: `There is no file ${slug}.md to take.` };
}

// Only what was imported whole is recorded, so files with the same hash need not be read again.
async function isUnchanged(folder: string): Promise<boolean> {
  const { faults, ...found } = await readContentFolder(folder);
  if (faults.length > 0) return false;
  const last = await inTransaction((connection) => lastImport(connection));
  return last?.contentHash === hashesOf(filesOf(found)).contentHash;
}

type HashedFiles = readonly { readonly name: string; readonly hash: string }[];

/** Hashes over what an import looks at, so that what has not changed costs no further work. */
function hashesOf(files: HashedFiles): ContentHashes {
  const over = (some: HashedFiles) => {
    const hash = createHash("sha256").update(
      `renderer ${RENDERER_VERSION}\nprojection ${PROJECTION_VERSION}\n`,
    );
    for (const file of some) hash.update(`${file.name} ${file.hash}\n`);
    return hash.digest("hex");
  };
  return { contentHash: over(files), shelvesHash: over(files.filter(isBeside)) };
}

function isBeside({ name }: { name: string }): boolean {
  return !name.startsWith("incidents/");
}

function replacedBy({ documents }: RenderedContent, merged: readonly string[]): Set<string> {
  return new Set([...documents.map(({ from }) => from), ...merged]);
}

/** Slugs that files claim and that mean something else in the database. */
async function takenSlugs(
  connection: ClientBase,
  content: Content,
  { documents, shelves }: RenderedContent,
): Promise<Fault[]> {
  const fileOf = new Map(content.incidents.map(({ slug, file }) => [slug, file]));
  const wanted = documents.flatMap(({ slug, from, formerly }) =>
    [slug, ...formerly].map((one) => ({ slug: one, from, file: fileOf.get(slug) ?? slug })),
  );
  const leading = await slugsLeadingElsewhere(connection, wanted);
  const elsewhere = leading.map(({ slug, leadsTo }) => ({
    file: wanted.find((one) => one.slug === slug)?.file ?? slug,
    line: 1,
    message: `The slug "${slug}" leads to ${leadsTo} here, for ever; expected one that is free.`,
  }));
  const taken = (await slugsTaken(connection, shelves)).map((slug) => ({
    file: "content",
    line: 1,
    message: `The slug "${slug}" already names an incident here; give this one another.`,
  }));
  return [...elsewhere, ...taken];
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

interface Work {
  readonly folder: string;
  readonly content: Content;
  readonly rendered: RenderedContent;
  readonly steps: readonly Step[];
  /** The files beside the incidents are others than at the last import. */
  readonly shelvesChanged: boolean;
  readonly say: (line: string) => void;
}

async function apply(connection: ClientBase, work: Work): Promise<void> {
  const { content, rendered, steps, shelvesChanged, say } = work;
  const { documents, shelves } = rendered;
  const read = new Map(content.incidents.map((file) => [file.slug, file]));
  await renderStaleStories(connection, say);
  if (shelvesChanged) {
    // What incidents lean on is written anew, so what leans on it steps aside; readers see neither
    // until the transaction ends.
    await removeEverything(connection);
    await writeFoundations(connection, shelves);
  }
  await writeDocuments(connection, documents, async (stored) => {
    if (!shelvesChanged) await projectDocuments(connection, stored, read);
  });
  await importPictures(connection, work);
  for (const step of steps) {
    if (step.kind === "merge") await mergeDocument(connection, step.slug, step.into);
  }
  await rememberHashes(
    connection,
    content.incidents.map(({ slug, hash }) => ({ slug, hash })),
  );
  if (shelvesChanged) {
    await projectEverything(connection, read);
    await writeShelves(connection, shelves);
    await keepFiles(connection, content.beside);
  }
  await removeWithdrawn(connection);
  await settleNames(connection);
  await writeSearchNames(connection);
  await announceTags(connection, ["*"]);
}

async function writeDocuments(
  connection: ClientBase,
  documents: readonly ImportedDocument[],
  then: (stored: Stored[]) => Promise<void>,
): Promise<void> {
  for (const { from, slug } of documents) {
    if (from !== slug) await renameDocument(connection, from, slug);
  }
  await createDocuments(
    connection,
    documents.map(({ slug }) => slug),
  );
  for (let begin = 0; begin < documents.length; begin += batch) {
    await then(await publishImported(connection, documents.slice(begin, begin + batch)));
  }
}
