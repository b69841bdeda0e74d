import { sectionsOf } from "../sections";

/** Where a change happens, whatever there is to change: numbers that choose among it. */
export interface Spot {
  readonly list: number;
  readonly row: number;
  readonly at: number;
}

/** What a change can take its words from. */
export interface Words {
  /** A word that occurs nowhere else. */
  readonly next: () => string;
  /** The ids of the document's sources. */
  readonly sources: readonly string[];
}

type StoryEdit = (story: string, spot: Spot, words: Words) => string;

/** What an author may do to a story. */
export const storyEdits: Readonly<Record<string, StoryEdit>> = {
  "add paragraph": inLines((lines, place, { next }) =>
    lines.toSpliced(place, 0, "", `A paragraph of ${next()} here. It has ${next()}.`, ""),
  ),
  "remove line": inLines((lines, place) => lines.toSpliced(place, 1)),
  "add sentence to story": inLines(eachLine(withSentence)),
  "remove sentence from story": inLines(eachLine(withoutSentence)),
  "change word of story": inLines(eachLine(withOtherWord)),
  "cite source": inLines((lines, place, { next, sources }) => {
    const source = sources[place % Math.max(1, sources.length)];
    const cited = `${lines[place]} ${next()}[^${source}]`;
    return source === undefined ? lines : lines.toSpliced(place, 1, cited);
  }),
  "add section": inSections((sections, place, { next }) =>
    sections.toSpliced(place, 0, `## Heading ${next()}\n\nSo ${next()} was.\n`),
  ),
  "remove section": inSections((sections, place) => sections.toSpliced(place, 1)),
  "move section": inSections((sections, place, _, { at }) => {
    const moved = sections.slice(place, place + 1);
    return sections.toSpliced(place, 1).toSpliced(at % Math.max(1, sections.length), 0, ...moved);
  }),
};

type Change = (
  parts: readonly string[],
  place: number,
  words: Words,
  spot: Spot,
) => readonly string[];

function inLines(change: Change): StoryEdit {
  return (story, spot, words) => {
    const lines = story.split("\n");
    const place = (spot.list * 7 + spot.row * 3 + spot.at) % lines.length;
    return change(lines, place, words, spot).join("\n");
  };
}

function inSections(change: Change): StoryEdit {
  return (story, spot, words) => {
    const all = sectionsOf(story);
    // What stands before the first heading stays there: no section is moved above it.
    const opening = all[0]?.heading === null ? [all[0].lines.join("\n")] : [];
    const sections = all.slice(opening.length).map(({ lines }) => lines.join("\n"));
    const place = spot.row % Math.max(1, sections.length);
    return [...opening, ...change(sections, place, words, spot)].join("\n");
  };
}

type TextEdit = (text: string, spot: Spot, next: () => string) => string;

function eachLine(edit: TextEdit): Change {
  return (lines, place, { next }, spot) =>
    lines.toSpliced(place, 1, edit(lines[place] ?? "", spot, next));
}

const betweenSentences = /(?<=\.) /;

/** A text with a sentence more. */
export function withSentence(text: string, { row, at }: Spot, next: () => string): string {
  const sentences = text.split(betweenSentences);
  const place = ((row + at) % sentences.length) + (at % 2);
  return sentences.toSpliced(place, 0, `Also ${next()} was there.`).join(" ");
}

/** A text with a sentence less. */
export function withoutSentence(text: string, { row, at }: Spot): string {
  const sentences = text.split(betweenSentences);
  return sentences.toSpliced((row + at) % sentences.length, 1).join(" ");
}

/** A text with another word in a sentence. */
export function withOtherWord(text: string, { row, at }: Spot, next: () => string): string {
  const sentences = text.split(betweenSentences);
  const place = (row + at) % sentences.length;
  const words = (sentences[place] ?? "").split(" ");
  const changed = words.toSpliced(at % words.length, 1, next()).join(" ");
  return sentences.toSpliced(place, 1, changed).join(" ");
}
