import type { Zone } from "#knowledge/incident/written-zone";

import { namesRootCause } from "./canonical-heading";
import { actionsAmong, readActions } from "./action-row";
import type { ReadAction } from "./action-words";
import type { ReadChat } from "./chat-in-document";
import { dayWarnings, documentTimes } from "./document-times";
import { keyMoments } from "./key-moments";
import type { Label } from "./labels";
import type { PostMortem, ReadMeta, ReadSection } from "./post-mortem";
import type { ReadingWarning } from "./reading-warning";
import { documentOf, type SourceDocument } from "./source-document";
import { hasContent } from "./template-hint";
import { findTimeline } from "./find-timeline";
import { saidDay, settleTimeline, type DocumentTimes } from "./timeline";
import { titleOf } from "./title";

/** What a person says of a document that does not say it itself. */
export interface SaidTimes {
  readonly zone?: Zone | undefined;
  /** `2024-07-19`. */
  readonly day?: string | undefined;
  /** When it is read, in milliseconds since 1970. */
  readonly now?: number | undefined;
}

/** Reads one incident out of the lines of a Markdown document. */
export function readIncident(
  text: readonly string[],
  file: string,
  said: SaidTimes = {},
  chat: ReadChat | null = null,
): PostMortem {
  const document = documentOf(text, file);
  const title = titleOf(document);
  const times = withSaid(documentTimes(document, title.text), said);
  const { parts, timeline } = timelineOf(document, times);
  const key = keyMoments(document, timeline, times, chat !== null);
  const sections = readSections(document, title.line);
  const warnings = [
    ...(chat?.told ?? []),
    ...dayWarnings(document, title.text, times),
    ...key.warnings,
    ...timeline.flatMap((entry) => entry.warnings),
    ...(timeline.length === 0 ? [noTimeline] : []),
    ...(parts.some((part) => part.kind === "row" && part.form === "prose") ? [fromProse] : []),
  ];
  return {
    title: title.text,
    moments: key.moments,
    origins: key.origins,
    timeline,
    sections,
    actions: actionsOf(document),
    hasRootCause: hasRootCause(document),
    meta: metaOf(document.labels),
    labels: document.labels,
    warnings,
    lines: document.text,
    titleLine: title.line,
    isTitleGuess: title.isGuess,
    peopleLines: new Set(peopleLines(document)),
    parts,
    times,
    file,
    chat,
    own: null,
  };
}

function withSaid(times: DocumentTimes, { zone, day, now }: SaidTimes): DocumentTimes {
  return {
    ...times,
    now,
    ...(zone && { zone: { zone, ambiguity: null, season: null } }),
    ...(day !== undefined && { day, dayFrom: saidDay }),
  };
}

/** The timeline; a sentence whose time nothing dates tells of no event, such as "daily at 04:30". */
function timelineOf(
  document: SourceDocument,
  times: DocumentTimes,
): Pick<PostMortem, "parts" | "timeline"> {
  const source = { lines: document.text, shortcuts: document.shortcuts };
  const parts = findTimeline(document);
  const timeline = settleTimeline(parts, times, source);
  const undated = new Set(
    timeline.flatMap(({ row, at }) => (row.form === "prose" && at === null ? [row] : [])),
  );
  if (undated.size === 0) return { parts, timeline };
  const dated = parts.filter((part) => part.kind !== "row" || !undated.has(part));
  return { parts: dated, timeline: settleTimeline(dated, times, source) };
}

const noTimeline: ReadingWarning = { kind: "no-timeline", sentence: "No timeline was found." };
const fromProse: ReadingWarning = {
  kind: "from-prose",
  sentence: "Entries were found in running text: each sentence that names a time of day is one.",
};

function readSections({ sections, text }: SourceDocument, titleLine: number): ReadSection[] {
  return sections.flatMap(({ heading, canonical, within, from, to }): ReadSection[] => {
    if (!heading || heading.from === titleLine) return [];
    const body = text.slice(from, to).join("\n");
    const line = heading.from;
    return [{ heading: heading.text, canonical: canonical ?? within, body, line, from, to }];
  });
}

function actionsOf({ sections, lines, shortcuts }: SourceDocument): ReadAction[] {
  return sections.flatMap(({ canonical, within, from, to }) => {
    const isListed = canonical === "actions" || (canonical === null && within === "actions");
    const read = isListed ? readActions : actionsAmong;
    return read(lines, from, to, shortcuts);
  });
}

function hasRootCause({ sections, lines, labels }: SourceDocument): boolean {
  const isLabelled = labels.some(({ meaning, value, line }) => {
    const below = lines[line + 1];
    return (
      meaning === "root-cause" && (value !== "" || (below !== undefined && below.kind === "text"))
    );
  });
  if (isLabelled) return true;
  return sections.some(({ heading }, index) => {
    if (!heading || !namesRootCause(heading.text)) return false;
    const next = sections.findIndex(
      (other, at) => at > index && (other.heading?.level ?? 0) <= heading.level,
    );
    const below = next === -1 ? sections.slice(index) : sections.slice(index, next);
    return below.some((section) => hasContent(lines.slice(section.from, section.to)));
  });
}

function metaOf(labels: readonly Label[]): ReadMeta {
  const first = (meaning: Label["meaning"]) =>
    labels.find((label) => label.meaning === meaning && label.value !== "")?.value ?? null;
  const people = labels.filter(({ meaning }) => meaning === "people");
  return {
    severity: first("severity"),
    status: first("status"),
    summary: first("summary"),
    roles: [...new Set(people.map(({ name }) => roleOf(name)))],
  };
}

/** "Created By" and "Authors" are both an author. */
function roleOf(name: string): string {
  const bare = name
    .toLowerCase()
    .replaceAll(/[^a-z -]/g, "")
    .trim();
  if (
    /^(?:created|written|prepared|last modified|edited|submitted)? ?by$|^authors?$|^names?$/.test(
      bare,
    )
  )
    return "author";
  return bare.replace(/s$/, "");
}

/** Lines that do nothing but name people. */
function peopleLines({ labels, sections, lines }: SourceDocument): number[] {
  const labelled = labels.flatMap(({ meaning, line }) => (meaning === "people" ? [line] : []));
  const alone = labelled.filter((line) =>
    labels.every((label) => label.line !== line || label.meaning === "people"),
  );
  const listed = sections.flatMap(({ canonical, from, to }) =>
    canonical === "people"
      ? lines.slice(from, to).flatMap(({ kind }, index) => (kind === "text" ? [from + index] : []))
      : [],
  );
  return [...alone, ...listed];
}
