import { z } from "zod";

import { IncidentRecord } from "#knowledge/incident/document";
import { Role, Sector, Severity, Standing } from "#knowledge/incident/vocabulary";
import { levels } from "#knowledge/language/finding";
import { languageSections } from "#knowledge/language/section";
import { Slug } from "#knowledge/text/slug";

/** What the API answers. The handlers are typed by these schemas, and its description is made from them. */

const Moment = z
  .string()
  .describe(
    "A time in UTC, as precise as the sources were: `2009`, `2024-02`, `2024-02-01`, `2024-02-01T04:09Z`, `about …`, `before …`, `after …`, or `…/…` for between.",
  );

const Organization = z
  .union([z.string(), z.array(z.string())])
  .describe("The organisation's name; a list of names where there are several.");

const Next = z
  .string()
  .nullable()
  .describe("The value for `cursor` that gives what follows; null at the end.");

const Total = z.int().min(0).describe("How many incidents the query finds.");

const Position = z.int().min(1).describe("The factor's position in its incident, counted from 1.");

/** For each value of a filter, the incidents that one gets by choosing it. */
const Counts = z.record(z.string(), z.int().min(1));

/** A list of slugs, for what may be any number of them. */
const Slugs = z.array(Slug);

export const SearchResult = z.strictObject({
  slug: Slug,
  title: z.string(),
  organization: Organization,
  started: Moment,
  severity: Severity,
  factors: z
    .array(z.strictObject({ number: Position, statement: z.string(), role: Role, classes: Slugs }))
    .describe("The factors that match the query, in their order."),
});
export type SearchResult = z.infer<typeof SearchResult>;

const Facets = z
  .strictObject({
    class: Counts,
    role: z.partialRecord(Role, z.int().min(1)),
    standing: z.partialRecord(Standing, z.int().min(1)),
    org: Counts,
    product: Counts,
    sector: z.partialRecord(Sector, z.int().min(1)),
    severity: z.partialRecord(Severity, z.int().min(1)),
    year: z.record(z.string().regex(/^[0-9]{1,4}$/), z.int().min(1)),
  })
  .describe(
    "For each filter and each of its values the number of incidents that one gets by choosing it; values that would find nothing are left out.",
  );

export const SearchAnswer = z.strictObject({
  total: Total,
  results: z.array(SearchResult),
  facets: Facets,
  next: Next,
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export const IncidentsAnswer = z.strictObject({
  total: Total,
  results: z.array(
    z.strictObject({
      slug: Slug,
      title: z.string(),
      organization: Organization,
      started: Moment,
      severity: Severity,
      kind: z.enum(["incident", "near-miss"]),
      summary: z.string(),
      recorded: z.string().describe("The day on which it entered the knowledge base."),
    }),
  ),
  next: Next,
});
export type IncidentsAnswer = z.infer<typeof IncidentsAnswer>;

export const FactorsAnswer = z.strictObject({
  incidents: Total,
  results: z.array(
    z.strictObject({
      incident: Slug,
      number: Position,
      id: Slug.describe(
        "Unique in the incident, and kept once published; its anchor is `#factor-<id>`.",
      ),
      role: Role,
      standing: Standing,
      classes: Slugs,
      statement: z.string(),
      detail: z.string().nullable().describe("How it worked; null where nothing is said."),
    }),
  ),
  next: Next,
});
export type FactorsAnswer = z.infer<typeof FactorsAnswer>;

export const ClassesAnswer = z.strictObject({
  families: z.array(
    z.strictObject({
      slug: Slug,
      name: z.string(),
      classes: z.array(
        z.strictObject({
          slug: Slug,
          name: z.string(),
          means: z.string(),
          not: z.string().describe("What it is not, and which class that would be."),
          aka: z.array(z.string()).describe("Other names by which it is known."),
          incidents: z.int().min(0).describe("How many incidents name it."),
        }),
      ),
    }),
  ),
});
export type ClassesAnswer = z.infer<typeof ClassesAnswer>;

export const IncidentAnswer = IncidentRecord.extend({
  slug: Slug,
  story: z.string().describe("Markdown (GFM), in which `[[slug]]` is a link and `[^id]` cites."),
});

export const LanguageQuestion = z
  .object({
    text: z.string().describe("Markdown (GFM), 100 kB of UTF-8 at most."),
    section: z
      .enum(languageSections)
      .default("story")
      .describe("What kind of text it is; in a story the headings say which section is meant."),
  })
  .describe("What is sent to be judged.");

export const LanguageAnswer = z.strictObject({
  findings: z
    .array(
      z.strictObject({
        start: z.int().min(0).describe("Where the words begin, as a UTF-16 offset in the text."),
        end: z.int().min(0).describe("Where they end."),
        text: z.string().describe("The words as they stand."),
        rule: z.string().describe("The rule that points them out."),
        level: z.enum(levels).describe("How sure the rule is that they assign blame."),
        reason: z.string().describe("Why, in a sentence or two."),
        suggestions: z
          .array(z.string())
          .describe(
            "Two rephrasings, or ways to rephrase; `…` stands for what only the author knows.",
          ),
      }),
    )
    .describe("In the order of the text; none overlaps another."),
});
export type LanguageAnswer = z.infer<typeof LanguageAnswer>;

export const Problem = z
  .strictObject({
    type: z.string().describe("`about:blank`: there is no more to know than the status says."),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().describe("What is wrong, in a sentence."),
  })
  .describe("A problem as in RFC 9457.");
export type Problem = z.infer<typeof Problem>;
