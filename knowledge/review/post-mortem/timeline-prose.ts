import { timesIn } from "./document-date";
import { itemMark, type SourceLine } from "./source-line";
import { timeLead } from "./time-lead";
import type { TimelineRow } from "./timeline-row";
import { plainWords } from "./plain-words";

/** Entries out of running text: each sentence that names a time of day is one. */
export function proseRows(lines: readonly SourceLine[], from: number, to: number): TimelineRow[] {
  return paragraphs(lines, from, to).flatMap((paragraph) =>
    sentences(paragraph.text).flatMap((sentence) => rowOf(sentence, paragraph) ?? []),
  );
}

/** An entry of running text that tells of several times, taken apart into one entry a time. */
export function splitRow(row: TimelineRow): TimelineRow[] {
  const [first = "", ...rest] = sentences(row.markdown);
  const isTold = rest.some((sentence) => timesIn(plainWords(sentence)).length > 0);
  if (row.markdown.includes("\n") || !isTold) return [row];
  const found: TimelineRow[] = [{ ...row, markdown: first, form: "prose" }];
  for (const sentence of rest) {
    const next = rowOf(sentence, row);
    const last = found.at(-1);
    if (next) found.push(next);
    else if (last) found.splice(-1, 1, { ...last, markdown: `${last.markdown} ${sentence}` });
  }
  return found;
}

interface Paragraph {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function paragraphs(lines: readonly SourceLine[], from: number, to: number): Paragraph[] {
  const found: { texts: string[]; from: number; to: number }[] = [];
  let isOpen = false;
  for (const [index, line] of lines.slice(from, to).entries()) {
    const isText = line.kind === "text" && line.quotes === 0 && !line.text.startsWith("|");
    const mark = isText ? itemMark(line.text) : "";
    const last = found.at(-1);
    const text = line.text.slice(mark.length);
    if (isText && isOpen && last && mark === "") {
      last.texts.push(text);
      last.to = from + index + 1;
    } else if (isText) {
      found.push({ texts: [text], from: from + index, to: from + index + 1 });
    }
    isOpen = isText;
  }
  return found.map((one) => ({ ...one, text: one.texts.join(" ").slice(0, 8_000) }));
}

/** Sentences end with a sign before a space and a capital; "a.m." and "approx." end none. */
function sentences(text: string): string[] {
  const parts = text.split(
    /(?<=[.!?]["”)*_]{0,3})(?<!\b(?:[ap]\.m|approx|e\.g|i\.e|vs|ca|c|no)\.)[ \t]+(?=["“(*_[]{0,3}[\p{Lu}\d])/u,
  );
  return parts.slice(0, 400);
}

function rowOf(sentence: string, { from, to }: Pick<Paragraph, "from" | "to">): TimelineRow | null {
  const lead = timeLead(sentence);
  const base = { kind: "row", aside: "", from, to, isStruck: false, form: "prose" } as const;
  if (lead?.written?.from.clock && lead.rest !== "") {
    return { ...base, written: lead.written, typed: lead.typed, markdown: lead.rest };
  }
  const plain = plainWords(sentence);
  const [first] = timesIn(plain);
  if (!first || plain.length < 12) return null;
  const typed = plain.slice(first.at, first.end);
  return { ...base, written: first.value, typed, markdown: sentence };
}
