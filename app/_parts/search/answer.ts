import "./without-eval";
import { z } from "zod";

import { IncidentKind, Role, Severity, Standing } from "#knowledge/incident/vocabulary";

import { ComesWithRows } from "./comes-with-rows";

/**
 * What a search page shows, as plain data: the server makes it, the page and its island draw it, and
 * `/search/answer` hands it to the island as JSON.
 */

const Named = z.object({ slug: z.string(), name: z.string() });

/** Address parameters as `writeQuery` writes them. */
const Parameters = z.record(z.string(), z.array(z.string()).readonly());
export type Parameters = z.infer<typeof Parameters>;

const Piece = z.object({ text: z.string(), isMatch: z.boolean() });
export type Piece = z.infer<typeof Piece>;

const AnswerFactor = z.object({
  id: z.string(),
  role: Role,
  standing: Standing,
  classes: z.array(Named),
  pieces: z.array(Piece),
});
export type AnswerFactor = z.infer<typeof AnswerFactor>;

const AnswerResult = z.object({
  slug: z.string(),
  title: z.string(),
  severity: Severity,
  kind: IncidentKind,
  started: z.string(),
  organizations: z.array(Named),
  /** How long it lasted, in words, where the results are in that order and it is known. */
  duration: z.string().nullable(),
  /** The beginning of the summary. */
  summary: z.string(),
  /** The factors that match, in their order. */
  factors: z.array(AnswerFactor),
  /** Words that were asked for and that it does not hold. */
  lacks: z.array(z.string()),
  /** Where no factor matches, what it says with the words; null if only names hold them. */
  passage: z.array(Piece).nullable(),
  /** Where there is neither, the classes whose names or aliases hold a word. */
  named: z.array(Named.extend({ alias: z.string().nullable() })),
});
export type AnswerResult = z.infer<typeof AnswerResult>;

/** The filters that stand beside the results as lists to choose from, in the order of the page. */
export const ListedFilter = z.enum([
  "role",
  "class",
  "org",
  "severity",
  "standing",
  "sector",
  "product",
  "kind",
]);
export type ListedFilter = z.infer<typeof ListedFilter>;

const Facet = z.object({
  filter: ListedFilter,
  options: z.array(
    z.object({
      value: z.string(),
      name: z.string(),
      /** How many incidents one gets by choosing it. */
      count: z.number(),
      /** Under which heading it stands among many; of classes, the family. */
      group: z.string().optional(),
    }),
  ),
  /** How many values there are beyond these. */
  left: z.number(),
});
export type Facet = z.infer<typeof Facet>;

/** One thing that a query asks for, and the parameters of the query without it. */
const Condition = z.object({
  /** What kind of thing it is: "Role", "Words". */
  label: z.string(),
  /** What it asks for, in words that stand by themselves: "as amplifier". */
  words: z.string(),
  /** For a role, which; it is drawn with its mark. */
  role: Role.optional(),
  without: Parameters,
});
export type Condition = z.infer<typeof Condition>;

const Notes = z.object({
  /** Well-formed slugs that name nothing, and the query with each of the nearest instead. */
  unknown: z.array(
    z.object({
      what: z.string(),
      slug: z.string(),
      near: z.array(z.object({ name: z.string(), parameters: Parameters })),
    }),
  ),
  /** Words that occur nowhere, with the spellings that stand in for them; none if there are none. */
  nowhere: z.array(z.object({ word: z.string(), spellings: z.array(z.string()) })),
  /** Words that say too little to be searched by. */
  tooCommon: z.array(z.string()),
});
export type Notes = z.infer<typeof Notes>;

const AnswerYear = z.object({
  year: z.number(),
  incidents: z.number(),
  /** How many one gets with it as `to` alone. */
  upTo: z.number(),
});
export type AnswerYear = z.infer<typeof AnswerYear>;

export const SearchAnswer = z.object({
  /** The query in its one form; what was typed may hold filters, which then stand beside the words. */
  parameters: Parameters,
  total: z.number(),
  pages: z.number(),
  results: z.array(AnswerResult),
  /** What the query asks for besides words. */
  filters: z.array(Condition),
  facets: z.array(Facet),
  /** Years with incidents, oldest first. */
  years: z.array(AnswerYear),
  notes: Notes,
  /** Where nothing is found: single conditions, with how many incidents there are without each. */
  ways: z.array(Condition.extend({ incidents: z.number() })),
  /** What occurs more often here than elsewhere; null where there is nothing to compare. */
  comesWith: ComesWithRows.nullable(),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
