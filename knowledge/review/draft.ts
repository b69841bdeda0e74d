import type { IncidentDocument, IncidentRecord } from "#knowledge/incident/document";
import { namedLists } from "#knowledge/incident/row-id";
import { readZone, type Zone } from "#knowledge/incident/written-zone";

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
  /** The zone of times that name none, as an author wrote it; null where nobody has chosen one. */
  readonly zone: string | null;
}

/** The zone of times that name none; null where nobody has chosen one. */
export function chosenZone({ zone }: Pick<Beside, "zone">): Zone | null {
  return zone === null ? null : (readZone(zone)?.zone ?? null);
}

export function draftOf(
  { record, story }: IncidentDocument,
  unfinished: Readonly<Record<string, string>> = {},
  setAside: readonly SetAside[] = [],
  zone: string | null = null,
): Draft {
  const whole = withLongTexts(record, unfinished);
  return {
    record: whole.record,
    story: splitStory(story),
    unfinished: whole.others,
    setAside,
    zone,
  };
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
  const { document, unfinished, ...beside } = partedDraft(draft);
  return { document, unfinished: presentTexts(unfinished, document.record), ...beside };
}

/** A draft as a document that can be saved, and all that stands beside it, also in rows without an id. */
export function partedDraft(draft: Draft): Written {
  const whole = documentOf(draft);
  const { record: short, texts } = withoutLongTexts(whole.record);
  const record = short === whole.record ? short : settledRecord(short);
  const { unfinished, setAside, zone } = draft;
  return {
    document: { ...whole, record },
    unfinished: { ...unfinished, ...texts },
    setAside,
    zone,
  };
}

/**
 * The document that a draft stands for, also where a text is too long for one: texts without space
 * around them, keys without a text left out, and without rows that have no id yet, nor anything that
 * names them.
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

export type NamedList = (typeof namedLists)[number];

/** Ids of rows that are not named yet. */
export function unnamedIds({ record }: Draft): Set<string> {
  const ids = namedLists.flatMap((list) => record[list].map(({ id }) => id));
  return new Set(ids.filter(isUnnamed));
}
