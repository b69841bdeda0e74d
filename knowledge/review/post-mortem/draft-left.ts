import type { DraftLines } from "./draft-lines";
import { labelsOfMoments } from "./draft-moments";
import type { MappedPart } from "./draft-report";
import type { LabelledParagraph } from "./draft-labelled";
import { plainWords } from "./plain-words";
import type { PostMortem } from "./post-mortem";
import { frontMatterEnd, itemMark, sourceLines, type SourceLine } from "./source-line";

/**
 * Everything that stays text, in the order of the original: labels and labelled paragraphs by their
 * names, sections by their headings, and what stands before the first of them. What was pointed out
 * as a candidate for something is said there, and not again.
 */
export function leftAsText(
  postMortem: PostMortem,
  account: DraftLines,
  paragraphs: readonly LabelledParagraph[],
): MappedPart[] {
  const told = new Set<number>([
    ...labelsOfMoments(postMortem),
    ...headingsAbove(paragraphs, postMortem),
  ]);
  const front = frontMatterEnd(postMortem.lines);
  const parts: MappedPart[] = [
    ...(front > 0 ? [leftPart("Front matter", 0, front)] : []),
    ...named(paragraphs.filter(({ line }) => account.isFree(line) && !account.isCandidate(line))),
  ];
  for (const { line, from, to } of [...paragraphs, { line: 0, from: 0, to: front }]) {
    for (let at = Math.min(line, from); at < to; at++) told.add(at);
  }
  for (const label of labelLines(postMortem)) {
    const isTold = told.has(label.from) || account.isCandidate(label.from);
    if (isTold || !account.isFree(label.from)) continue;
    told.add(label.from);
    parts.push(label);
  }
  for (const block of blocksOf(postMortem)) {
    const left = leftOf(block, { lines: postMortem.lines, account, told });
    if (left) parts.push(left);
  }
  return parts.toSorted((a, b) => a.from - b.from);
}

function leftPart(what: string, from: number, until: number): MappedPart {
  return { what, to: "story", from, until };
}

function named(paragraphs: readonly LabelledParagraph[]): MappedPart[] {
  return paragraphs.map(({ heading, line, to }) => leftPart(heading, line, to));
}

/** Headings of lessons stay for the sake of what is told apart below them, and are told with that. */
function headingsAbove(
  paragraphs: readonly LabelledParagraph[],
  { sections }: PostMortem,
): readonly number[] {
  return sections.flatMap(({ canonical, line, from, to }) => {
    const holds = paragraphs.some((one) => one.from >= from && one.to <= to);
    return canonical === "lessons" && holds ? [line] : [];
  });
}

const label =
  /^(?:\*\*|__)?(\p{Lu}[\p{L}\p{N} /()&-]{1,40}?)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?[ \t]+(\S.{0,119})$/u;

/** Lines that are a name and a value: "Severity: SEV-2", in the head or where the facts are told. */
function labelLines({ lines, sections }: PostMortem): MappedPart[] {
  const source = sourceLines(lines.join("\n"));
  const closed = sections.filter(
    ({ canonical }) => canonical !== null && canonical !== "meta" && canonical !== "summary",
  );
  const headings = sections.flatMap(({ line, from }) => ({ from: line, to: from }));
  const others = new Set(
    [...closed, ...headings].flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, index) => from + index),
    ),
  );
  return source.flatMap((line, at) => {
    const words = others.has(at) ? null : labelWords(line);
    return words === null ? [] : [leftPart(words, at, at + 1)];
  });
}

function labelWords({ kind, text, quotes }: SourceLine): string | null {
  if (kind !== "text" || quotes > 0 || text.length > 180) return null;
  const [, name, value] = label.exec(text.slice(itemMark(text).length)) ?? [];
  if (name === undefined || value === undefined) return null;
  return plainWords(`${name}: ${value}`);
}

interface Block {
  readonly what: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

function blocksOf({ sections, lines, titleLine }: PostMortem): Block[] {
  const [first] = sections;
  const end = first?.line ?? lines.length;
  const head = first ? "What stands before the first heading" : "The text";
  return [
    { what: head, line: -1, from: Math.max(0, titleLine + 1), to: end },
    ...(titleLine > 0
      ? [{ what: "What stands above the title", line: -1, from: 0, to: titleLine }]
      : []),
    ...sections.map(({ heading, line, from, to }) => ({ what: heading, line, from, to })),
  ];
}

/** What is left of a block: all of it, or some lines. */
function leftOf(
  { what, line, from, to }: Block,
  {
    lines,
    account,
    told,
  }: { lines: readonly string[]; account: DraftLines; told: ReadonlySet<number> },
): MappedPart | null {
  const isLeft = (at: number) =>
    account.isFree(at) &&
    !account.isCandidate(at) &&
    !told.has(at) &&
    (lines[at] ?? "").trim() !== "";
  const body = Array.from({ length: to - from }, (_, index) => from + index);
  const left = body.filter(isLeft);
  const isHeadLeft = line >= 0 && isLeft(line);
  const [first = line] = left;
  const last = left.at(-1) ?? line;
  if (left.length === 0 && !isHeadLeft) return null;
  const written = body.filter((at) => (lines[at] ?? "").trim() !== "").length;
  const isPart = left.length > 0 && left.length < written;
  const part = { what, to: "story", from: isPart || line < 0 ? first : line, until: last + 1 };
  return isPart ? { ...part, note: partNote(left.length, written) } : part;
}

function partNote(left: number, written: number): string {
  const stay = left === 1 ? "1 stays" : `${left} stay`;
  return `Of its ${written} lines ${stay} as text; of the others it is told elsewhere here.`;
}
