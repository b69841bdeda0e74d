import type { PostMortem } from "./post-mortem";
import type { PostMortemFile } from "./read-post-mortem";
import type { ReadingWarning, ReadingWarningKind } from "./reading-warning";

/** What was understood of a file, as `hindsight read` prints it. */
export interface ReadingSummary {
  readonly file: string;
  readonly title: string | null;
  readonly started: string | null;
  readonly timeline: readonly { readonly at: string | null; readonly text: string }[];
  readonly sections: readonly string[];
  readonly actions: readonly string[];
  readonly hasRootCause: boolean;
  readonly incidents: number;
  readonly warnings: readonly string[];
}

/** Sums up what was read of a file; of several incidents, all in the order of the file. */
export function readingSummary(
  file: string,
  { title, postMortems, headings, warnings }: PostMortemFile,
): ReadingSummary {
  const [first] = postMortems;
  return {
    file,
    title,
    started: first?.moments.started ?? null,
    timeline: postMortems.flatMap(({ timeline }) => timeline.map(({ at, text }) => ({ at, text }))),
    sections: headings,
    actions: postMortems.flatMap(({ actions }) => actions.map(({ text }) => text)),
    hasRootCause: postMortems.some((one) => one.hasRootCause),
    incidents: postMortems.length,
    warnings: [
      ...warnings.map(({ sentence }) => sentence),
      ...postMortems.flatMap((one) => sentencesOf(one).map(told(one, postMortems.length))),
    ],
  };
}

/** Of several incidents, each sentence says of which it is. */
function told({ title }: PostMortem, count: number): (sentence: string) => string {
  return (sentence) => (count > 1 && title !== null ? `${title}: ${sentence}` : sentence);
}

/** More entries than this with one kind of warning are counted, not listed. */
const listed = 3;

/**
 * The warnings of a post-mortem as sentences; those of entries name the entry by its text, and where
 * the lines have numbers beside them, by these.
 */
export function sentencesOf(
  { warnings, timeline }: PostMortem,
  lines: "numbered" | "unnumbered" = "unnumbered",
): string[] {
  const kinds = [...new Set(warnings.map(({ kind }) => kind))];
  const place = lines === "numbered" ? inLines(timeline) : () => "";
  return kinds.flatMap((kind) => {
    const ofKind = warnings.filter((warning) => warning.kind === kind);
    const says = ofKind.length > listed ? summed[kind] : undefined;
    if (says === undefined) {
      return ofKind.map((warning) => withEntry(warning, timeline, place([warning])));
    }
    const count = `${ofKind.length} of ${timeline.length} entries${place(ofKind)}`;
    return [`${says} for ${count}. The first: ${ofKind[0]?.sentence ?? ""}`];
  });
}

function inLines(
  timeline: PostMortem["timeline"],
): (warnings: readonly ReadingWarning[]) => string {
  return (warnings) => {
    const lines = warnings.flatMap(({ entry }) => {
      const row = entry === undefined ? undefined : timeline[entry]?.row;
      return row ? [row.from + 1] : [];
    });
    return ` (${lineWords([...new Set(lines)])})`;
  };
}

function withEntry(
  { sentence, entry }: ReadingWarning,
  timeline: PostMortem["timeline"],
  place: string,
): string {
  const read = entry === undefined ? undefined : timeline[entry];
  if (entry === undefined || !read) return sentence;
  return `${entryName(entry, read)}${place}: ${sentence}`;
}

/** An entry as a person finds it in the original: its number and its first words. */
export function entryName(index: number, { row, text }: PostMortem["timeline"][number]): string {
  const words = [row.typed, text.split("\n", 1)[0] ?? ""].filter(Boolean).join(" ");
  const shown = words.length > 60 ? `${words.slice(0, 59)}…` : words;
  return `Entry ${index + 1}, “${shown}”`;
}

/** What is said once of many entries. */
export const summed: Partial<Record<ReadingWarningKind, string>> = {
  "missing-zone": "No time zone is stated",
  "missing-year": "The year is not stated, and the nearest was taken",
  "carried-date": "There is no date, and the document's was taken",
  "carried-guess": "There is no date, and one was taken that is a guess",
  "carried-zone": "No zone is named, and one was taken that stands elsewhere",
  "missing-date": "Nothing says the date",
  "zone-out-of-season": "The zone's abbreviation is of the other half of the year",
  "ambiguous-zone": "The zone's abbreviation has several meanings",
  "ambiguous-date": "Day and month may be the other way round",
};

/** Where something stands: "line 4", "lines 4, 7", "lines 4 to 9". */
export function lineWords(lines: readonly number[]): string {
  const [first = 0] = lines;
  const last = lines.at(-1) ?? first;
  if (lines.length === 1) return `line ${first}`;
  if (last - first === lines.length - 1) return `lines ${first} to ${last}`;
  const shown = lines.slice(0, 8).join(", ");
  return lines.length > 8 ? `lines ${shown} and more` : `lines ${shown}`;
}
