import { readMoment } from "#knowledge/incident/moment";
import type { TimeContext } from "#knowledge/incident/settled-point";
import type { EntryKind } from "#knowledge/incident/vocabulary";
import { settleTime, type Understood } from "#knowledge/incident/written-time";
import type { WrittenPoint } from "#knowledge/incident/written-point";
import type { WrittenTime } from "#knowledge/incident/written-time-form";
import { nameWarnings, type TimeWarning } from "#knowledge/incident/time-warning";
import type { WrittenZone } from "#knowledge/incident/written-zone";

import { dateInOrder } from "./document-date";
import { missing, unreadable } from "./entry-time";
import { withOrder } from "./entry-order";
import { kindOf } from "./entry-kind";
import { settleDayLine, unknownDay } from "./day-line-settled";
import { plainWords } from "./plain-words";
import type { ReadingWarning } from "./reading-warning";
import {
  goOnInHalf,
  guessedAbove,
  hasGuessedDay,
  inHalf,
  isPaddedIn,
  loseHalf,
  type Before,
} from "./time-above";
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
  /** The one zone that the text names with a time, where nothing says in which zone times are. */
  readonly zoneSeen?: SeenZone | null;
  readonly start: string | null;
  /** A day of the year in which it was, for dates without one, where no day is known. */
  readonly inYear?: string | null;
  /** When it is read, in milliseconds since 1970. */
  readonly now?: number | undefined;
  /** The time of day of what went before the first entry. */
  readonly clock?: string | undefined;
  /** Which comes first in dates such as 5/4/2024, where others of the document show it. */
  readonly order: "month-first" | "day-first" | null;
}

/** A zone that stands behind a time in the text, with the line of the first. */
export interface SeenZone {
  readonly zone: WrittenZone;
  readonly line: number;
}

/** Where the day was found that a person says: of that nothing has to be said. */
export const saidDay = "what you said";

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

class Settling {
  private readonly parts: readonly TimelinePart[];
  private readonly times: DocumentTimes;
  private readonly source: RowSource;
  private readonly before: Before;
  private readonly onlyZone: WrittenZone | null;
  private readonly isPadded: boolean;
  private isDayStated = false;
  /** What has to be said of the day above, once, with the first entry below it. */
  private ofDay: readonly TimeWarning[] = [];

  constructor(parts: readonly TimelinePart[], times: DocumentTimes, source: RowSource) {
    this.parts = parts;
    this.times = times;
    this.source = source;
    const { day: date, clock, zone } = times;
    this.before = { date, clock, half: null, isHalfLost: false, zone, isDayGuessed: false };
    this.onlyZone = onlyZoneOf(parts);
    this.isPadded = isPaddedIn(parts);
  }

  entries(): ReadEntry[] {
    const entries: ReadEntry[] = [];
    for (const part of this.parts) {
      switch (part.kind) {
        case "zone":
          this.before.zone = part.zone;
          loseHalf(this.before);
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

  private day({ date, line }: Extract<TimelinePart, { kind: "day" }>): void {
    const { order, inYear, now } = this.times;
    const known = { before: this.before.date, inYear, now, zone: this.zone()?.zone };
    const settled = settleDayLine(dateInOrder(date, order), known);
    if (!settled && date.ago === null) return;
    // Of "Yesterday" in a text of which nobody knows when it was written nothing is known.
    this.before.date = settled?.text ?? null;
    this.before.clock = undefined;
    loseHalf(this.before);
    this.before.isDayGuessed = false;
    this.isDayStated = true;
    this.ofDay = settled?.warnings ?? [unknownDay(this.source.lines[line] ?? "")];
  }

  /** Another list begins: its first entry does not go on from the last one of the list before. */
  private list(): void {
    this.before.clock = undefined;
    loseHalf(this.before);
    if (this.times.day === null) return;
    this.before.date = this.times.day;
    this.before.isDayGuessed = false;
    this.isDayStated = false;
  }

  private entry(row: TimelineRow, index: number): ReadEntry {
    const { time, warnings } = this.timeOf(row, index);
    const ofDay = this.ofDay.map((warning) => ({ ...warning, entry: index }));
    this.ofDay = [];
    const struck: ReadingWarning[] = row.isStruck
      ? [{ kind: "struck", sentence: "The entry is struck through in the document.", entry: index }]
      : [];
    const text = textOf(row.markdown, this.source.shortcuts);
    return {
      at: time?.moment ?? null,
      text,
      original: this.source.lines.slice(row.from, row.to).join("\n").trim(),
      kind: kindOf(text),
      warnings: [...ofDay, ...warnings, ...struck],
      row,
      time,
    };
  }

  private timeOf(
    row: TimelineRow,
    entry: number,
  ): { time: Understood | null; warnings: ReadingWarning[] } {
    if (!row.written) return { time: null, warnings: [unreadable(row, entry)] };
    const ordered = inOrder(row.written, this.times.order);
    const written = inHalf(ordered, this.before, this.isPadded);
    const time = settleTime(written, this.context(written));
    if (time.kind === "not-understood") {
      return { time: null, warnings: [missing(row, time.why, entry)] };
    }
    const warnings = [
      ...time.warnings.map((warning) => ({ ...warning, entry })),
      ...(time.date === "carried" ? this.dayWarnings(row, entry) : []),
      ...(time.zone === "carried" ? this.zoneWarnings(time.moment, entry) : []),
    ];
    this.goOn(time, written);
    return { time, warnings };
  }

  /** What has to be said of a day that is not stated in the entry. */
  private dayWarnings({ written }: TimelineRow, entry: number): ReadingWarning[] {
    if (written?.relative) return [];
    const { date, isDayGuessed: isGuess } = this.before;
    if (isGuess && date !== null) return [guessedAbove(date, entry)];
    const isFromTitle = !this.isDayStated && this.times.dayFrom !== saidDay;
    return isFromTitle ? [carriedDate(this.times, entry)] : [];
  }

  /** What the entry below is read with. */
  private goOn(time: Understood, written: WrittenTime): void {
    const { next } = time;
    this.before.isDayGuessed = hasGuessedDay(time, this.before);
    this.before.date = next.date ?? this.before.date;
    this.before.clock = next.clock;
    goOnInHalf(this.before, written, this.isPadded);
    this.before.zoneBefore = next.zoneBefore;
    this.isDayStated ||= (written.from.date?.day ?? null) !== null;
  }

  /** The zone of times that name none: what is declared, else what other entries or the text name. */
  private zone(): WrittenZone | null {
    return this.before.zone ?? this.onlyZone ?? this.times.zoneSeen?.zone ?? null;
  }

  /** What has to be said of a zone that was stated elsewhere than in the entry. */
  private zoneWarnings(moment: string, entry: number): ReadingWarning[] {
    const { zone } = this.before;
    const { zoneSeen } = this.times;
    const taken = this.zone();
    const named = nameWarnings(taken, firstOf(moment) ?? 0);
    const told = named.map((warning) => ({ ...warning, entry }));
    if (zone || !taken) return told;
    const where =
      this.onlyZone || !zoneSeen ? "other entries name" : `line ${zoneSeen.line + 1} names`;
    return [carriedZone(taken, where, entry), ...told];
  }

  private context({ from }: WrittenTime): TimeContext {
    const { date, clock, zoneBefore } = this.before;
    const isYearless = from.date?.year === null && from.date.month !== null;
    return {
      date: date ?? (isYearless ? this.times.inYear : null) ?? undefined,
      clock,
      zoneBefore,
      zone: this.zone()?.zone,
      start: this.times.start ?? undefined,
      now: this.times.now,
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

function carriedDate({ day, dayFrom }: DocumentTimes, entry: number): ReadingWarning {
  const sentence = `The entry has no date; ${day ?? "the day"} was taken from ${dayFrom}.`;
  return { kind: "carried-date", sentence, entry };
}

function carriedZone({ zone }: WrittenZone, where: string, entry: number): ReadingWarning {
  const sentence = `The entry names no zone; ${zone.name} was taken, which ${where}.`;
  return { kind: "carried-zone", sentence, entry };
}

/** The earliest reading of a moment, whether in UTC or local; null where it is none. */
export function firstOf(at: string | null): number | null {
  const text = at?.replaceAll(/(T\d{2}:\d{2}(?::\d{2})?)(?=\/|$)/g, "$1Z");
  const moment = text === undefined ? null : readMoment(text);
  if (!moment) return null;
  return moment.hedge === "before" ? moment.last - 1 : moment.first;
}
