import { readDateAt } from "#knowledge/incident/written-date";
import { matchAt } from "#knowledge/incident/written-part";

import { dayLine } from "./day-line";
import { tableAt } from "./markdown-table";
import type { Heading } from "./outline";
import { itemMark, taskBox, type SourceLine } from "./source-line";
import { closesBracket, timeLead, type TimeLead } from "./time-lead";
import { splitRow } from "./timeline-prose";
import type { TimelinePart, TimelineRow } from "./timeline-row";
import { isHint, isTimelineTable, tableParts } from "./timeline-table";
import { timeAtEnd } from "./time-at-end";
import { zoneDeclaredIn } from "./zone-declaration";

/** The lines in which entries are looked for, and how. */
export interface TimelineRange {
  readonly lines: readonly SourceLine[];
  readonly headings: ReadonlyMap<number, Heading>;
  readonly from: number;
  readonly to: number;
  /** Entries in quotes or in code are looked for only where there are no others. */
  readonly inside: "text" | "quote" | "code";
  /** Whether the section says of itself that it is a timeline. */
  readonly isTimeline: boolean;
}

interface OpenRow {
  readonly lead: Pick<TimeLead, "written" | "typed" | "isStruck">;
  readonly pieces: string[];
  readonly from: number;
  readonly indent: number;
  readonly form: TimelineRow["form"];
  to: number;
}

/** Reads the entries of a range line by line, in time that grows with its length. */
export function timelineParts(range: TimelineRange): TimelinePart[] {
  return new ListReading(range).parts();
}

interface Place {
  readonly mark: string;
  readonly source: string;
  readonly at: number;
}

class ListReading {
  private readonly found: TimelinePart[] = [];
  private open: OpenRow | null = null;
  private afterBlank = true;
  /** The column of the entries' items; null before the first and after a list has ended. */
  private column: number | null = null;
  private header: readonly string[] | null = null;

  private readonly range: TimelineRange;

  constructor(range: TimelineRange) {
    this.range = range;
  }

  parts(): TimelinePart[] {
    let at = this.range.from;
    while (at < this.range.to) at = this.next(at);
    this.close();
    return this.found;
  }

  /** Reads what begins on a line, and says on which line to go on. */
  private next(at: number): number {
    const line = this.range.lines[at];
    const heading = this.range.headings.get(at);
    if (!line || line.kind === "comment") return at + 1;
    if (heading) return this.heading(heading, at);
    if (line.kind === "blank") {
      this.afterBlank = true;
      return at + 1;
    }
    if (!this.isLookedAt(line)) {
      if (this.open) this.open.to = at + 1;
      else this.zone(line.text, at);
      return at + 1;
    }
    const table = this.range.inside === "code" ? null : this.table(at);
    if (table !== null) return table;
    this.line(line, at);
    this.afterBlank = false;
    return at + 1;
  }

  private isLookedAt(line: SourceLine): boolean {
    switch (this.range.inside) {
      case "text":
        return line.kind === "text" && line.quotes === 0;
      case "quote":
        return line.kind === "text";
      case "code":
        return !/^(?:`{3,}|~{3,})/.test(line.text);
    }
  }

  private heading(heading: Heading, at: number): number {
    this.close();
    this.column = null;
    this.afterBlank = true;
    const lead = timeLead(heading.text) ?? this.leadAtEnd(heading.text);
    const day = dayLine(heading.text, true);
    if (lead && (!day || lead.written?.from.clock)) {
      this.open = {
        lead,
        pieces: [lead.rest],
        from: at,
        to: heading.to,
        indent: 0,
        form: "heading",
      };
    } else if (day) {
      this.day(day, at);
    } else {
      this.zone(heading.text, at);
    }
    return heading.to;
  }

  /** "1. Deploy (14:05 UTC)" as a heading within a timeline. */
  private leadAtEnd(text: string): TimeLead | null {
    return this.range.isTimeline ? timeAtEnd(text, true) : null;
  }

  private table(at: number): number | null {
    const table = tableAt(this.range.lines, at, this.range.to);
    if (!table) return null;
    const isOne = isTimelineTable(table) || (this.header !== null && !table.header);
    if (!isOne) return this.open ? null : table.to;
    this.close();
    this.header = table.header ?? this.header;
    this.found.push(...tableParts(table, this.header));
    return table.to;
  }

  private line(line: SourceLine, at: number): void {
    const mark = itemMark(line.text);
    const task = taskBox(line.text.slice(mark.length));
    const source = line.text.slice(mark.length + (task?.length ?? 0));
    if (this.continues(line, { mark, source, at })) return this.goOn(line, source, at);
    const day = dayLine(source);
    if (day) {
      this.close();
      return this.day(day, at);
    }
    const lead =
      timeLead(source, mark !== "") ??
      (mark === "" ? null : timeAtEnd(source, this.range.isTimeline));
    if (lead) return this.begin(lead, { line, mark, at });
    this.untimed(line, { mark, source, at });
  }

  /** The words of the few lines above one in the same paragraph. */
  private above(at: number): string {
    const near = this.range.lines.slice(Math.max(this.range.from, at - 3), at);
    const blank = near.findLastIndex(({ kind }) => kind === "blank");
    return near.map(({ text }, index) => (index > blank ? text : "")).join(" ");
  }

  /** Whether a line is the rest of the entry before, though it may begin with a time. */
  private continues(line: SourceLine, { mark, source, at }: Place): boolean {
    const { open } = this;
    if (mark !== "" || this.afterBlank) return false;
    if (closesBracket(source, this.above(at))) return true;
    if (open?.form !== "item") return false;
    return (
      !/^(?:\*\*|__|\[|`)\W{0,3}\d/.test(source) &&
      !(line.indent <= open.indent && timeLead(source))
    );
  }

  private goOn(line: SourceLine, source: string, at: number): void {
    const { open } = this;
    if (!open) return this.zone(source, at);
    const isNew = this.afterBlank || itemMark(line.text) !== "";
    const last = open.pieces.length - 1;
    if (isNew || last < 0) open.pieces.push(source);
    else open.pieces[last] = `${open.pieces[last] ?? ""} ${source}`;
    open.to = at + 1;
  }

  private begin(
    lead: TimeLead,
    { line, mark, at }: { line: SourceLine; mark: string; at: number },
  ): void {
    this.close();
    if (mark !== "") this.column = line.indent;
    const form = mark === "" ? "line" : "item";
    this.open = { lead, pieces: [lead.rest], from: at, to: at + 1, indent: line.indent, form };
  }

  /** A line without a time: more of the entry, an entry whose time nobody knows, or none. */
  private untimed(line: SourceLine, place: Place): void {
    const { mark, source, at } = place;
    const isDeeper = this.open !== null && line.indent > this.open.indent;
    const isSame = this.column !== null && Math.abs(line.indent - this.column) <= 1;
    const unread = !isDeeper && (isSame || mark === "") ? this.unread(source) : null;
    if (unread) return this.begin(unread, { line, mark, at });
    if (mark === "") return this.plain(line, place, isDeeper);
    return this.untimedItem(line, place, { isDeeper, isSame });
  }

  private untimedItem(
    line: SourceLine,
    { mark, source, at }: Place,
    { isDeeper, isSame }: { isDeeper: boolean; isSame: boolean },
  ): void {
    const isNested = isDeeper || (this.open !== null && this.open.form !== "item");
    if (isNested) return this.goOn(line, source, at);
    if (isSame && !isLabel(source)) {
      const lead = { written: null, typed: "", rest: source, isStruck: false };
      return this.begin(lead, { line, mark, at });
    }
    this.close();
    if (this.column !== null) this.found.push({ kind: "list", line: at });
    this.column = null;
    this.zone(source, at);
  }

  /** Among entries, what looks like a date and is none begins an entry whose time is unreadable. */
  private unread(source: string): TimeLead | null {
    const typed = this.found.length > 0 || this.open ? unreadTime(source) : null;
    if (typed === null) return null;
    const behind = source.slice(source.indexOf(typed) + typed.length);
    return { written: null, typed, rest: behind.replace(/^[\])*_`\s:–—-]+/, ""), isStruck: false };
  }

  /** Words that are no item: of the entry above where they stand below it, else of none. */
  private plain(line: SourceLine, { source, at }: Place, isDeeper: boolean): void {
    const { open } = this;
    const wantsText = open !== null && (open.form === "heading" || open.pieces.join("") === "");
    if (open && (!this.afterBlank || isDeeper || wantsText)) return this.goOn(line, source, at);
    this.close();
    this.zone(source, at);
  }

  private day(day: NonNullable<ReturnType<typeof dayLine>>, line: number): void {
    if (day.zone) this.found.push({ kind: "zone", zone: day.zone, line });
    this.found.push({ kind: "day", date: day.date, line });
  }

  private zone(text: string, line: number): void {
    const zone = zoneDeclaredIn(text);
    if (zone) this.found.push({ kind: "zone", zone, line });
  }

  private close(): void {
    const { open } = this;
    this.open = null;
    if (!open) return;
    const markdown = open.pieces
      .map((piece) => piece.trim())
      .filter(Boolean)
      .join("\n");
    if (markdown === "" && open.lead.written?.from.clock === undefined) return;
    if (isHint(open.lead.typed, markdown)) return;
    const { written, typed, isStruck } = open.lead;
    const { from, to, form } = open;
    const read = { kind: "row", written, typed, markdown, aside: "" } as const;
    const row: TimelineRow = { ...read, from, to, isStruck, form };
    this.found.push(...(form === "line" ? splitRow(row) : [row]));
  }
}

/** What looks like a date or time and is none, such as `11/03/202` or `20202-01-16`. */
function unreadTime(source: string): string | null {
  const typed =
    /^[[(*_`]{0,3}(\d{1,5}[-/:]\d[\d/:.xX?T-]{0,20})[\])*_`]{0,3}(?:[ \t]*[:–—-]|[ \t])/.exec(
      source,
    )?.[1];
  return typed ?? unreadDay(source);
}

const clockThenSign =
  /[^:|\d\n]{0,30}\d{1,2}[:.]\d{2}(?:[ \t]?(?:[A-Z]{1,5}|[+-]\d{2}:?\d{2}))?(?=[\])*_`]{0,3}[ \t]*[:–—|-])/y;

/** A day such as "7 Dec" with a time of day behind it, and words between that make it no time. */
function unreadDay(source: string): string | null {
  const at = /^[[(*_`]{0,3}/.exec(source)?.[0].length ?? 0;
  const day = readDateAt(source, at, true);
  if (!day || !/[A-Za-z]/.test(source.slice(at, day.end))) return null;
  const clock = matchAt(clockThenSign, source, day.end);
  return clock && source.slice(at, day.end + clock[0].length);
}

function isLabel(source: string): boolean {
  return /^(?:\*\*|__)[^*_\n]{1,60}(?:\*\*|__)[ \t]*:|^(?:\*\*|__)[^*_\n]{1,60}:(?:\*\*|__)/.test(
    source,
  );
}
