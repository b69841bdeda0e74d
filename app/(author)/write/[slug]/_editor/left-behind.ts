import * as z from "zod";

import type { IncidentRecord } from "#knowledge/incident/document";
import {
  documentOf,
  temporaryId,
  unnamedIds,
  type Draft,
  type Written,
} from "#knowledge/review/draft";
import { hasUnnamed } from "#knowledge/review/row-names";
import { renameRows, renamesOf } from "#knowledge/review/renaming";
import { isSame } from "#knowledge/review/merge/equality";
import { SetAside } from "#knowledge/review/set-aside";

import { mergeDrafts, withBegun, type MergedDraft } from "./merging";

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
  zone: z.string().nullable().default(null),
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

/**
 * A copy on top of what the server has, merged with it, where no row gets an id of `used`; null where
 * it says no more.
 */
export function onTop(
  { draft, base }: BrowserCopy,
  present: Draft,
  used: ReadonlySet<string>,
): MergedDraft | null {
  const ours = withOtherIds(draft, unnamedIds(present));
  const { unfinished, setAside, zone } = present;
  const theirs = { document: documentOf(present), unfinished, setAside, zone };
  const merged = mergeDrafts(base, ours, theirs, used);
  if (merged.conflicts.length === 0 && !hasUnnamed(ours) && isWritten(merged.draft, theirs)) {
    return null;
  }
  // What is begun in the page is in no document either.
  return { ...merged, draft: withBegun(merged.draft, present) };
}

/** The draft with ids for its nameless rows that no other nameless row has. */
function withOtherIds(draft: Draft, taken: ReadonlySet<string>): Draft {
  const own = unnamedIds(draft);
  const free = Array.from({ length: taken.size + 2 * own.size }, (_, at) => temporaryId(at + 1));
  const fresh = free.filter((id) => !taken.has(id) && !own.has(id));
  const clashing = [...own].filter((id) => taken.has(id));
  return renameRows(draft, renamesOf(new Map(clashing.map((id, at) => [id, fresh[at] ?? id]))));
}

function isWritten(draft: Draft, { document, unfinished, setAside, zone }: Written): boolean {
  return (
    isSame(documentOf(draft), document) &&
    isSame(draft.unfinished, unfinished) &&
    isSame(draft.setAside, setAside) &&
    draft.zone === zone
  );
}
