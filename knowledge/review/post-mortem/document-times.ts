import { settleTime } from "#knowledge/incident/written-time";
import { readTimeAt, type WrittenTime } from "#knowledge/incident/written-time-form";
import { readZone, type WrittenZone } from "#knowledge/incident/written-zone";

import type { Canonical } from "./canonical-heading";
import { dayIn, dayInName, yearIn, yearlessDayIn } from "./document-date";
import type { Label, LabelMeaning } from "./labels";
import type { Section } from "./outline";
import { plainWords } from "./plain-words";
import type { ReadingWarning } from "./reading-warning";
import type { SourceDocument } from "./source-document";
import type { SourceLine } from "./source-line";
import type { DocumentTimes } from "./timeline";
import { zoneDeclaredIn, zoneNamedIn } from "./zone-declaration";

/** Looks for the day, the zone and the start in labels, title, file's name and summary. */
export function documentTimes(whole: SourceDocument, title: string | null): DocumentTimes {
  const document = { ...whole, labels: statedLabels(whole) };
  const order = orderIn(document);
  const { day, dayFrom } = dayOfDocument(document, title, order);
  const inYear = yearOf(document, title);
  const times = { day, dayFrom, zone: zoneOf(document), start: null, order, inYear };
  return { ...times, start: labelMoment(document, ["start", "date"], times) };
}

/** The year of a document of which no day is known, where title, label or file's name say it. */
function yearOf({ labels, file }: SourceDocument, title: string | null): string | null {
  const dated = labels.filter(({ meaning }) => meaning === "date" || meaning === "start");
  const name = file.split(/[\\/]/).at(-1) ?? "";
  const texts = [...dated.map(({ value }) => value), title ?? "", name];
  return texts.map(yearIn).find((year) => year !== null) ?? null;
}

/** Labels at the head of a document; further down a "Date:" may be that of a commit or a mail. */
function statedLabels({ labels, sections }: SourceDocument): Label[] {
  const late = sections.slice(2).filter(({ canonical, within }) => !isHead(canonical ?? within));
  return labels.filter(({ line }) => !late.some(({ from, to }) => line >= from && line < to));
}

const heads: readonly (Canonical | null)[] = [
  "meta",
  "summary",
  "impact",
  "people",
  "story",
  "timeline",
];

function isHead(canonical: Canonical | null): boolean {
  return heads.includes(canonical);
}

function zoneOf({ lines, labels, headings }: SourceDocument): WrittenZone | null {
  const label = labels.find(({ meaning }) => meaning === "zone");
  const labelled = label ? (readZone(label.value) ?? zoneNamedIn(label.value)) : null;
  if (labelled) return labelled;
  const headed = new Set(headings.map(({ from }) => from));
  for (const [at, line] of lines.entries()) {
    if (line.kind !== "text" || headed.has(at) || !/time/i.test(line.text)) continue;
    const declared = zoneDeclaredIn(line.text);
    if (declared) return declared;
  }
  return null;
}

type Order = DocumentTimes["order"];

function dayOfDocument(
  document: SourceDocument,
  title: string | null,
  order: Order,
): Pick<DocumentTimes, "day" | "dayFrom"> {
  const inText = (text: string) => dayIn(text, order)?.value ?? null;
  const places: readonly (readonly [string, () => string | null])[] = [
    ["a label", () => labelDay(document.labels, inText)],
    ["the section on its date", () => sectionDay(document, inText)],
    ["the title", () => (title === null ? null : inText(title))],
    ["the file's name", () => dayInName(document.file)],
    [
      "the headings",
      () =>
        firstDay(
          document.headings.map(({ text }) => text),
          inText,
        ),
    ],
    ["the summary", () => firstDay(earlyLines(document), inText)],
  ];
  for (const [dayFrom, find] of places) {
    const day = find();
    if (day !== null) return { day, dayFrom };
  }
  return { day: yearlessTitle(document, title), dayFrom: "the title and the file" };
}

type FindDay = (text: string) => string | null;

function firstDay(texts: Iterable<string>, inText: FindDay): string | null {
  for (const text of texts) {
    const day = inText(text);
    if (day !== null) return day;
  }
  return null;
}

function labelDay(labels: readonly Label[], inText: FindDay): string | null {
  const wanted: readonly LabelMeaning[] = ["start", "date", "detected"];
  const values = wanted.flatMap((meaning) =>
    labels.filter((label) => label.meaning === meaning).map(({ value }) => value),
  );
  return firstDay(values, inText);
}

/** `### Date` with the date below it. */
function sectionDay({ sections, lines }: SourceDocument, inText: FindDay): string | null {
  const dated = sections.filter(
    ({ canonical, heading }) =>
      canonical === "meta" && /date|start|when/i.test(heading?.text ?? ""),
  );
  const texts = dated.map(({ from, to }) =>
    lines
      .slice(from, Math.min(to, from + 4))
      .map(({ text }) => plainWords(text))
      .join(" "),
  );
  return firstDay(texts, inText);
}

/** Whether a section tells of the whole: what stands under the title, summary, impact, story. */
export function isEarly({ canonical, heading }: Section, index: number): boolean {
  if (heading === null || (index <= 1 && canonical === null)) return true;
  return canonical === "summary" || canonical === "impact" || canonical === "story";
}

function* earlyLines({ sections, lines }: SourceDocument): Generator<string> {
  for (const section of sections.filter(isEarly)) {
    for (const line of lines.slice(section.from, section.to)) {
      if (isTold(line)) yield plainWords(line.text);
    }
  }
}

function isTold({ kind, quotes }: SourceLine): boolean {
  return kind === "text" && quotes === 0;
}

/** A title with month and day, where the year stands in the file's name. */
function yearlessTitle({ file }: SourceDocument, title: string | null): string | null {
  const date = title === null ? null : yearlessDayIn(title);
  const year = /(?:19|20)\d{2}/.exec(file)?.[0];
  if (!date || year === undefined) return null;
  return dayIn(`${year}-${date.month}-${date.day}`)?.value ?? null;
}

/** Whether dates such as 5/4/2024 name the month first, by those of the document that show it. */
function orderIn({ text }: SourceDocument): Order {
  const orders = new Set<"month-first" | "day-first">();
  for (const line of text) {
    for (const [, first, second] of line.matchAll(slashed)) {
      if (Number(first) > 12) orders.add("day-first");
      else if (Number(second) > 12) orders.add("month-first");
    }
  }
  const [only = null] = orders;
  return orders.size === 1 ? only : null;
}

const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/\d{2,4}(?![\d/])/g;

/** Says that the day itself was read one way of two: `3/4/2025` with nothing to tell by. */
export function dayWarnings(
  { labels }: SourceDocument,
  title: string | null,
  { day, order }: DocumentTimes,
): ReadingWarning[] {
  const texts = [title ?? "", ...labels.map(({ value }) => value)];
  const isOpen = texts.some((text) => dayIn(text)?.value === day && hasTwoReadings(text));
  if (day === null || order !== null || !isOpen) return [];
  const other = texts
    .map((text) => dayIn(text, "day-first")?.value)
    .find((one) => one && one !== day);
  const sentence = `Day and month of the incident may be the other way round; it was read as ${day}, not ${other ?? ""}.`;
  return [{ kind: "ambiguous-date", sentence }];
}

function hasTwoReadings(text: string): boolean {
  return dayIn(text, "day-first")?.value !== dayIn(text, "month-first")?.value;
}

/** The first of the labels of some meaning whose value is a time, settled. */
export function labelMoment(
  { labels }: SourceDocument,
  wanted: readonly LabelMeaning[],
  times: DocumentTimes,
): string | null {
  const found = wanted.flatMap((meaning) => labels.filter((label) => label.meaning === meaning));
  for (const { value, meaning } of found) {
    const moment = value === "" ? null : momentIn(value, times, meaning === "date");
    if (moment !== null) return moment;
  }
  return null;
}

function momentIn(value: string, times: DocumentTimes, clockOnly: boolean): string | null {
  const read = readTimeAt(value.slice(0, 200), 0, "cell");
  if (!read || (clockOnly && !read.value.from.clock)) return null;
  return settledMoment({ ...read.value, to: null }, times);
}

/** A written time as a moment's text, by what is known of the document; null where that lacks. */
export function settledMoment(written: WrittenTime, { day, zone }: DocumentTimes): string | null {
  const time = settleTime(written, { date: day ?? undefined, zone: zone?.zone });
  return time.kind === "understood" ? time.moment : null;
}
