import { z } from "zod";

import { IncidentKind, Role, Sector, Severity, Standing } from "#knowledge/incident/vocabulary";
import {
  Match,
  queryLimits,
  readQuery,
  Sort,
  type Query,
  type queryParameters,
  WrittenCompanion,
} from "#knowledge/search/query";
import { Slug } from "#knowledge/text/slug";

import { readCursor, type Cursor } from "./cursor";
import { problem } from "./problem";
import type { Problem } from "./shapes";

/** How many results an answer holds, unless `limit` says otherwise, and at most. */
export const pageSizes = { usual: 20, most: 100 } as const;

const Day = z.string().regex(/^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$/);

const many = <Value extends z.ZodType>(value: Value) => z.array(value).max(queryLimits.values);

/** The parameters of the search page (`knowledge/search/query.ts` reads them), for machines. */
const SearchParameters = {
  q: z
    .string()
    .max(queryLimits.words)
    .describe(
      'Words, "phrases" and -exclusions over title, organisation, products, summary, story, timeline, factors, claims, titles of sources, and names and aliases of its classes.',
    ),
  class: many(Slug).describe("Failure classes; `match` says how several are meant."),
  family: many(Slug).describe("Families of classes, as alternatives."),
  "not-class": many(Slug).describe("Classes that no factor may have."),
  with: many(WrittenCompanion).describe(
    "Further classes, each `slug` or `slug:role`: for each some factor has it, in that role where one is named, whatever `role`, `standing` and `match` say.",
  ),
  role: many(Role).describe("Roles that a factor may have played, as alternatives."),
  standing: many(Standing).describe("How sure the record is of a factor, as alternatives."),
  org: many(Slug).describe("Organisations, with their parts, as alternatives."),
  product: many(Slug).describe("Products, as alternatives."),
  sector: many(Sector).describe("Sectors, as alternatives."),
  severity: many(Severity).describe("Severities, as alternatives."),
  kind: many(IncidentKind).describe("Incidents, near misses, or both."),
  from: Day.describe("A year, month or day: begun then or later."),
  to: Day.describe("A year, month or day: begun then or earlier."),
  match: Match.default("all").describe(
    "`all`: for each class some fitting factor has it; `any`: for at least one; `factor`: one fitting factor has them all.",
  ),
  sort: Sort.describe("`relevance` where there are words, else `date` (newest first)."),
  page: z
    .int()
    .min(1)
    .max(queryLimits.page)
    .default(1)
    .describe("Another way to go on; a cursor is the better one, and comes before it."),
} satisfies Record<(typeof queryParameters)[number], z.ZodType>;

const PageParameters = {
  limit: z
    .int()
    .min(1)
    .max(pageSizes.most)
    .default(pageSizes.usual)
    .describe(
      `How many results an answer holds at most, up to ${pageSizes.most}; a larger one counts as the largest.`,
    ),
  cursor: z.string().describe("The value of `next` of the answer before."),
};

/** The parameters of the lists, by name, in the order in which they are described. */
export const listParameters: Readonly<Record<string, z.ZodType>> = {
  ...SearchParameters,
  ...PageParameters,
};

/** What a request for a list asks for. */
export interface ListAsked {
  readonly query: Query;
  readonly limit: number;
  /** Null: the list from `page` on. */
  readonly cursor: Cursor | null;
}

/** Reads the parameters of a list. Only a cursor that we have not written is a problem. */
export function readList(
  request: Request,
): ({ kind: "asked" } & ListAsked) | { kind: "problem"; problem: Problem } {
  const parameters = new URL(request.url).searchParams;
  const written = parameters.getAll("cursor").at(-1) ?? "";
  const cursor = written === "" ? null : readCursor(written);
  if (written !== "" && cursor === null) {
    return {
      kind: "problem",
      problem: problem(
        400,
        "This cursor is none of ours: begin without one, or use `next` as it stands.",
      ),
    };
  }
  const limit = limitOf(parameters.getAll("limit").at(-1) ?? "");
  return { kind: "asked", query: readQuery(parameters), limit, cursor };
}

function limitOf(text: string): number {
  const limit = /^[0-9]{1,9}$/.test(text) ? Number(text) : pageSizes.usual;
  return limit === 0 ? pageSizes.usual : Math.min(limit, pageSizes.most);
}
