import { incoherences } from "#knowledge/incident/coherence";
import { WholeRecord, type IncidentDocument } from "#knowledge/incident/document";
import { story as storyStep } from "#knowledge/text/fault";

import type { Conflict, RowConflict, TextConflict, ValueConflict } from "./conflict";
import { isGroup, isListOfTexts, isSame } from "./equality";
import { pick } from "./field";
import type { Kept } from "./passage";
import { changedAt, type Change } from "./place";

/** Whose version of a conflict shall stand. Both can stand only where they are texts. */
export type Choice = Kept;

/**
 * The document with a conflict of its merging settled by a choice. Nothing else changes, whatever
 * was settled before, but that what named a removed row no longer does. The document comes back as
 * it was when it says so already, when the place says something else by now, and when the choice
 * would leave it less well formed than it is: a source that a sentence still cites cannot go.
 *
 * To take back a choice, settle the merged document anew.
 */
export function settle(
  document: IncidentDocument,
  conflict: Conflict,
  choice: Choice,
): IncidentDocument {
  if (choice === conflict.kept) return document;
  const settled = settledAs(document, conflict, choice);
  return settled && isNoWorse(settled, document) ? settled : document;
}

/** The choices that `settle` can follow, what stands now first. */
export function choicesFor(document: IncidentDocument, conflict: Conflict): Choice[] {
  const others: Choice[] = ["theirs", "ours", "both"];
  return [
    conflict.kept,
    ...others.filter(
      (choice) => choice !== conflict.kept && settle(document, conflict, choice) !== document,
    ),
  ];
}

function settledAs(
  document: IncidentDocument,
  conflict: Conflict,
  choice: Choice,
): IncidentDocument | null {
  if (conflict.kind === "text") return withText(document, conflict, conflict[choice]);
  if (choice === "both") return null;
  switch (conflict.kind) {
    case "value":
      return withValues(document, conflict, choice);
    case "row":
      return conflict[choice] === null ? withoutRow(document, conflict) : null;
    case "document":
      return conflict[choice];
  }
}

function withText(
  document: IncidentDocument,
  conflict: TextConflict,
  text: string,
): IncidentDocument | null {
  const { record, story } = document;
  if (conflict.path[0] === storyStep) {
    const replaced = replacedIn(story, conflict, text);
    return replaced === null ? null : { record, story: replaced };
  }
  return withRecord(document, conflict, (value) => {
    const replaced = typeof value === "string" ? replacedIn(value, conflict, text) : null;
    // A field without a word is none.
    return replaced === null ? null : { value: replaced.trim() || undefined };
  });
}

function withValues(
  document: IncidentDocument,
  conflict: ValueConflict,
  choice: "ours" | "theirs",
): IncidentDocument | null {
  const { keys, kept } = conflict;
  const standing = kept === "both" ? {} : conflict[kept];
  return withRecord(document, conflict, (value) => {
    if (!isGroup(value) || !isSame(pick(keys, value), standing)) return null;
    const others = Object.entries(value).filter(([key]) => !keys.includes(key));
    return { value: { ...Object.fromEntries(others), ...conflict[choice] } };
  });
}

function withoutRow(document: IncidentDocument, conflict: RowConflict): IncidentDocument | null {
  const row = conflict.ours ?? conflict.theirs;
  const hasId = conflict.id !== null && conflict.path.length === 2;
  const without = withRecord(document, conflict, (value) =>
    hasId || isSame(value, row) ? { value: undefined } : null,
  );
  const [list] = conflict.path;
  if (!without || conflict.id === null) return without;
  if (list === "factors") return withoutNames(without, ["factors"], conflict.id);
  return list === "sources" ? withoutNames(without, ["source"], conflict.id) : without;
}

/** The document in which no list under such a key names the id. */
function withoutNames(
  { record, story }: IncidentDocument,
  keys: readonly string[],
  id: string,
): IncidentDocument | null {
  const inValue = (value: unknown, key: string): unknown => {
    if (keys.includes(key) && isListOfTexts(value)) return value.filter((name) => name !== id);
    if (Array.isArray(value)) return value.map((item: unknown) => inValue(item, ""));
    if (!isGroup(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, inValue(one, name)]),
    );
  };
  const read = WholeRecord.safeParse(inValue(record, ""));
  return read.success ? { record: read.data, story } : null;
}

function withRecord(
  { record, story }: IncidentDocument,
  { path, id }: Conflict,
  change: Change,
): IncidentDocument | null {
  const changed = changedAt(record, { path, id }, change);
  const read = WholeRecord.safeParse(changed?.value);
  return read.success ? { record: read.data, story } : null;
}

function isNoWorse(settled: IncidentDocument, before: IncidentDocument): boolean {
  return incoherences(settled).length <= incoherences(before).length;
}

/** The text with what was kept of a conflict replaced; null where it no longer stands there. */
function replacedIn(
  text: string,
  { ours, theirs, both, kept, before, after }: TextConflict,
  replacement: string,
): string | null {
  const standing = { ours, theirs, both }[kept];
  const at = placeIn(text, standing, { before, after });
  if (at === null) return null;
  const head = text.slice(0, at);
  const tail = text.slice(at + standing.length);
  // The space on one side of what goes is the space on the other side too.
  const isGap = replacement === "" && /(?:^|\s)$/.test(head) && /^\s/.test(tail);
  return head + replacement + (isGap ? tail.slice(1) : tail);
}

const mostPlaces = 1_000;

/** Where a passage stands: of several places the one with the surroundings it had. */
function placeIn(
  text: string,
  passage: string,
  { before, after }: { before: string; after: string },
): number | null {
  let best: { at: number; likeness: number } | null = null;
  let at = text.indexOf(passage);
  for (let nth = 0; at !== -1 && nth < mostPlaces; nth += 1) {
    const end = at + passage.length;
    const likeness =
      sharedEnd(text.slice(Math.max(0, at - before.length), at), before) +
      sharedStart(text.slice(end, end + after.length), after);
    if (best === null || likeness > best.likeness) best = { at, likeness };
    at = text.indexOf(passage, at + 1);
  }
  return best?.at ?? null;
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}
