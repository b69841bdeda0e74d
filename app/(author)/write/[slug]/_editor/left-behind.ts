import * as z from "zod";

import type { IncidentRecord } from "#knowledge/incident/document";
import { documentOf, draftOf, type Draft } from "#knowledge/review/draft";
import { SetAside } from "#knowledge/review/set-aside";

import { mergeDrafts, type MergedDraft } from "./merging";

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

const beside = {
  unfinished: z.record(z.string(), z.string()).default({}),
  setAside: z.array(SetAside).readonly().default([]),
};

const Copy = z.object({
  key: z.string(),
  review: z.string(),
  account: z.string(),
  at: z.number(),
  draft: z.object({
    record: LooseRecord,
    story: z.array(Section),
    ...beside,
  }),
  base: z.object({
    version: z.number(),
    revision: z.number(),
    savedAt: z.date(),
    document: z.object({ record: LooseRecord, story: z.string() }),
    ...beside,
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
export function onTop({ draft, base }: BrowserCopy, present: Draft): MergedDraft | null {
  const { unfinished, setAside } = present;
  const theirs = { document: documentOf(present), unfinished, setAside };
  const { document } = theirs;
  if (JSON.stringify(document) === JSON.stringify(documentOf(draftOf(base.document)))) {
    return { draft, conflicts: [] };
  }
  const isKnown = JSON.stringify(draft.unfinished) === JSON.stringify(unfinished);
  if (isKnown && JSON.stringify(documentOf(draft)) === JSON.stringify(document)) return null;
  return mergeDrafts(base, draft, theirs);
}
