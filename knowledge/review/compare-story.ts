import { type CompareTexts, type Piece, piecesOf, type TextChange } from "./compare-text";
import { editsBetween } from "./merge/edits";
import type { Keyed } from "./merge/keyed-list";
import { movedIn } from "./merge/order";
import { pairsOf } from "./merge/pairing";
import { type Section, sectionsOf } from "./merge/sections";
import { mostSections, sectionLikeness } from "./merge/story";
import { codeLines, linesOf } from "./merge/tokens";

/** A part of a section: a paragraph, table or list, or a piece of code. */
export type BlockDifference =
  /** So many parts that are the same. */
  | { readonly kind: "same"; readonly count: number }
  | { readonly kind: "added" | "removed"; readonly text: string; readonly isCode: boolean }
  | { readonly kind: "changed"; readonly change: TextChange }
  /** Code, by lines: a piece is whole lines without the last line feed. */
  | { readonly kind: "code"; readonly lines: readonly Piece[] }
  /** Nothing but blank lines or spaces at the ends of lines. */
  | { readonly kind: "spacing" };

/** A section of the story that came, went, moved or says something else. */
export interface SectionDifference {
  readonly kind: "added" | "removed" | "changed";
  /** Its heading without marks; null for what stands before the first. */
  readonly heading: string | null;
  readonly isMoved: boolean;
  readonly blocks: readonly BlockDifference[];
}

/** The sections that differ, in the order in which they stand now; `same` counts the others. */
export interface StoryDifference {
  readonly sections: readonly SectionDifference[];
  readonly same: number;
}

/** Compares two stories by section, paragraph and word; code by line. */
export function compareStories(
  stories: { readonly from: string; readonly to: string },
  compareTexts: CompareTexts,
): StoryDifference {
  const [from, to] = sectionsToCompare(stories);
  const pairs = pairsOf(from, to, sectionLikeness);
  const before = from.map((item, at) => ({ key: `${at}`, item }));
  const after = to.map((item, at) => ({ key: `${pairs.get(at) ?? `new ${at}`}`, item }));
  const moved = movedIn(keysOf(before), keysOf(after));
  const old = new Map(before.map(({ key, item }) => [key, item]));
  const stayed = new Set(keysOf(after));
  const removed = (section: Section) =>
    differenceOf({ from: section, to: null }, false, compareTexts);
  const gone = goneAfter(before, stayed);
  const sections = [
    ...(gone.get(null) ?? []).map(removed),
    ...after.flatMap(({ key, item }) => [
      differenceOf({ from: old.get(key) ?? null, to: item }, moved.has(key), compareTexts),
      ...(gone.get(key) ?? []).map(removed),
    ]),
  ];
  const differing = sections.filter(
    ({ kind, blocks, isMoved }) => kind !== "changed" || isMoved || blocks.length > 0,
  );
  return { sections: differing, same: sections.length - differing.length };
}

/** Sections; one for the whole story where there are more headings than people write. */
function sectionsToCompare({ from, to }: { from: string; to: string }): [Section[], Section[]] {
  const [before, after] = [sectionsOf(from), sectionsOf(to)];
  if (Math.max(before.length, after.length) <= mostSections) return [before, after];
  return [[{ heading: null, lines: linesOf(from) }], [{ heading: null, lines: linesOf(to) }]];
}

function keysOf(sections: readonly Keyed<Section>[]): string[] {
  return sections.map(({ key }) => key);
}

/** What went, by the section behind which it stood. */
function goneAfter(
  before: readonly Keyed<Section>[],
  stayed: ReadonlySet<string>,
): Map<string | null, Section[]> {
  const gone = new Map<string | null, Section[]>();
  let last: string | null = null;
  for (const { key, item } of before) {
    if (stayed.has(key)) last = key;
    else gone.set(last, [...(gone.get(last) ?? []), item]);
  }
  return gone;
}

interface Sides {
  readonly from: Section | null;
  readonly to: Section | null;
}

function differenceOf(
  { from, to }: Sides,
  isMoved: boolean,
  compareTexts: CompareTexts,
): SectionDifference {
  const section = to ?? from;
  return {
    kind: from ? (to ? "changed" : "removed") : "added",
    heading: headingOf(section),
    isMoved,
    blocks: compareBlocks(...linesToCompare(from, to), compareTexts),
  };
}

/** The lines of both, without the heading where it is the same or the section is only on one side. */
function linesToCompare(from: Section | null, to: Section | null): [Lines, Lines] {
  const isShown = from !== null && to !== null && from.heading !== to.heading;
  const linesIn = (section: Section | null) =>
    section === null || isShown || section.heading === null
      ? (section?.lines ?? [])
      : section.lines.slice(1);
  return [linesIn(from), linesIn(to)];
}

function headingOf(section: Section | null): string | null {
  const heading = section?.heading?.replace(/^\s*#+\s*/, "").replace(/\s+#*\s*$/, "");
  return heading === undefined ? null : heading;
}

type Lines = readonly string[];

interface Block {
  readonly text: string;
  readonly isCode: boolean;
}

function blocksOf(lines: readonly string[]): Block[] {
  const isCode = codeLines(lines);
  const blocks: Block[] = [];
  let open: { lines: string[]; isCode: boolean } | null = null;
  for (const [at, line] of lines.entries()) {
    const inCode = isCode[at] === true;
    if (open && (open.isCode !== inCode || (!inCode && line.trim() === ""))) {
      blocks.push({ text: open.lines.join("\n"), isCode: open.isCode });
      open = null;
    }
    if (!inCode && line.trim() === "") continue;
    open ??= { lines: [], isCode: inCode };
    open.lines.push(line);
  }
  if (open) blocks.push({ text: open.lines.join("\n"), isCode: open.isCode });
  return blocks;
}

function compareBlocks(from: Lines, to: Lines, compareTexts: CompareTexts): BlockDifference[] {
  if (from.join("\n") === to.join("\n")) return [];
  const [before, after] = [blocksOf(from), blocksOf(to)];
  const differences: BlockDifference[] = [];
  let at = 0;
  let otherAt = 0;
  const same = (count: number) => {
    if (count > 0) differences.push({ kind: "same", count });
    at += count;
    otherAt += count;
  };
  for (const { start, end, tokens } of editsBetween(before.map(textOf), after.map(textOf))) {
    same(start - at);
    const added = after.slice(otherAt, otherAt + tokens.length);
    differences.push(...replacements(before.slice(start, end), added, compareTexts));
    at = end;
    otherAt += tokens.length;
  }
  if (differences.length === 0) return [{ kind: "spacing" }];
  same(before.length - at);
  return differences;
}

function textOf({ text }: Block): string {
  return text;
}

/** Parts that went beside those that came: each that is like one of them is that one changed. */
function replacements(
  from: readonly Block[],
  to: readonly Block[],
  compareTexts: CompareTexts,
): BlockDifference[] {
  const pairs =
    from.length === 1 && to.length === 1 ? new Map([[0, 0]]) : pairsOf(from, to, blockLikeness);
  const differences: BlockDifference[] = [];
  let at = 0;
  for (const [nth, block] of to.entries()) {
    const partner = pairs.get(nth) ?? -1;
    const old = partner < at ? undefined : from[partner];
    if (old?.isCode === block.isCode) {
      differences.push(...from.slice(at, partner).map(asRemoved));
      differences.push(changeOf(old, block, compareTexts));
      at = partner + 1;
    } else {
      differences.push({ kind: "added", ...block });
    }
  }
  return [...differences, ...from.slice(at).map(asRemoved)];
}

const blockLikeness = {
  whole: textOf,
  name: () => null,
  words: textOf,
  isAddedTwice: () => false,
};

function asRemoved(block: Block): BlockDifference {
  return { kind: "removed", ...block };
}

function changeOf(from: Block, to: Block, compareTexts: CompareTexts): BlockDifference {
  if (!to.isCode) return { kind: "changed", change: compareTexts(from.text, to.text) };
  return { kind: "code", lines: piecesOf(from.text.split("\n"), to.text.split("\n"), "\n") };
}
