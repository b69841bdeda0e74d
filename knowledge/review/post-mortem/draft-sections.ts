import type { IncidentRecord } from "#knowledge/incident/document";
import { limits } from "#knowledge/incident/limits";

import type { Canonical } from "./canonical-heading";
import type { DraftLines } from "./draft-lines";
import type { MappedPart } from "./draft-report";
import { dropHead } from "./draft-table-head";
import { isRecordText, recordItems, recordText } from "./draft-text";
import type { LabelledParagraph } from "./draft-labelled";
import { tableAt } from "./markdown-table";
import { plainWords } from "./plain-words";
import type { PostMortem, ReadSection } from "./post-mortem";
import { saysNothing } from "./says-nothing";
import { sourceLines, type SourceLine } from "./source-line";

type Texts = Partial<
  Pick<IncidentRecord, "summary" | "detection" | "impact" | "lessons" | "questions">
>;

/**
 * What sections and labelled paragraphs say that the record has a place for; each such place is
 * filled once.
 */
export function draftSections(
  { sections, lines }: PostMortem,
  account: DraftLines,
  paragraphs: readonly LabelledParagraph[],
): Texts {
  const source = sourceLines(lines.join("\n"));
  const texts: Texts = {};
  const pieces = sections.flatMap((section) => piecesOf(section, paragraphs));
  const places = [...pieces, ...paragraphs].toSorted((a, b) => a.line - b.line);
  for (const place of places) {
    const isFree = source
      .slice(place.from, place.to)
      .every(({ kind }, at) => kind !== "text" || account.isFree(place.from + at));
    if (isFree) fill(place, { body: bodyOf(place, source), texts, account });
    const candidate = place.canonical === null ? undefined : candidates[place.canonical];
    const hasText = account.isFree(place.line) && account.hasText(place.from, place.to);
    if (candidate && hasText) {
      const { heading, line, to } = place;
      account.pointAsCandidate({ what: heading, from: line, until: to, ...candidate }, line);
    }
  }
  return texts;
}

/** What stands below lessons around that which is told apart; such pieces have no heading to drop. */
function piecesOf(
  section: ReadSection,
  paragraphs: readonly LabelledParagraph[],
): readonly ReadSection[] {
  const apart = paragraphs.filter(({ from, to }) => from >= section.from && to <= section.to);
  if (section.canonical !== "lessons" || apart.length === 0) return [section];
  const ends = [...apart.map(({ from }) => from), section.to];
  return ends.flatMap((to, index) => {
    const from = apart[index - 1]?.to ?? section.from;
    return from < to ? [{ ...section, line: from, from, to }] : [];
  });
}

/** The lines of a place; the name of a labelled paragraph is taken off its first. */
function bodyOf(
  place: ReadSection | LabelledParagraph,
  source: readonly SourceLine[],
): readonly SourceLine[] {
  const body = source.slice(place.from, place.to);
  const [first, ...rest] = body;
  return "value" in place && first ? [{ ...first, text: place.value }, ...rest] : body;
}

const factorNote =
  "It may tell of several factors. It stays in the text until you have written them.";

/** What only a person can take apart: where it may go, and why it has not gone there. */
const candidates: Partial<Record<Canonical, Pick<MappedPart, "to" | "note">>> = {
  "root-cause": { to: "factors", note: factorNote },
  factors: { to: "factors", note: factorNote },
  "went-well": {
    to: "what held",
    note: "It may tell of safeguards, which “What held” lists. It stays in the text until you have written them.",
  },
  luck: {
    to: "what held",
    note: "It may tell of safeguards that were luck, which “What held” lists and marks. It stays in the text until you have written them.",
  },
};

interface Filling {
  readonly body: readonly SourceLine[];
  readonly texts: Texts;
  readonly account: DraftLines;
}

/** Takes a section over; its heading says no more than the key that it has become. */
function fill(section: ReadSection, filling: Filling): void {
  const found = textsOf(section, filling);
  const [key] = Object.keys(found);
  if (key === undefined) return;
  Object.assign(filling.texts, found);
  for (let at = section.line; at < section.from; at++) {
    filling.account.drop(at, `What stood below this heading is the record's ${key} now.`);
  }
}

const fillers: Partial<Record<Canonical, (section: ReadSection, filling: Filling) => Texts>> = {
  summary: (section, filling) => wholeText(section, "summary", filling),
  detection: (section, filling) => wholeText(section, "detection", filling),
  impact: impactText,
  lessons: lessonTexts,
  questions: questionTexts,
};

function textsOf(section: ReadSection, filling: Filling): Texts {
  const filler = section.canonical === null ? undefined : fillers[section.canonical];
  return filler ? filler(section, filling) : {};
}

function partOf({ heading, from, to }: ReadSection, key: string): MappedPart {
  return { what: heading, to: key, from, until: to };
}

function wholeText(
  section: ReadSection,
  key: "summary" | "detection",
  { body, texts, account }: Filling,
): Texts {
  const text = texts[key] === undefined ? recordText(body, limits.longText) : null;
  if (text === null) return {};
  account.take(partOf(section, key));
  return { [key]: text };
}

function impactText(section: ReadSection, { body, texts, account }: Filling): Texts {
  const impact = texts.impact === undefined ? impactRows(section, body) : null;
  if (!impact) return {};
  const start = body.findIndex(({ kind }) => kind !== "blank");
  const table = start === -1 ? null : tableAt(body, start, body.length);
  if (table) dropHead({ ...table, from: section.from + start }, account);
  account.take(partOf(section, "impact"), "guessed");
  return { impact };
}

/** Rows of one list that a record may have. */
const mostRows = 1_000;

function lessonTexts(section: ReadSection, { body, texts, account }: Filling): Texts {
  const items = recordItems(body, limits.longText) ?? [];
  if (items.every(saysNothing)) return {};
  const lessons = [...(texts.lessons ?? []), ...items];
  if (lessons.length > mostRows) return {};
  account.take(partOf(section, "lessons"));
  return { lessons };
}

function questionTexts(section: ReadSection, { body, texts, account }: Filling): Texts {
  const items = recordItems(body, limits.text) ?? [];
  if (items.every(saysNothing) || items.length > mostRows || texts.questions) return {};
  account.take(partOf(section, "questions"));
  return { questions: items.map((text) => ({ text })) };
}

/** A table of measures, a list of labelled values, else the whole as one row. */
function impactRows(
  section: ReadSection,
  body: readonly SourceLine[],
): IncidentRecord["impact"] | null {
  const measured = tableRows(body) ?? labelledRows(body);
  const rows = measured ?? wholeRow(section, body);
  const isFit = rows?.every(
    ({ what, value }) => isRecordText(what, limits.text) && isRecordText(value, limits.text),
  );
  return rows && rows.length > 0 && rows.length <= 1_000 && isFit ? rows : null;
}

function wholeRow(
  { heading }: ReadSection,
  body: readonly SourceLine[],
): IncidentRecord["impact"] | null {
  const value = recordText(body, limits.text);
  return value === null ? null : [{ what: heading, value, source: [] }];
}

function tableRows(body: readonly SourceLine[]): IncidentRecord["impact"] | null {
  const start = body.findIndex(({ kind }) => kind !== "blank");
  const table = start === -1 ? null : tableAt(body, start, body.length);
  if (!table || table.header?.length !== 2) return null;
  if (body.slice(table.to).some(({ kind }) => kind !== "blank")) return null;
  const rows = table.rows.map(({ cells }) => cells.map((cell) => plainWords(cell, "kept")));
  if (!rows.every((cells) => cells.length === 2)) return null;
  return rows.map(([what = "", value = ""]) => ({ what, value, source: [] }));
}

function labelledRows(body: readonly SourceLine[]): IncidentRecord["impact"] | null {
  const items = recordItems(body, limits.text);
  const pairs = items?.map((item) => /^([^:\n]{2,80}):[ \t]+(\S[\s\S]*)$/.exec(item));
  if (!pairs || pairs.length < 2) return null;
  const rows = pairs.flatMap((pair) =>
    pair?.[1] && pair[2] ? [{ what: pair[1], value: pair[2].trim(), source: [] }] : [],
  );
  return rows.length === pairs.length ? rows : null;
}
