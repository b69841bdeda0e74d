import type { TimeContext } from "#knowledge/incident/settled-point";
import type { EntryKind } from "#knowledge/incident/vocabulary";
import type { Zone } from "#knowledge/incident/written-zone";
import type { GivenParts } from "#knowledge/language/name-people";

import { linesOfChat, type ChatLines } from "./chat-lines";
import type { LeftOutLine } from "./chat-noise";
import { kindOf } from "./entry-kind";
import { asMarkdown } from "./layout";
import { headingsOf } from "./outline";
import { plainWords } from "./plain-words";
import type { ReadingWarning } from "./reading-warning";
import { sheetAsTable, tabsAsTable } from "./sheet";
import { itemMark, sourceLines, withListMarks } from "./source-line";
import { tidyText } from "./text-of-file";
import { settleTimeline, type ReadEntry } from "./timeline";
import { timelineParts } from "./timeline-list";
import type { TimelinePart } from "./timeline-row";

/** A row for the timeline, out of something that was pasted. */
export interface PastedRow {
  /** A moment's text; local, without `Z`, where no zone is known; null where no time was understood. */
  readonly at: string | null;
  /** The time as it stood there; empty where there was none. */
  readonly typed: string;
  readonly text: string;
  readonly kind: EntryKind;
  /** The zone of the context, where its time was read in that for want of another; else null. */
  readonly zone: Zone | null;
  /** The row as it was pasted. */
  readonly original: string;
  readonly warnings: readonly ReadingWarning[];
}

/** What was read of a paste. */
export interface Paste {
  readonly rows: readonly PastedRow[];
  /** Lines of a chat that no row holds, such as reactions. */
  readonly leftOut: readonly LeftOutLine[];
  /** The names of a chat, each with the part that stands for it: a heading may have passed for one. */
  readonly people: ChatLines["people"];
  /** Which authors of a chat were taken for systems, and keep their names. */
  readonly systems: ChatLines["systems"];
}

/** Rows for the timeline out of a paste, as `readPaste` gives them. */
export function rowsFromPaste(pasted: string, context: TimeContext = {}): PastedRow[] {
  return [...readPaste(pasted, context).rows];
}

/**
 * Rows for the timeline out of a pasted table, list or chat, in their order. A line without a time
 * is a row without one: nothing that was pasted is lost but what `leftOut` and `people` list. People
 * of a chat become "person A", or the part that `given` says they have; what further columns of a table hold, such as links, stands behind the text.
 */
export function readPaste(
  pasted: string,
  context: TimeContext = {},
  given: GivenParts = {},
): Paste {
  const text = withListMarks(tidyText(pasted).text);
  const { lines, leftOut, people, systems } = linesToRead(text, given);
  const source = sourceLines(lines.join("\n"));
  const headings = new Map(headingsOf(source).map((heading) => [heading.from, heading]));
  const range = { lines: source, headings, from: 0, to: source.length, isTimeline: true } as const;
  const found = timelineParts({ ...range, inside: "quote" });
  const parts = withLeftLines(found, lines);
  const { zone, date = null, clock, start = null, now } = context;
  const times = {
    now,
    day: date,
    dayFrom: "what stands above",
    zone: zone ? { zone, ambiguity: null, season: null } : null,
    start,
    clock,
    order: null,
  };
  const entries = settleTimeline(parts, times, { lines, shortcuts: new Set() });
  // What says its own zone is not read in that of the context, also where both are one.
  const own = parts.some((part) => part.kind === "zone") ? null : (zone ?? null);
  return { rows: entries.map((entry) => rowOf(entry, own)), leftOut, people, systems };
}

function rowOf(
  { at, text, original, row, time, warnings }: ReadEntry,
  known: Zone | null,
): PastedRow {
  const aside = plainWords(row.aside, "kept");
  const whole = aside === "" ? text : `${text} (${aside})`;
  const isTaken = time?.zone === "carried" && time.next.zoneBefore?.name === known?.name;
  const zone = isTaken ? known : null;
  return { at, typed: row.typed, text: whole, kind: kindOf(text), zone, original, warnings };
}

/** What was pasted as lines of Markdown. */
function linesToRead(text: string, given: GivenParts): Omit<ChatLines, "isMarked"> {
  const lines = text.split("\n");
  const plain = (read: readonly string[]) => ({
    lines: read,
    leftOut: [],
    people: [],
    systems: [],
  });
  if (/<(?:table|tr|ul|ol|li|p|div)\b/i.test(text)) return plain(asMarkdown(text).split("\n"));
  const table = tabsAsTable(text) ?? sheetAsTable(text);
  if (table) return plain(table);
  return linesOfChat(lines, given) ?? plain(asMarkdown(text).split("\n"));
}

/** Adds a row without a time for each line that no row holds. */
function withLeftLines(parts: readonly TimelinePart[], lines: readonly string[]): TimelinePart[] {
  const held = new Set(
    parts.flatMap((part) =>
      part.kind === "row"
        ? Array.from({ length: part.to - part.from }, (_, index) => part.from + index)
        : part.kind === "list"
          ? []
          : [part.line],
    ),
  );
  const left = lines.flatMap((line, at): TimelinePart[] => {
    const text = line.trim();
    if (text === "" || held.has(at) || /^[|:+\- \t]+$/.test(text) || isHead(lines, at)) return [];
    const markdown = text.slice(itemMark(text).length).replaceAll("|", " ").trim();
    if (plainWords(markdown) === "") return [];
    return [
      {
        kind: "row",
        written: null,
        typed: "",
        markdown,
        aside: "",
        from: at,
        to: at + 1,
        isStruck: false,
        form: "line",
      },
    ];
  });
  const lineOf = (part: TimelinePart) => (part.kind === "row" ? part.from : part.line);
  return [...parts, ...left].toSorted((a, b) => lineOf(a) - lineOf(b));
}

/** The head of a table says nothing that a row would hold. */
function isHead(lines: readonly string[], at: number): boolean {
  return /^\|[ \t:|-]+\|$/.test(lines[at + 1]?.trim() ?? "") && (lines[at] ?? "").includes("|");
}
