import type { TimeWarning } from "#knowledge/incident/time-warning";
import { settleTime, type Understood } from "#knowledge/incident/written-time";
import { readTimeAt, type WrittenTime } from "#knowledge/incident/written-time-form";
import { readZone, type WrittenZone } from "#knowledge/incident/written-zone";

import type { Canonical } from "./canonical-heading";
import { dayIn, timesIn, yearIn } from "./document-date";
import { dayOfDocument } from "./document-day";
import { isEarly, isTold } from "./early-section";
import type { Label, LabelMeaning } from "./labels";
import { plainWords } from "./plain-words";
import type { ReadingWarning } from "./reading-warning";
import type { SourceDocument } from "./source-document";
import type { DocumentTimes, SeenZone } from "./timeline";
import { zoneDeclaredIn, zoneNamedIn } from "./zone-declaration";

/** Looks for the day, the zone and the start in labels, title, file's name and summary. */
export function documentTimes(whole: SourceDocument, title: string | null): DocumentTimes {
  const document = { ...whole, labels: statedLabels(whole) };
  const order = orderIn(document);
  const { day, dayFrom } = dayOfDocument(document, title, order);
  const inYear = yearOf(document, title);
  const zone = zoneOf(document);
  const zoneSeen = zone ? null : zoneSeenIn(document);
  const times = { day, dayFrom, zone, zoneSeen, start: null, order, inYear };
  return { ...times, start: startOf(document, times) };
}

function startOf(document: Pick<SourceDocument, "labels">, times: DocumentTimes): string | null {
  return labelMoment(document, ["start", "date"], times)?.at ?? null;
}

/** The year of a document of which no day is known, where title, label or file's name say it. */
function yearOf({ labels, file }: SourceDocument, title: string | null): string | null {
  const dated = labels.filter(({ meaning }) => meaning === "date" || meaning === "start");
  const name = file.split(/[\\/]/).at(-1) ?? "";
  const texts = [...dated.map(({ value }) => value), title ?? "", name];
  return texts.map(yearIn).find((year) => year !== null) ?? null;
}

/** Labels at the head of a document; further down a "Date:" may be that of a commit or a mail. */
export function statedLabels({ labels, sections }: SourceDocument): Label[] {
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

/** The zone behind the times that summary, impact and story tell, where all that name one name the same. */
function zoneSeenIn({ sections, lines }: SourceDocument): SeenZone | null {
  const seen = sections.filter(isEarly).flatMap(({ from, to }) =>
    lines.slice(from, to).flatMap((line, index) => {
      if (!isTold(line)) return [];
      const zones = timesIn(plainWords(line.text)).flatMap(({ value }) => value.from.zone ?? []);
      return zones.map((zone) => ({ zone, line: from + index }));
    }),
  );
  const [first] = seen;
  const isOnly = seen.every(({ zone }) => zone.zone.name === first?.zone.zone.name);
  return first !== undefined && isOnly ? first : null;
}

/** Whether dates such as 5/4/2024 name the month first, by those of the document that show it. */
function orderIn({ text }: SourceDocument): DocumentTimes["order"] {
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

/** The first of the labels of some meaning whose value is a time, with that time settled. */
export function labelMoment(
  { labels }: Pick<SourceDocument, "labels">,
  wanted: readonly LabelMeaning[],
  times: DocumentTimes,
): {
  readonly at: string;
  readonly label: Label;
  readonly warnings: readonly TimeWarning[];
} | null {
  const found = wanted.flatMap((meaning) => labels.filter((label) => label.meaning === meaning));
  for (const label of found) {
    const { value, meaning } = label;
    const time = value === "" ? null : timeIn(value, times, meaning === "date");
    if (time) return { at: time.moment, label, warnings: time.warnings };
  }
  return null;
}

function timeIn(value: string, times: DocumentTimes, clockOnly: boolean): Understood | null {
  const read = readTimeAt(value.slice(0, 200), 0, "cell");
  if (!read || (clockOnly && !read.value.from.clock)) return null;
  return settledTime({ ...read.value, to: null }, times);
}

/** A written time as a moment, by what is known of the document; null where that lacks. */
export function settledTime(
  written: WrittenTime,
  { day, zone, now }: DocumentTimes,
): Understood | null {
  const time = settleTime(written, { date: day ?? undefined, zone: zone?.zone, now });
  return time.kind === "understood" ? time : null;
}
