import * as z from "zod";

import type { IncidentRecord } from "#knowledge/incident/document";
import { documentOf, draftOf, type Draft } from "#knowledge/review/draft";
import { mergeDocuments } from "#knowledge/review/merge/merge-documents";

// Fetched only where something was left behind: reading it takes the schemas, and merging.

const Section = z.object({
  heading: z.string().nullable(),
  head: z.string(),
  body: z.string(),
  tail: z.string(),
});

// Fields hold what was typed, which need not be well formed yet.
const LooseRecord = z.custom<IncidentRecord>(
  (value) => typeof value === "object" && value !== null && "timeline" in value,
);

const Copy = z.object({
  key: z.string(),
  review: z.string(),
  account: z.string(),
  at: z.number(),
  draft: z.object({
    record: LooseRecord,
    story: z.array(Section),
    unfinished: z.record(z.string(), z.string()),
    setAside: z
      .array(
        z.object({
          place: z.string(),
          rule: z.string(),
          text: z.string(),
          reason: z.string(),
        }),
      )
      .default([]),
  }),
  base: z.object({
    version: z.number(),
    revision: z.number(),
    savedAt: z.date(),
    document: z.object({ record: LooseRecord, story: z.string() }),
  }),
});

/** What this browser keeps of a review until the server has it. */
export type BrowserCopy = z.infer<typeof Copy>;

/** The copies among what was kept; what another version of this program kept may be something else. */
export function readCopies(kept: readonly unknown[]): BrowserCopy[] {
  return kept.flatMap((one) => {
    const read = Copy.safeParse(one);
    return read.success ? [read.data] : [];
  });
}

/** A copy on top of what the server has, merged where both went on; null where it says no more. */
export function onTop(copy: BrowserCopy, present: Draft): Draft | null {
  const draft: Draft = copy.draft;
  const ours = documentOf(draft);
  const theirs = documentOf(present);
  if (JSON.stringify(theirs) === JSON.stringify(documentOf(draftOf(copy.base.document)))) {
    return draft;
  }
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return null;
  const { document } = mergeDocuments({ base: copy.base.document, ours, theirs });
  const unfinished = { ...present.unfinished, ...draft.unfinished };
  return draftOf(document, unfinished, [...present.setAside, ...draft.setAside]);
}
