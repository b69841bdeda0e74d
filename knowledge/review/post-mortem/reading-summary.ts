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

/** The warnings of a post-mortem as sentences; those of entries name the entry by its text. */
export function sentencesOf({ warnings, timeline }: PostMortem): string[] {
  const kinds = [...new Set(warnings.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const ofKind = warnings.filter((warning) => warning.kind === kind);
    const counted = ofKind.length > listed ? countedSentence(kind, ofKind, timeline.length) : null;
    return counted === null ? ofKind.map((warning) => withEntry(warning, timeline)) : [counted];
  });
}

function withEntry({ sentence, entry }: ReadingWarning, timeline: PostMortem["timeline"]): string {
  const read = entry === undefined ? undefined : timeline[entry];
  if (entry === undefined || !read) return sentence;
  const words = [read.row.typed, read.text.split("\n", 1)[0] ?? ""].filter(Boolean).join(" ");
  const shown = words.length > 60 ? `${words.slice(0, 59)}…` : words;
  return `Entry ${entry + 1}, “${shown}”: ${sentence}`;
}

const summed: Partial<Record<ReadingWarningKind, string>> = {
  "missing-zone": "No time zone is stated",
  "missing-year": "The year is not stated, and the nearest was taken",
  "carried-date": "There is no date, and the document's was taken",
  "carried-zone": "No zone is named, and that of other entries was taken",
  "missing-date": "Nothing says the date",
  "zone-out-of-season": "The zone's abbreviation is of the other half of the year",
  "ambiguous-zone": "The zone's abbreviation has several meanings",
  "ambiguous-date": "Day and month may be the other way round",
};

function countedSentence(
  kind: ReadingWarningKind,
  warnings: readonly ReadingWarning[],
  entries: number,
): string | null {
  const says = summed[kind];
  if (says === undefined) return null;
  const [first] = warnings;
  return `${says} for ${warnings.length} of ${entries} entries. The first: ${first?.sentence ?? ""}`;
}
