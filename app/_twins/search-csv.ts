import { absolute, paths } from "#app/paths";
import { atOneLook } from "#knowledge/search/block-version.store";
import {
  asksForFactors,
  countFactorsFound,
  documentsInOrder,
  factorsFound,
  findEverything,
  linesInOrder,
  type EverythingFound,
} from "#knowledge/search/everything-found";
import { writeQuery, type Query } from "#knowledge/search/query";
import { slugOf } from "#knowledge/text/slug-of";

import { csv } from "./csv";

/** Most rows of a file, and most incidents whose factors are looked at for one. */
export const mostRows = 10_000;

/** How many incidents are read at a time. */
const stretch = 1_000;

/** A file to be saved. */
export interface Table {
  readonly text: string;
  /** Says what is in it: `hindsight-incidents-cloudflare.csv`. */
  readonly fileName: string;
  /** The number of rows after which it was cut; null where it is whole. */
  readonly cutAfter: number | null;
}

type Cells = (string | number)[];

const incidentColumns: Cells = [
  "slug",
  "title",
  "organizations",
  "started",
  "severity",
  "kind",
  "matching factors",
  "address",
];

/** The incidents that a query finds, each with the number of its factors that match. */
export function incidentTable(query: Query): Promise<Table> {
  return atOneLook(() => tableOfIncidents(query));
}

async function tableOfIncidents(query: Query): Promise<Table> {
  const found = await findEverything(query);
  const [ids, counts] = await Promise.all([
    documentsInOrder(found, { limit: mostRows, offset: 0 }),
    countFactorsFound(found),
  ]);
  const rows: Cells[] = [];
  for (const part of inStretches(ids)) {
    for (const { documentId, line } of await linesInOrder(part)) {
      rows.push([
        line.slug,
        line.title,
        line.organizations.map(({ name }) => name).join("; "),
        line.started,
        line.severity,
        line.kind,
        counts.of(documentId),
        absolute(paths.incident(line.slug)),
      ]);
    }
  }
  return {
    text: csv([incidentColumns, ...rows]),
    fileName: fileNameOf("incidents", query),
    cutAfter: found.total > ids.length ? rows.length : null,
  };
}

const factorColumns: Cells = [
  "slug",
  "title",
  "number",
  "role",
  "standing",
  "classes",
  "statement",
  "address",
];

/** The factors that match a query, incident by incident in its order. */
export function factorTable(query: Query): Promise<Table> {
  return atOneLook(() => tableOfFactors(query));
}

async function tableOfFactors(query: Query): Promise<Table> {
  const found = await findEverything(query);
  const { rows, isCut } = asksForFactors(found)
    ? await factorRows(found)
    : { rows: [], isCut: false };
  return {
    text: csv([factorColumns, ...rows]),
    fileName: fileNameOf("factors", query),
    cutAfter: isCut ? rows.length : null,
  };
}

async function factorRows(found: EverythingFound): Promise<{ rows: Cells[]; isCut: boolean }> {
  const ids = await documentsInOrder(found, { limit: mostRows, offset: 0 });
  const rows: Cells[] = [];
  for (const part of inStretches(ids)) {
    const [lines, factors] = await Promise.all([linesInOrder(part), factorsFound(found, part)]);
    for (const { documentId, line } of lines) {
      for (const factor of factors.get(documentId) ?? []) {
        rows.push([
          line.slug,
          line.title,
          factor.position + 1,
          factor.role,
          factor.standing,
          factor.classes.map(({ slug }) => slug).join(" "),
          factor.statement,
          absolute(paths.incidentFactor(line.slug, factor.id)),
        ]);
      }
    }
    if (rows.length > mostRows) return { rows: rows.slice(0, mostRows), isCut: true };
  }
  return { rows, isCut: found.total > ids.length };
}

function inStretches(ids: readonly number[]): number[][] {
  const count = Math.ceil(ids.length / stretch);
  return Array.from({ length: count }, (_, at) => ids.slice(at * stretch, (at + 1) * stretch));
}

/** How much of a query stands in a file's name. */
const nameSize = { words: 8, characters: 60 } as const;

function fileNameOf(what: "incidents" | "factors", query: Query): string {
  const { sort: _sort, page: _page, match: _match, ...asked } = writeQuery(query);
  const words = Object.values(asked).flat().join(" ");
  // A query of signs alone has no words that a name could hold.
  const named = /[a-z0-9]/i.test(words) ? `-${slugOf(words, new Set(), nameSize)}` : "";
  return `hindsight-${what}${named}.csv`;
}
