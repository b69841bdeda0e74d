import { story as storyStep } from "#knowledge/text/fault";

import type { Conflict } from "./conflict";
import { isSame } from "./equality";
import { textConflict, type Merged } from "./field";
import { type Keyed, mergeKeyed } from "./keyed-list";
import { type Likeness, withKeys } from "./pairing";
import { clashOf, type Clash, type MergedText, mergeText, oneWrittenFurther } from "./passage";
import { type Section, sectionsOf } from "./sections";
import type { Three } from "./three-way";
import { linesOf } from "./tokens";

/** More headings than people write: a story with more is merged and compared as one section. */
export const mostSections = 400;

/**
 * Merges stories by section, so that a section that one author moved and the other edited is both,
 * and within a section as `mergeText` does. Where an author made two sections of one, or one of
 * two (also by code that begins above a heading), they are one here. Paths are `["story", line]`.
 */
export function mergeStories(stories: Three<string>): Merged<string> {
  const sections = sectionsInCommon(stories);
  const merged = sections ? mergeSections(sections) : mergeText(stories);
  return asStory(withMovedAndRemoved(merged, stories));
}

/**
 * Says of lines that one author removed and the other moved away from their section: they stay
 * where they were moved, and the removal is a clash. Lines that stand more than once are passed over.
 */
function withMovedAndRemoved(merged: MergedText, stories: Three<string>): MergedText {
  const counts = {
    base: lineCounts(stories.base),
    ours: lineCounts(stories.ours),
    theirs: lineCounts(stories.theirs),
  };
  const said = merged.clashes.map(({ base }) => base).join("\n");
  const more: Clash[] = [];
  let offset = 0;
  for (const line of linesOf(merged.text)) {
    const isInOurs = counts.ours.has(line);
    const isOfOne = counts.base.get(line) === 1 && isInOurs !== counts.theirs.has(line);
    if (isOfOne && line.trim() !== "" && !said.includes(line)) {
      const [ours, theirs] = isInOurs ? [line, ""] : ["", line];
      const kept = isInOurs ? "ours" : "theirs";
      more.push({ base: line, ours, theirs, both: line, kept, offset });
    }
    offset += line.length + 1;
  }
  if (more.length === 0) return merged;
  const clashes = [...merged.clashes, ...more].toSorted((a, b) => a.offset - b.offset);
  return { text: merged.text, clashes };
}

/** How often each line stands in a story. */
function lineCounts(story: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of linesOf(story)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** Both stories, of which one is chosen whole. */
export function wholeStory(stories: Three<string>): Merged<string> {
  return asStory(clashOf(stories, "\n\n"));
}

function asStory({ text, clashes }: MergedText): Merged<string> {
  let line = 0;
  let counted = 0;
  const conflicts = clashes.map((clash): Conflict => {
    line += text.slice(counted, clash.offset).split("\n").length - 1;
    counted = clash.offset;
    return textConflict(clash, text, [storyStep, line]);
  });
  return { item: text, conflicts };
}

type Lines = readonly string[];

/** A merged section with where its clashes begin in it. */
interface MergedSection {
  readonly text: string;
  readonly clashes: readonly Clash[];
}

type Sections = readonly Keyed<Section>[];

// Each round takes headings for ordinary lines that the rounds before had left.
const mostRounds = 10;

/**
 * The sections of three stories, such that no line of a section of the base stands in another
 * section of a side: a merge by section would take it for removed here and added there. Null where
 * there is no such division.
 */
function sectionsInCommon({ base, ours, theirs }: Three<string>): Three<Sections> | null {
  const ordinary = new Set<string>();
  for (let round = 0; round < mostRounds; round += 1) {
    const sections = {
      base: sectionsOf(base, ordinary),
      ours: sectionsOf(ours, ordinary),
      theirs: sectionsOf(theirs, ordinary),
    };
    if (Object.values(sections).some((list) => list.length > mostSections)) return null;
    const keyed = withKeys(sections, sectionLikeness);
    const mixed = [keyed.ours, keyed.theirs].flatMap((side) => [...mixedUp(keyed.base, side)]);
    if (mixed.length === 0) return keyed;
    for (const heading of mixed) ordinary.add(heading);
  }
  return null;
}

/** The headings that a side added above lines of the base, or took away from above them. */
function mixedUp(base: Sections, side: Sections): Set<string> {
  const headings = new Map(base.map(({ key, item }) => [key, item.heading ?? ""]));
  const homes = homesOfLines(base);
  const mixed = new Set<string>();
  for (const { key, item } of side) {
    const away = item.lines.flatMap((line) => homes.get(line) ?? []).filter((home) => home !== key);
    for (const home of away) {
      const lost = headings.get(home) ?? "";
      const found = item.heading ?? "";
      // What stands above all headings has none to be forgotten.
      mixed.add(headings.has(key) ? lost || found : found || lost);
    }
  }
  return mixed;
}

/** For each line that stands once in the sections, the key of the one in which it stands. */
function homesOfLines(sections: Sections): Map<string, string> {
  const homes = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { key, item } of sections) {
    for (const line of item.lines) {
      if (homes.has(line) || line.trim() === "") repeated.add(line);
      homes.set(line, key);
    }
  }
  for (const line of repeated) homes.delete(line);
  return homes;
}

function mergeSections(keyed: Three<Sections>): MergedText {
  const merged = mergeKeyed<Section, MergedSection>(keyed, {
    merge: ({ base, ours, theirs }) =>
      mergeSection({ base: base ?? headOf(ours, theirs), ours, theirs }),
    rescue: rescueSection,
    adopt: ({ lines }) => agreed(lines),
  });
  return joined(merged, {
    base: followers(keyed.base),
    ours: followers(keyed.ours),
    theirs: followers(keyed.theirs),
  });
}

/** How sections are known again. */
export const sectionLikeness: Likeness<Section> = {
  whole: ({ lines }) => lines.join("\n"),
  name: ({ heading }) => heading ?? "",
  words: ({ lines }) => lines.join("\n"),
  isAddedTwice: (ours, theirs) =>
    ours.heading === theirs.heading ||
    oneWrittenFurther(ours.lines.join("\n"), theirs.lines.join("\n")) !== null,
};

function agreed(lines: Lines): MergedSection {
  return { text: lines.join("\n"), clashes: [] };
}

/** What two sections that were both added under one heading began with: that heading. */
function headOf(ours: Section, theirs: Section): Section {
  const isShared = ours.heading !== null && ours.heading === theirs.heading;
  return { heading: ours.heading, lines: isShared ? [ours.heading] : [] };
}

function mergeSection({ base, ours, theirs }: Three<Section>): MergedSection {
  return mergeText({
    base: base.lines.join("\n"),
    ours: ours.lines.join("\n"),
    theirs: theirs.lines.join("\n"),
  });
}

function rescueSection({ base, ours, theirs }: Three<Section | null>): MergedSection | null {
  if (isSame(ours ?? theirs, base)) return null;
  const text = (section: Section | null) => section?.lines.join("\n") ?? "";
  const clash = clashOf({ base: text(base), ours: text(ours), theirs: text(theirs) }, "\n");
  return clash.text === "" ? null : clash;
}

/** For each section the one that follows it; null for the last. */
function followers(sections: readonly Keyed<Section>[]): Map<string, string | null> {
  return new Map(sections.map(({ key }, at) => [key, sections[at + 1]?.key ?? null]));
}

/**
 * The sections one below the other. One that ended a story, and so may lack the blank line that
 * sets off the next, gets it when another comes to stand below.
 */
function joined(
  sections: readonly Keyed<MergedSection>[],
  followersIn: Three<ReadonlyMap<string, string | null>>,
): MergedText {
  let text = "";
  const clashes: Clash[] = [];
  for (const [at, { key, item }] of sections.entries()) {
    if (at > 0) text += "\n";
    for (const clash of item.clashes)
      clashes.push({ ...clash, offset: clash.offset + text.length });
    text += item.text;
    const isLast = at === sections.length - 1;
    const endedBefore = Object.values(followersIn).every(
      (next) => (next.get(key) ?? null) === null,
    );
    if (!isLast && endedBefore && !/(?:^|\n)[ \t]*$/.test(item.text)) text += "\n";
  }
  return { text, clashes };
}
