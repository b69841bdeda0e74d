import { createHash } from "node:crypto";

import { execute, inTransaction } from "#knowledge/database/query";
import type { IncidentDocument } from "#knowledge/incident/document";
import { createDocuments, publishImported } from "#knowledge/library/document-import.store";
import { projectDocuments } from "#knowledge/library/projecting";
import { readContent } from "#knowledge/library/read-content";
import { slugOf } from "#knowledge/text/slug-of";
import { contentFolder } from "#server/project";

import { chanceFrom, type Chance } from "../chance";
import { recombined, type Donor } from "../generated-document";
import { madeUpWord, rareWord, sentenceOfOwnNames } from "./long-tail";

/** Documents per transaction. */
const batch = 500;

/** Organisations besides those that ship; a few have many incidents, most have few. */
const organizations = 3_000;

interface Filling {
  /** How many incidents to add, counted from `from`. */
  readonly from: number;
  readonly count: number;
  readonly seed: number;
  readonly say: (line: string) => void;
  /** Ends it between two transactions; it then rejects. */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Adds generated incidents to a library that has the shipped content, past parsing and rendering,
 * which have a benchmark of their own. Rows are recombined from those that people wrote, so classes,
 * roles and what comes with what are as frequent as there; names and words of its own make the
 * vocabulary of each incident as long-tailed as prose is.
 */
export async function fillLibrary({ from, count, seed, say, stop }: Filling): Promise<void> {
  const read = await readContent(contentFolder);
  if (read.kind === "faulty") throw new Error(`content: ${read.faults[0]?.message}`);
  const { content } = read;
  const donors: Donor[] = content.incidents.map(({ slug, document }) => ({ slug, document }));
  const classes = content.families.flatMap((family) => family.classes.map(({ slug }) => slug));
  const incidents = donors.map(({ slug }) => slug);
  await makeOrganizations();
  for (let begin = from; begin < from + count; begin += batch) {
    stop?.throwIfAborted();
    const size = Math.min(batch, from + count - begin);
    const made = Array.from({ length: size }, (_, at) => {
      const chance = chanceFrom(seed * 1_000_003 + begin + at);
      const document = ofItsOwn(recombined({ donors, incidents, classes, chance }), chance);
      return { slug: `generated-${begin + at}`, document };
    });
    await publish(made);
    if ((begin + size) % 10_000 === 0) say(`${begin + size} incidents`);
  }
  // Of a million incidents this takes longer than a statement of a page may.
  await inTransaction((connection) => execute("ANALYZE", [], connection), 0);
}

function ofItsOwn({ record, story }: IncidentDocument, chance: Chance): IncidentDocument {
  const name =
    chance.below(4) === 0 ? record.organization : [organizationName(zipf(chance, organizations))];
  const sentences = Array.from({ length: 6 }, () => sentenceOfOwnNames(chance));
  return {
    record: {
      ...record,
      title: `${record.title} at ${rareWord(chance)}`,
      organization: name,
      products: [...record.products, `${rareWord(chance)} ${chance.below(9)}`],
      summary: `${record.summary} ${sentences.slice(0, 2).join(" ")}`,
      factors: record.factors.map((factor) => ({
        ...factor,
        detail: `${factor.detail ?? ""} ${sentenceOfOwnNames(chance)}`.trim(),
      })),
      claims: [],
      related: [],
    },
    story: `${story}\n${sentences.slice(2).join("\n\n")}\n`,
  };
}

function zipf(chance: Chance, limit: number): number {
  return Math.floor(limit ** (chance.below(1_000_000) / 1_000_000)) - 1;
}

function organizationName(number: number): string {
  return `${madeUpWord(number * 7)} ${["Systems", "Bank", "Cloud", "Air", "Media"][number % 5]} ${number}`;
}

/** The slugs of those generated organisations that have the most incidents, the first most of all. */
export function frequentOrganizations(count: number): string[] {
  return Array.from({ length: count }, (_, number) => slugOf(organizationName(number)));
}

async function makeOrganizations(): Promise<void> {
  const names = Array.from({ length: organizations }, (_, number) => organizationName(number));
  await execute(
    `INSERT INTO "Organization" ("slug", "name", "aka") SELECT r."slug", r."name", '{}'
     FROM unnest($1::text[], $2::text[]) AS r("slug", "name") ON CONFLICT DO NOTHING`,
    [names.map((name) => slugOf(name)), names],
  );
}

async function publish(
  made: readonly { slug: string; document: IncidentDocument }[],
): Promise<void> {
  await inTransaction(async (connection) => {
    await createDocuments(
      connection,
      made.map(({ slug }) => slug),
    );
    const stored = await publishImported(
      connection,
      made.map(({ slug, document }) => ({
        slug,
        from: slug,
        hash: createHash("sha256").update(slug).digest("hex"),
        source: "",
        story: { html: `<p>${document.story}</p>`, headings: [], version: 1 },
        formerly: [],
        visibility: "public" as const,
      })),
    );
    const read = new Map(made.map(({ slug, document }) => [slug, { source: "", document }]));
    await projectDocuments(connection, stored, read);
  }, 0);
}
