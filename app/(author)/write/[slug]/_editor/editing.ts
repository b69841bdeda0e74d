"use client";

import { createContext, useContext, useSyncExternalStore } from "react";

import type { IncidentRecord } from "#knowledge/incident/document";
import type { KnownOrganization } from "#knowledge/incident/organization-meant";
import type { Draft } from "#knowledge/review/draft";
import { renumberedTexts } from "#knowledge/review/present-texts";
import { withBody } from "#knowledge/review/story-section";
import type { Template } from "#knowledge/review/template";

import type { DraftStore } from "./draft-store";
import type { LanguageStore } from "./language-store";
import type { PicturesOnTheirWay } from "./pictures-on-their-way";
import type { RowAddresses } from "./row-addresses";
import type { ListKey } from "./row-shape";
import type { Saver } from "./saver";
import type { ProgressWatch } from "./progress-watch";
import type { ZoneReadings } from "./zone-readings";
import type { NamedPeople } from "#app/_parts/named-people";

/** A failure class as the editor offers it. */
export interface OfferedClass {
  readonly slug: string;
  readonly name: string;
  readonly aka: readonly string[];
  readonly means: string;
  /** Classes that are taken for it, nearest first. */
  readonly near: readonly string[];
}

/** What the parts of the editor share. */
export interface Editing {
  readonly store: DraftStore;
  readonly saver: Saver;
  readonly progress: ProgressWatch;
  /** Times that named no zone, and in which they were read. */
  readonly zones: ZoneReadings;
  readonly language: LanguageStore;
  readonly addresses: RowAddresses;
  /** Who is who: names that were pasted, and their parts. */
  readonly people: NamedPeople;
  readonly pictures: PicturesOnTheirWay;
  /** Names of its authors, as the page shows them. */
  readonly authors: readonly string[];
  readonly template: Template;
  readonly classes: readonly OfferedClass[];
  /** Names of organisations as documents use them, with those that lead to them. */
  readonly organizations: readonly KnownOrganization[];
}

const Shared = createContext<Editing | null>(null);

export const EditingProvider = Shared.Provider;

export function useEditing(): Editing {
  const editing = useContext(Shared);
  if (!editing) throw new Error("a part of the editor stands outside of it");
  return editing;
}

/** A part of the draft; what shows it is drawn anew only when that part changes. */
export function useDraft<Part>(part: (draft: Draft) => Part): Part {
  const { store } = useEditing();
  const read = () => part(store.draft);
  return useSyncExternalStore(store.subscribe, read, read);
}

/** A row of a list, whatever its keys. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of a list, as they are. */
export function rowsOf(record: IncidentRecord, list: ListKey): readonly Row[] {
  return record[list];
}

/** The draft with other rows in a list. */
export function withRows(draft: Draft, list: ListKey, rows: readonly Row[]): Draft {
  return withKey(draft, list, rows);
}

/** The draft with a row in a list, before the one that stands at a place of it. */
export function withRowAdded(draft: Draft, list: ListKey, { row, at }: { row: Row; at: number }) {
  const next = withRows(draft, list, rowsOf(draft.record, list).toSpliced(at, 0, row));
  return withNumbers(next, list, (nth) => nth + Number(nth >= at));
}

/** The draft without the row at a place of a list. */
export function withoutRow(draft: Draft, list: ListKey, at: number): Draft {
  const next = withRows(draft, list, rowsOf(draft.record, list).toSpliced(at, 1));
  return withNumbers(next, list, behind(at));
}

/** The draft with two rows of a list in each other's place; itself where one of them is not there. */
export function withRowsSwapped(draft: Draft, list: ListKey, [at, to]: [number, number]): Draft {
  const rows = rowsOf(draft.record, list);
  const [row, other] = [rows[at], rows[to]];
  if (!row || !other) return draft;
  const next = withRows(draft, list, rows.with(at, other).with(to, row));
  return withNumbers(next, list, (nth) => (nth === at ? to : nth === to ? at : nth));
}

/** The draft in which what stands in fields that are known by a number goes with its row. */
export function withNumbers(draft: Draft, list: string, to: (at: number) => number | null): Draft {
  // An id may look like a number.
  if (knownById.has(list) || Object.keys(draft.unfinished).length === 0) return draft;
  return { ...draft, unfinished: renumberedTexts(draft.unfinished, list, to) };
}

const knownById: ReadonlySet<string> = new Set(["timeline", "factors", "actions", "sources"]);

/** Where rows stand after one of them went. */
export function behind(gone: number): (at: number) => number | null {
  return (at) => (at === gone ? null : at - Number(at > gone));
}

/** The draft with another value under a key of the record. */
export function withKey(draft: Draft, key: keyof IncidentRecord, value: unknown): Draft {
  if (draft.record[key] === value) return draft;
  const record = { ...draft.record };
  Reflect.set(record, key, value);
  return { ...draft, record };
}

/** The draft with another text in a section of its story; itself where it says that already. */
export function withStoryBody(draft: Draft, at: number, body: string): Draft {
  const before = draft.story[at];
  const after = before && withBody(before, body);
  // An editor that takes over what was undone tells of it as if it were typed.
  return after && after !== before ? { ...draft, story: draft.story.with(at, after) } : draft;
}

/** The draft with another text for a field that cannot be read yet; without one, it can. */
export function withUnfinished(draft: Draft, place: string, text: string | null): Draft {
  if ((draft.unfinished[place] ?? null) === text) return draft;
  const { [place]: _, ...others } = draft.unfinished;
  return { ...draft, unfinished: text === null ? others : { ...others, [place]: text } };
}
