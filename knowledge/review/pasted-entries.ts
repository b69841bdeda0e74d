import type { IncidentRecord } from "#knowledge/incident/document";
import { limits } from "#knowledge/incident/limits";
import { readMoment } from "#knowledge/incident/moment";

import type { Draft } from "./draft";
import type { PastedRow } from "./post-mortem/pasted-rows";

type Entry = IncidentRecord["timeline"][number];

/**
 * The draft with entries of the timeline that were pasted, in their order, behind the entry at
 * `position`, or in its place where that one is still empty; at the end without one. A time that
 * could not be read stands in its field as it was pasted. `newId` names a row that has no id yet;
 * `from` is where the first of them stands, and `ids` has the id of each row's first entry.
 */
export function withPastedEntries(
  draft: Draft,
  pasted: readonly PastedRow[],
  { position, newId }: { position: number | null; newId: () => string },
): { draft: Draft; from: number; ids: readonly string[] } {
  const { timeline } = draft.record;
  const unfinished = { ...draft.unfinished };
  const ids: string[] = [];
  const entries = pasted.flatMap(({ at, typed, text, kind }): Entry[] => {
    const moment = at !== null && readMoment(at) !== null ? at : "";
    const [first = "", ...rest] = pieces(text);
    const id = newId();
    ids.push(id);
    if (moment === "" && typed !== "") unfinished[`timeline.${id}.at`] = typed;
    const more = rest.map((piece) => ({ ...empty, id: newId(), kind, text: piece }));
    return [{ ...empty, id, at: moment, kind, text: first }, ...more];
  });
  const here = position === null ? undefined : timeline[position];
  const isReplaced = here !== undefined && isEmpty(here, draft);
  const from = position === null ? timeline.length : position + (isReplaced ? 0 : 1);
  const record = {
    ...draft.record,
    timeline: timeline.toSpliced(from, Number(isReplaced), ...entries),
  };
  return { draft: { ...draft, record, unfinished }, from, ids };
}

const empty = { at: "", source: [] } satisfies Partial<Entry>;

function isEmpty({ id, at, text, belief }: Entry, { unfinished }: Draft): boolean {
  return (
    [at, text, belief ?? ""].every((words) => words.trim() === "") &&
    unfinished[`timeline.${id}.at`] === undefined
  );
}

/** A text that is longer than an entry may be goes on in the next one. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (let rest = text; rest !== "";) {
    const end = rest.length <= limits.text ? rest.length : breakBefore(rest, limits.text);
    found.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return found;
}

/** Where a text can be parted: behind a word, and never within a character. */
function breakBefore(text: string, most: number): number {
  const space = text.lastIndexOf(" ", most);
  if (space > 0) return space;
  return /[\uD800-\uDBFF]/.test(text[most - 1] ?? "") ? most - 1 : most;
}
