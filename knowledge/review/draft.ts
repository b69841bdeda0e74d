import type { IncidentDocument, IncidentRecord } from "#knowledge/incident/document";
import { rowId, rowIdsOf } from "#knowledge/incident/row-id";

import { withLongTexts, withoutLongTexts } from "./long-texts";
import { presentTexts } from "./present-texts";
import type { SetAside } from "./set-aside";
import { joinStory, splitStory, type StorySection } from "./story-section";

/**
 * A document while somebody writes it: what stands in the fields as it was typed, spaces and all,
 * the story by section, and what stands in fields that cannot be read yet.
 */
export interface Draft extends Beside {
  /** Also texts that are too long for a document: these are saved beside it. */
  readonly record: IncidentRecord;
  readonly story: readonly StorySection[];
}

/** What is kept beside a document while it is written. */
export interface Beside {
  /** By place (`timeline.<id>.at`): the text as typed. The record then lacks the value. */
  readonly unfinished: Readonly<Record<string, string>>;
  /** Findings of the language check that somebody has set aside, with the reason. */
  readonly setAside: readonly SetAside[];
}

export function draftOf(
  { record, story }: IncidentDocument,
  unfinished: Readonly<Record<string, string>> = {},
  setAside: readonly SetAside[] = [],
): Draft {
  const whole = withLongTexts(record, unfinished);
  return { record: whole.record, story: splitStory(story), unfinished: whole.others, setAside };
}

/** A document as it can be saved, with all that is kept beside it. */
export interface Written extends Beside {
  readonly document: IncidentDocument;
}

/**
 * What is saved of a draft: the document, without texts that are too long for it, and beside it
 * these and what cannot be read yet. Rows without an id are not saved, nor what stands in their fields.
 */
export function writtenOf(draft: Draft): Written {
  const whole = documentOf(draft);
  const { record: short, texts } = withoutLongTexts(whole.record);
  const isWhole = short === whole.record;
  const record = isWhole ? short : settledRecord(short);
  const unfinished = { ...presentTexts(draft.unfinished, record), ...texts };
  return { document: { ...whole, record }, unfinished, setAside: draft.setAside };
}

/**
 * The document that a draft stands for, also where a text is too long for one: texts without space around them, keys without a text left
 * out, and without rows that have no id yet, nor anything that names them.
 */
export function documentOf({ record, story }: Draft): IncidentDocument {
  return { record: settledRecord(record), story: joinStory(story) };
}

function settledRecord(record: IncidentRecord): IncidentRecord {
  const settled: IncidentRecord = { ...record };
  for (const [key, value] of Object.entries(record)) {
    if (typeof value === "string") Reflect.set(settled, key, value.trim() || undefined);
  }
  const named = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ id }) => !isUnnamed(id)).map(settledRow);
  const factors = named(record.factors);
  return {
    ...settled,
    kind: record.kind,
    visibility: record.visibility,
    organization: settledWords(record.organization),
    products: settledWords(record.products),
    lessons: settledWords(record.lessons),
    impact: record.impact.map(settledRow),
    timeline: named(record.timeline),
    factors,
    changes: record.changes.map(settledRow),
    claims: named(record.claims).map((claim) => ({
      ...claim,
      positions: claim.positions.map(settledRow),
    })),
    actions: named(record.actions).map((action) => ({
      ...action,
      factors: action.factors.filter((id) => factors.some((factor) => factor.id === id)),
    })),
    questions: record.questions.map(settledRow),
    related: record.related.map(settledRow),
    sources: named(record.sources),
  };
}

/** Keys that a row must have, if only empty. */
const required: ReadonlySet<string> = new Set([
  "what",
  "value",
  "at",
  "text",
  "statement",
  "slug",
  "why",
  "title",
]);

function settledRow<Row extends object>(row: Row): Row {
  const settled = { ...row };
  for (const [key, value] of Object.entries(row)) {
    if (key === "source") Reflect.set(settled, key, withoutUnnamed(value));
    else if (typeof value === "string") {
      const text = value.trim();
      // A reason is needed of a relation, and may be absent from an action.
      const mayGo = !required.has(key) || (key === "why" && "state" in row);
      Reflect.set(settled, key, text === "" && mayGo ? undefined : text);
    }
  }
  return settled;
}

/** The sources that a row cites, or the one that a position names, as far as they have an id. */
function withoutUnnamed(source: unknown): unknown {
  if (Array.isArray(source)) return source.filter((id) => !isUnnamed(String(id)));
  return typeof source === "string" && isUnnamed(source) ? "" : source;
}

function settledWords(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ""))];
}

// No slug holds this sign, so no row of a document is called so.
const unnamed = "~";

/** Whether a row has no id of its own yet: it gets one of its first words. */
export function isUnnamed(id: string): boolean {
  return id.startsWith(unnamed);
}

/** What a new row is called until it says something. */
export function temporaryId(number: number): string {
  return `${unnamed}${number}`;
}

const namedLists = ["timeline", "factors", "claims", "actions", "sources"] as const;
export type NamedList = (typeof namedLists)[number];

/** Words after which a row is named although somebody still writes it. */
const enoughWords = 4;

/**
 * Gives rows their ids, once, of their first words. With `all` every row that says anything;
 * otherwise those that say enough already, without the word that may be half typed. Gives the draft
 * itself where there is nothing to name, and the new id of every row that was named. No id is one
 * of `used`, which rows had that may be gone by now.
 */
export function withNames(
  draft: Draft,
  all: boolean,
  used: ReadonlySet<string> = new Set(),
): { readonly draft: Draft; readonly names: ReadonlyMap<string, string> } {
  const names = new Map<string, string>();
  const rows = new Set([...rowIdsOf(draft.record), ...used]);
  const sources = new Set([...draft.record.sources.map(({ id }) => id), ...used]);
  for (const list of namedLists) {
    const taken = list === "sources" ? sources : rows;
    for (const row of draft.record[list]) {
      const wording = isUnnamed(row.id)
        ? wordingOf(draft, `${list}.${row.id}`, { row, all })
        : null;
      if (wording === null) continue;
      const id = rowId(wording, taken);
      taken.add(id);
      names.set(row.id, id);
    }
  }
  return names.size === 0 ? { draft, names } : { draft: renameRows(draft, names), names };
}

function wordingOf(
  { unfinished }: Draft,
  place: string,
  { row, all }: { row: object; all: boolean },
): string | null {
  const words = [
    ...["statement", "text", "title", "at"].map((key): unknown => Reflect.get(row, key)),
    ...Object.entries(unfinished).flatMap(([at, text]) => (at.startsWith(`${place}.`) ? text : [])),
  ].find((text): text is string => typeof text === "string" && text.trim() !== "");
  if (words === undefined) return all && saysMore(row) ? "row" : null;
  if (all) return words;
  const complete = words.match(/\S+(?=\s)/g) ?? [];
  return complete.length >= enoughWords ? complete.join(" ") : null;
}

/** Whether a row without words says something all the same: a class, a source, an address. */
function saysMore(row: object): boolean {
  const url: unknown = Reflect.get(row, "url");
  const lists = Object.values(row).filter((value) => Array.isArray(value));
  return lists.some(({ length }) => length > 0) || (typeof url === "string" && url !== "");
}

/** The draft with other ids for some of its rows, wherever these are named; itself where it has none of them. */
export function renameRows(draft: Draft, names: ReadonlyMap<string, string>): Draft {
  const isConcerned = namedLists.some((list) => draft.record[list].some(({ id }) => names.has(id)));
  if (!isConcerned) return draft;
  const { record, story, unfinished, setAside } = draft;
  const rename = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, id: names.get(row.id) ?? row.id }));
  // A row and a source may be called alike; what a source is called once, it stays.
  const ofSource = (id: string) => (isUnnamed(id) ? (names.get(id) ?? id) : id);
  const citing = <Row extends { readonly source: readonly string[] }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, source: row.source.map(ofSource) }));
  return {
    record: {
      ...record,
      impact: citing(record.impact),
      timeline: citing(rename(record.timeline)),
      factors: citing(rename(record.factors)),
      changes: citing(record.changes),
      claims: rename(record.claims).map((claim) => ({
        ...claim,
        positions: claim.positions.map((one) => ({ ...one, source: ofSource(one.source) })),
      })),
      actions: rename(record.actions).map((action) => ({
        ...action,
        factors: action.factors.map((id) => names.get(id) ?? id),
      })),
      sources: record.sources.map((source) => ({ ...source, id: ofSource(source.id) })),
    },
    story: story.map((section) => withAnchorsRenamed(section, names)),
    unfinished: Object.fromEntries(
      Object.entries(unfinished).map(([place, text]) => [placeRenamed(place, names), text]),
    ),
    setAside: setAside.map((one) => ({ ...one, place: placeRenamed(one.place, names) })),
  };
}

const anchors = /(?<=#(?:factor|event|claim|action)-)[a-z0-9]+(?:-[a-z0-9]+)*/g;

/** A section whose links within the page lead to rows by their present ids. */
function withAnchorsRenamed(
  section: StorySection,
  names: ReadonlyMap<string, string>,
): StorySection {
  const body = section.body.replace(anchors, (id) => names.get(id) ?? id);
  return body === section.body ? section : { ...section, body };
}

/** The place of a row that has another id now. */
export function placeRenamed(place: string, names: ReadonlyMap<string, string>): string {
  const [list, id = "", ...rest] = place.split(".");
  const now = list === "sources" && !isUnnamed(id) ? undefined : names.get(id);
  return now === undefined ? place : [list, now, ...rest].join(".");
}

/** Whether rows wait for words by which they could be named; until then they are not saved. */
export function hasUnnamed(draft: Draft): boolean {
  return namedLists.some((list) =>
    draft.record[list].some(
      (row) =>
        isUnnamed(row.id) && wordingOf(draft, `${list}.${row.id}`, { row, all: true }) !== null,
    ),
  );
}

/** Ids of rows that are not named yet. */
export function unnamedIds({ record }: Draft): Set<string> {
  const ids = namedLists.flatMap((list) => record[list].map(({ id }) => id));
  return new Set(ids.filter(isUnnamed));
}
