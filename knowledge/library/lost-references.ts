import type { ClientBase } from "pg";

import { organizationsBeside, organizationsFile } from "#knowledge/incident/organization";
import { organizationsOfPublications } from "#knowledge/incident/organization.store";
import { readDocument } from "#knowledge/incident/read-document";
import type { Fault } from "#knowledge/text/fault";

import { publishedSources } from "./document-import.store";
import type { Content } from "./read-content";

const batch = 250;

/**
 * Classes and organisations that a document here still names and the files have no more. Documents
 * that files bring have been checked with the files; this looks at the others, whose file is gone or
 * that were published here. `replaced`: slugs of those that the import is about to replace.
 */
export async function lostReferences(
  connection: ClientBase,
  content: Content,
  replaced: ReadonlySet<string>,
): Promise<Fault[]> {
  const classes = new Set(
    content.families.flatMap((family) => family.classes.map(({ slug }) => slug)),
  );
  const beside = organizationsBeside(
    await organizationsOfPublications(connection),
    content.organizations,
  );
  const organizations = new Set([...content.organizations, ...beside].map(({ name }) => name));
  const files = new Map(content.incidents.map(({ slug, source }) => [slug, source]));
  const faults: Fault[] = [];
  for (let after = 0; ;) {
    const documents = await publishedSources(connection, after, batch);
    for (const { slug, source } of documents) {
      if (replaced.has(slug) || files.get(slug) === source) continue;
      const read = readDocument(source, `the published document ${slug}`);
      if (read.kind === "faulty") faults.push(...read.faults);
      else faults.push(...lostIn(slug, read, classes, organizations));
    }
    const last = documents.at(-1);
    if (!last) return faults;
    after = last.documentId;
  }
}

type Read = Extract<ReturnType<typeof readDocument>, { kind: "read" }>;

function lostIn(
  slug: string,
  { document: { record }, lineOf }: Read,
  classes: ReadonlySet<string>,
  organizations: ReadonlySet<string>,
): Fault[] {
  const file = `the published document ${slug}`;
  const lost = (line: number, what: string, where: string): Fault => ({
    file,
    line,
    message: `It names ${what}, which ${where} does not have: add it there under that name, or change the document first.`,
  });
  return [
    ...record.organization
      .filter((name) => !organizations.has(name))
      .map((name) =>
        lost(lineOf(["organization"]), `the organisation "${name}"`, organizationsFile),
      ),
    ...record.factors.flatMap((factor, at) =>
      factor.classes
        .filter((one) => !classes.has(one))
        .map((one) =>
          lost(lineOf(["factors", at, "classes"]), `the class "${one}"`, "taxonomy.yaml"),
        ),
    ),
  ];
}
