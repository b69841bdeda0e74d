import { readTimeAt } from "#knowledge/incident/written-time-form";

import { plainWords } from "./plain-words";
import type { SourceLine } from "./source-line";
import { timeLead } from "./time-lead";
import type { TimelineRow } from "./timeline-row";

/** Entries as status pages show them: some lines of text, and below them a line that is a time. */
export function blockRows(lines: readonly SourceLine[], from: number, to: number): TimelineRow[] {
  const rows: TimelineRow[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && lines[at]?.kind === "text") continue;
    const row = at - start >= 2 ? rowOf(lines.slice(start, at), start) : null;
    if (row) rows.push(row);
    start = at + 1;
  }
  // One such block may be anything, such as a letter's end with its date.
  return rows.length >= 2 ? rows : [];
}

function rowOf(block: readonly SourceLine[], from: number): TimelineRow | null {
  const typed = plainWords(block.at(-1)?.text ?? "");
  const read = readTimeAt(typed, 0, "line");
  if (!read?.value.from.clock || read.end !== typed.length) return null;
  const texts = block.slice(0, -1).map(({ text }) => text);
  if (texts.some((text) => timeLead(text) !== null || text.includes("|"))) return null;
  return {
    kind: "row",
    written: read.value,
    typed,
    markdown: texts.join("\n"),
    aside: "",
    from,
    to: from + block.length,
    isStruck: false,
    form: "line",
  };
}
