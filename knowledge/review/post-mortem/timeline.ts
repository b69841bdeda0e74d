import { readMoment } from "#knowledge/incident/moment";
import type { TimeContext } from "#knowledge/incident/settled-point";
import type { EntryKind } from "#knowledge/incident/vocabulary";
import { settleDate } from "#knowledge/incident/written-day";
import { settleTime, type Understood } from "#knowledge/incident/written-time";
import type { WrittenPoint } from "#knowledge/incident/written-point";
import type { WrittenTime } from "#knowledge/incident/written-time-form";
import { nameWarnings } from "#knowledge/incident/time-warning";
import type { WrittenZone, Zone } from "#knowledge/incident/written-zone";

import { dateInOrder } from "./document-date";
import { kindOf } from "./entry-kind";
import { plainWords } from "./plain-words";
import type { ReadingWarning } from "./reading-warning";
import type { TimelinePart, TimelineRow } from "./timeline-row";

/** An entry of a timeline as it was understood. */
export interface ReadEntry {
  /** A moment's text; local, without `Z`, where no zone is known; null where no time is. */
  readonly at: string | null;
  /** Its words without its time and without marks. */
  readonly text: string;
  /** As it stands in the document, time and marks and all. */
  readonly original: string;
  /** A guess from its verbs. */
  readonly kind: EntryKind;
  readonly warnings: readonly ReadingWarning[];
  readonly row: TimelineRow;
  readonly time: Understood | null;
}

/** What is known of the times of a whole document. */
export interface DocumentTimes {
  /** The day of the incident, where title, label or file's name give it. */
  readonly day: string | null;
  /** Where that day was found, for the person who imports. */
  readonly dayFrom: string;
  readonly zone: WrittenZone | null;
  readonly start: string | null;
  /** A day of the year in which it was, for dates without one, where no day is known. */
  readonly inYear?: string | null;
  /** The time of day of what went before the first entry. */
  readonly clock?: string | undefined;
  /** Which comes first in dates such as 5/4/2024, where others of the document show it. */
  readonly order: "month-first" | "day-first" | null;
}

/** The lines and link names of a document, by which a row is shown. */
export interface RowSource {
  readonly lines: readonly string[];
  readonly shortcuts: ReadonlySet<string>;
}

/** Brings the rows of a timeline to moments, in their order, which is never changed. */
export function settleTimeline(
  parts: readonly TimelinePart[],
  times: DocumentTimes,
  source: RowSource,
): ReadEntry[] {
  const settling = new Settling(parts, times, source);
  return settling.entries();
}

interface Before {
  date: string | null;
  clock: string | undefined;
  /** The zone of that day and time of day. */
  zoneBefore?: Zone | undefined;
  zone: WrittenZone | null;
}

class Settling {
  private readonly parts: readonly TimelinePart[];
  private readonly times: DocumentTimes;
  private readonly source: RowSource;
  private readonly before: Before;
  private readonly onlyZone: WrittenZone | null;
  private isDayStated = false;

  constructor(parts: readonly TimelinePart[], times: DocumentTimes, source: RowSource) {
    this.parts = parts;
    this.times = times;
    this.source = source;
    this.before = { date: times.day, clock: times.clock, zone: times.zone };
    this.onlyZone = onlyZoneOf(parts);
  }

  entries(): ReadEntry[] {
    const entries: ReadEntry[] = [];
    for (const part of this.parts) {
      switch (part.kind) {
        case "zone":
          this.before.zone = part.zone;
          break;
        case "day":
          this.day(part);
          break;
        case "list":
          this.list();
          break;
        case "row":
          entries.push(this.entry(part, entries.length));
          break;
      }
    }
    return withOrder(entries);
  }

  private day({ date }: Extract<TimelinePart, { kind: "day" }>): void {
    const before = this.before.date ?? (date.month === null ? null : (this.times.inYear ?? null));
    const settled = settleDate(dateInOrder(date, this.times.order), before);
    if (!settled) return;
    this.before.date = settled.text;
    this.before.clock = undefined;
    this.isDayStated = true;
  }

  /** Another list begins: its first entry does not go on from the last one of the list before. */
  private list(): void {
    this.before.clock = undefined;
    if (this.times.day === null) return;
    this.before.date = this.times.day;
    this.isDayStated = false;
  }

  private entry(row: TimelineRow, index: number): ReadEntry {
    const { time, warnings } = this.timeOf(row, index);
    const struck: ReadingWarning[] = row.isStruck
      ? [{ kind: "struck", sentence: "The entry is struck through in the document.", entry: index }]
      : [];
    const text = textOf(row.markdown, this.source.shortcuts);
    return {
      at: time?.moment ?? null,
      text,
      original: this.source.lines.slice(row.from, row.to).join("\n").trim(),
      kind: kindOf(text),
      warnings: [...warnings, ...struck],
      row,
      time,
    };
  }

  private timeOf(
    row: TimelineRow,
    entry: number,
  ): { time: Understood | null; warnings: ReadingWarning[] } {
    if (!row.written) return { time: null, warnings: [unreadable(row, entry)] };
    const time = settleTime(inOrder(row.written, this.times.order), this.context(row.written));
    if (time.kind === "not-understood") {
      return { time: null, warnings: [missing(row, time.why, entry)] };
    }
    const isFromTitle = time.date === "carried" && !this.isDayStated && !row.written.relative;
    const warnings = [
      ...time.warnings.map((warning) => ({ ...warning, entry })),
      ...(isFromTitle ? [carriedDate(this.times, entry)] : []),
      ...(time.zone === "carried" ? this.zoneWarnings(time.moment, entry) : []),
    ];
    this.goOn(time, row.written);
    return { time, warnings };
  }

  /** What the entry below is read with. */
  private goOn({ next }: Understood, { from }: WrittenTime): void {
    this.before.date = next.date ?? this.before.date;
    this.before.clock = next.clock;
    this.before.zoneBefore = next.zoneBefore;
    this.isDayStated ||= (from.date?.day ?? null) !== null;
  }

  /** What has to be said of a zone that was stated elsewhere than in the entry. */
  private zoneWarnings(moment: string, entry: number): ReadingWarning[] {
    const { zone } = this.before;
    if (!zone) return [carriedZone(this.onlyZone, entry)];
    const named = nameWarnings(zone, firstOf(moment) ?? 0);
    return named.map((warning) => ({ ...warning, entry }));
  }

  private context({ from }: WrittenTime): TimeContext {
    const { date, clock, zone, zoneBefore } = this.before;
    const isYearless = from.date?.year === null && from.date.month !== null;
    return {
      date: date ?? (isYearless ? this.times.inYear : null) ?? undefined,
      clock,
      zoneBefore,
      zone: (zone ?? this.onlyZone)?.zone,
      start: this.times.start ?? undefined,
    };
  }
}

/** A time whose small numbers are read in the order that the document shows elsewhere. */
function inOrder(written: WrittenTime, order: DocumentTimes["order"]): WrittenTime {
  const point = (one: WrittenPoint): WrittenPoint =>
    one.date ? { ...one, date: dateInOrder(one.date, order) } : one;
  return { ...written, from: point(written.from), to: written.to && point(written.to) };
}

/** The text of a row without marks; lines of its own stay lines of their own. */
function textOf(markdown: string, shortcuts: ReadonlySet<string>): string {
  return markdown
    .split("\n")
    .map((line) => plainWords(line, "dropped", shortcuts))
    .filter(Boolean)
    .join("\n");
}

/** The one zone that entries name, where all that name one name the same; else null. */
function onlyZoneOf(parts: readonly TimelinePart[]): WrittenZone | null {
  const zones = parts.flatMap((part) =>
    part.kind === "row" && part.written?.from.zone ? [part.written.from.zone] : [],
  );
  const [first] = zones;
  return first && zones.every(({ zone }) => zone.name === first.zone.name) ? first : null;
}

function unreadable({ typed }: TimelineRow, entry: number): ReadingWarning {
  const sentence =
    typed === "" ? "The entry has no time." : `“${typed}” could not be read as a time.`;
  return { kind: "unreadable-time", sentence, entry };
}

function missing({ typed, written }: TimelineRow, why: string, entry: number): ReadingWarning {
  const date = written?.from.date;
  const isUndated =
    why.includes("date is missing") || why.includes("year is missing") || why.includes("weekday");
  const lacks = date?.month ? "the year" : "the date";
  return isUndated
    ? { kind: "missing-date", sentence: `Nothing says ${lacks} of “${typed}”.`, entry }
    : { kind: "unreadable-time", sentence: `“${typed}”: ${why}`, entry };
}

function carriedDate({ day, dayFrom }: DocumentTimes, entry: number): ReadingWarning {
  const sentence = `The entry has no date; ${day ?? "the day"} was taken from ${dayFrom}.`;
  return { kind: "carried-date", sentence, entry };
}

function carriedZone(zone: WrittenZone | null, entry: number): ReadingWarning {
  const sentence = `The entry names no zone; ${zone?.zone.name ?? "one"} was taken, which other entries name.`;
  return { kind: "carried-zone", sentence, entry };
}

/** Says which entries lie before the one above them, and which stand there twice. */
function withOrder(entries: readonly ReadEntry[]): ReadEntry[] {
  const seen = new Set<string>();
  let before: { first: number; at: string } | null = null;
  return entries.map((entry, index) => {
    const warnings: ReadingWarning[] = [...entry.warnings];
    const key = `${entry.at ?? entry.row.typed} ${entry.text}`;
    if (seen.has(key) && entry.text !== "") {
      warnings.push({ kind: "duplicate", sentence: "The same entry stands above.", entry: index });
    }
    seen.add(key);
    const first = firstOf(entry.at);
    if (first === null || entry.at === null) return { ...entry, warnings };
    if (before && first < before.first) {
      const sentence = `${entry.at} lies before ${before.at} in the entry above; the order was left as it is${mayBeNextDay(first, before.first)}.`;
      warnings.push({ kind: "out-of-order", sentence, entry: index });
    }
    before = { first, at: entry.at };
    return { ...entry, warnings };
  });
}

const hour = 3_600_000;

function mayBeNextDay(first: number, before: number): string {
  const back = before - first;
  return back >= 6 * hour && back <= 24 * hour
    ? ", though the date may not have been advanced after midnight"
    : "";
}

/** The earliest reading of a moment, whether in UTC or local; null where it is none. */
export function firstOf(at: string | null): number | null {
  const text = at?.replaceAll(/(T\d{2}:\d{2}(?::\d{2})?)(?=\/|$)/g, "$1Z");
  const moment = text === undefined ? null : readMoment(text);
  if (!moment) return null;
  return moment.hedge === "before" ? moment.last - 1 : moment.first;
}
