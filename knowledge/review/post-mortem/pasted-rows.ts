import type { TimeContext } from "#knowledge/incident/settled-point";
import type { EntryKind } from "#knowledge/incident/vocabulary";

import { linesOfChat } from "./chat-lines";
import { kindOf } from "./entry-kind";
import { asMarkdown } from "./layout";
import { headingsOf } from "./outline";
import { plainWords } from "./plain-words";
import type { ReadingWarning } from "./reading-warning";
import { itemMark, sourceLines } from "./source-line";
import { tidyText } from "./text-of-file";
import { settleTimeline, type ReadEntry } from "./timeline";
import { timelineParts } from "./timeline-list";
import type { TimelinePart } from "./timeline-row";
import { cellTime, isTimeHead } from "./timeline-table";

/** A row for the timeline, out of something that was pasted. */
export interface PastedRow {
  /** A moment's text; local, without `Z`, where no zone is known; null where no time was understood. */
  readonly at: string | null;
  /** The time as it stood there; empty where there was none. */
  readonly typed: string;
  readonly text: string;
  readonly kind: EntryKind;
  /** The row as it was pasted. */
  readonly original: string;
  readonly warnings: readonly ReadingWarning[];
}

/**
 * Rows for the timeline out of a pasted table, list or chat, in their order. A line without a time
 * is a row without one: nothing that was pasted is lost. People of a chat become "person A".
 */
export function rowsFromPaste(pasted: string, context: TimeContext = {}): PastedRow[] {
  const lines = linesToRead(tidyText(pasted).text);
  const source = sourceLines(lines.join("\n"));
  const headings = new Map(headingsOf(source).map((heading) => [heading.from, heading]));
  const range = { lines: source, headings, from: 0, to: source.length, isTimeline: true } as const;
  const found = timelineParts({ ...range, inside: "quote" });
  const parts = withLeftLines(found, lines);
  const { zone, date = null, clock, start = null } = context;
  const times = {
    day: date,
    dayFrom: "the entry above",
    zone: zone ? { zone, ambiguity: null, season: null } : null,
    start,
    clock,
    order: null,
  };
  return settleTimeline(parts, times, { lines, shortcuts: new Set() }).map(rowOf);
}

function rowOf({ at, text, original, row, warnings }: ReadEntry): PastedRow {
  const told = warnings.filter(({ kind }) => kind !== "carried-date");
  return { at, typed: row.typed, text, kind: kindOf(text), original, warnings: told };
}

/** What was pasted as lines of Markdown. */
function linesToRead(text: string): string[] {
  const lines = text.split("\n");
  if (/<(?:table|tr|ul|ol|li|p|div)\b/i.test(text)) return asMarkdown(text).split("\n");
  return tableOfTabs(lines) ?? linesOfChat(lines) ?? asMarkdown(text).split("\n");
}

/** Rows divided by tabs, as spreadsheets put them on the clipboard. */
function tableOfTabs(lines: readonly string[]): string[] | null {
  const full = lines.filter((line) => line.trim() !== "");
  const tabbed = full.filter((line) => /\S\t/.test(line));
  if (tabbed.length === 0 || tabbed.length * 2 < full.length) return null;
  const rows = full.map((line) =>
    line.split("\t").map((cell) => cell.trim().replaceAll("|", "\\|")),
  );
  const [first = []] = rows;
  const isTimed = (cells: readonly string[]) => cells.some((cell) => cellTime(cell) !== null);
  const hasHead = !isTimed(first) && first.some(isTimeHead) && rows.length > 1;
  const width = Math.max(...rows.slice(0, 2_000).map(({ length }) => length));
  const written = rows.map((cells) => `| ${cells.join(" | ")} |`);
  const divider = `|${" --- |".repeat(width)}`;
  return hasHead ? [written[0] ?? "", divider, ...written.slice(1)] : written;
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
