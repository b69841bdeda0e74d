import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";
import { limits } from "#knowledge/incident/limits";
import type { Zone } from "#knowledge/incident/written-zone";

import { canonicalOf } from "./canonical-heading";
import { draftActions, dropNamesOfActions } from "./draft-actions";
import { labelledParagraphs } from "./draft-labelled";
import { leftAsText } from "./draft-left";
import { DraftLines } from "./draft-lines";
import { doubtsOfMoments, draftMoments } from "./draft-moments";
import { namesLeft } from "./draft-names";
import type { MappingReport } from "./draft-report";
import { draftSections } from "./draft-sections";
import { dropEmptyTableHeads } from "./draft-table-head";
import { isRecordText, recordLine } from "./draft-text";
import { draftTimeline, isWaiting } from "./draft-timeline";
import type { PostMortem } from "./post-mortem";
import { readIncident } from "./read-markdown";
import { sentencesOf } from "./reading-summary";
import { frontMatterEnd, sourceLines } from "./source-line";
import { isTemplateHint } from "./template-hint";

/** What a person decided where the original does not say. */
export interface DraftChoices {
  /** The zone of times that name none. */
  readonly zone?: Zone;
  /** The day of times that have none, and from which missing years are taken: `2024-07-19`. */
  readonly day?: string;
  /** When it is read, in milliseconds since 1970: times behind it are said to be in the future. */
  readonly now?: number;
  /** Moments for single entries, by their place in the timeline. */
  readonly moments?: ReadonlyMap<number, string>;
}

/** A document to go on writing, and what became of every part of the original. */
export interface Draft {
  readonly document: IncidentDocument;
  readonly report: MappingReport;
  /** Entries that stay in the story until somebody says their zone; their times are local. */
  readonly waiting: readonly Pick<Entry, "at" | "text">[];
  /** The name of the zone that was chosen or that the original states for its times; else null. */
  readonly zone: string | null;
}

type Entry = IncidentDocument["record"]["timeline"][number];

/**
 * Makes a draft of a review that somebody wrote elsewhere. What the record has a place for goes
 * there; everything else stays in the story under its own heading, byte for byte. Root causes stay
 * text, and are pointed out as candidates for factors: how many conditions they tell of is for a
 * person to say.
 */
export function draftOf(postMortem: PostMortem, choices: DraftChoices = {}): Draft {
  if (postMortem.own) return ownDraft(postMortem.own);
  const said = withChoices(postMortem, choices);
  const account = new DraftLines(said.lines);
  const record = IncidentRecord.parse(draftRecord(said, account, choices.moments));
  const source = sourceLines(said.lines.join("\n"));
  dropEmptyTableHeads(source, account);
  dropNamesOfActions(source, said.sections, account);
  dropEmptySections(said, account);
  return {
    document: { record, story: account.story() },
    waiting: said.timeline.flatMap((entry, index) => {
      const { at, text } = entry;
      const isSaid = choices.moments?.has(index) === true;
      return at !== null && !isSaid && isWaiting(entry) ? [{ at, text }] : [];
    }),
    zone: statedZone(said),
    report: {
      recognised: account.recognised,
      guessed: account.guessed,
      leftAsText: leftAsText(said, account, labelledParagraphs(said)),
      dropped: account.dropped(),
      lookAt: [
        ...sentencesOf(said, "numbered"),
        ...doubtsOfMoments(said),
        ...namesLeft(said, account),
      ],
    },
  };
}

/** The record; accounts for every line that it takes. */
function draftRecord(
  postMortem: PostMortem,
  account: DraftLines,
  moments: DraftChoices["moments"],
): Partial<IncidentRecord> {
  const taken = new Set<string>();
  fenceFrontMatter(postMortem, account);
  const title = draftTitle(postMortem, account);
  dropPeopleAndHints(postMortem, account);
  const entries = postMortem.timeline.map((entry, index) => ({
    ...entry,
    at: moments?.get(index) ?? entry.at,
  }));
  const timeline = draftTimeline(postMortem, entries, { account, taken });
  const actions = draftActions(postMortem.actions, { account, taken });
  const texts = draftSections(postMortem, account, labelledParagraphs(postMortem));
  const summary = texts.summary === undefined ? labelledSummary(postMortem) : {};
  return {
    ...title,
    ...draftMoments(postMortem, account),
    ...summary,
    ...texts,
    timeline,
    actions,
  };
}

/** The document read anew with what a person says of its times. */
function withChoices(postMortem: PostMortem, choices: DraftChoices): PostMortem {
  const { zone, day, now } = choices;
  if (!zone && day === undefined && now === undefined) return postMortem;
  const { lines, file, chat } = postMortem;
  return readIncident(lines, file, { zone, day, now }, chat);
}

/** The zone that holds for all times, or that all parts of the timeline are headed with. */
function statedZone({ times, parts }: PostMortem): string | null {
  if (times.zone) return times.zone.zone.name;
  const headed = parts.flatMap((part) => (part.kind === "zone" ? [part.zone.zone.name] : []));
  const [only = null] = headed;
  return headed.every((name) => name === only) ? only : null;
}

/** One of our own documents is taken exactly. */
function ownDraft(document: IncidentDocument): Draft {
  const part = { what: "Document", to: "document", from: 0, until: 0 };
  return {
    document,
    waiting: [],
    zone: null,
    report: { recognised: [part], guessed: [], leftAsText: [], dropped: [], lookAt: [] },
  };
}

function draftTitle(
  { title, titleLine, isTitleGuess }: PostMortem,
  account: DraftLines,
): { title?: string } {
  const line = title === null ? null : recordLine(title, limits.title);
  if (line === null) return {};
  const part = { what: "Title", to: "title", from: Math.max(0, titleLine), until: titleLine + 1 };
  if (isTitleGuess)
    account.take({ ...part, note: "It is the first line, which may be no title." }, "guessed");
  else account.take(part);
  // A title that was underlined has a second line, which says nothing more.
  return { title: line };
}

/** Front matter that is not ours would be read as a rule and a heading: it goes between fences. */
function fenceFrontMatter({ lines }: PostMortem, account: DraftLines): void {
  const end = frontMatterEnd(lines);
  if (end > 0) account.fence(0, end - 1);
}

/** A summary that front matter holds; its line stays there too. */
function labelledSummary({ meta }: PostMortem): { summary?: string } {
  const isFit = meta.summary !== null && isRecordText(meta.summary, limits.longText);
  return isFit && meta.summary !== null ? { summary: meta.summary } : {};
}

function dropPeopleAndHints(
  { lines, peopleLines, titleLine, sections }: PostMortem,
  account: DraftLines,
): void {
  for (const line of peopleLines) {
    account.drop(line, "It names people; the record tells of the parts they had.");
  }
  const headings = new Set(sections.map(({ line }) => line));
  for (const [at, line] of sourceLines(lines.join("\n")).entries()) {
    // "TODO" above a list is its name, and no hint.
    if (headings.has(at) || canonicalOf(line.text) === "actions") continue;
    if (at === titleLine + 1 && /^={3,}$|^-{3,}$/.test(line.text))
      account.drop(at, "It underlines the title.");
    if (line.kind === "comment") account.drop(at, "It is a comment.");
    else if (isTemplateHint(line)) account.drop(at, "It is what a template asks, unanswered.");
  }
}

/** Headings below which nothing is left. */
function dropEmptySections({ sections, lines }: PostMortem, account: DraftLines): void {
  for (const [index, section] of [...sections.entries()].toReversed()) {
    const next = sections[index + 1];
    const end = next && isBelow(lines, section.line, next.line) ? next.from : section.to;
    const hasText =
      account.hasText(section.from, section.to) ||
      hasTextBelow(sections, index, { lines, account });
    if (hasText || end < section.from) continue;
    const wasTaken = lines.slice(section.from, section.to).some((text) => text.trim() !== "");
    const reason = wasTaken
      ? "What stood below this heading is in the record, or dropped."
      : "Nothing stands below this heading.";
    for (let at = section.line; at < section.from; at++) account.drop(at, reason);
  }
}

function levelOf(line: string | undefined): number {
  const hashes = /^\s{0,3}(#{1,6})/.exec(line ?? "")?.[1];
  return hashes?.length ?? 7;
}

function isBelow(lines: readonly string[], line: number, other: number): boolean {
  return levelOf(lines[other]) > levelOf(lines[line]);
}

function hasTextBelow(
  sections: PostMortem["sections"],
  index: number,
  { lines, account }: { lines: readonly string[]; account: DraftLines },
): boolean {
  const [section, ...below] = sections.slice(index);
  if (!section) return false;
  for (const one of below) {
    if (!isBelow(lines, section.line, one.line)) return false;
    if (account.isFree(one.line) || account.hasText(one.from, one.to)) return true;
  }
  return false;
}
