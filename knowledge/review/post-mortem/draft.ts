import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";
import { limits } from "#knowledge/incident/limits";
import { readMoment } from "#knowledge/incident/moment";
import type { Zone } from "#knowledge/incident/written-zone";

import { draftActions } from "./draft-actions";
import { DraftLines } from "./draft-lines";
import type { MappedPart, MappingReport } from "./draft-report";
import { draftSections } from "./draft-sections";
import { isRecordText, recordLine } from "./draft-text";
import { draftTimeline } from "./draft-timeline";
import type { PostMortem } from "./post-mortem";
import { frontMatterEnd, sourceLines } from "./source-line";
import { isTemplateHint } from "./template-hint";
import { settleTimeline, type ReadEntry } from "./timeline";

/** What a person decided where the original does not say. */
export interface DraftChoices {
  /** The zone of times that name none. */
  readonly zone?: Zone;
  /** The day of times that have none, and from which missing years are taken: `2024-07-19`. */
  readonly day?: string;
  /** Moments for single entries, by their place in the timeline. */
  readonly moments?: ReadonlyMap<number, string>;
}

/** A document to go on writing, and what became of every part of the original. */
export interface Draft {
  readonly document: IncidentDocument;
  readonly report: MappingReport;
}

/**
 * Makes a draft of a review that somebody wrote elsewhere. What the record has a place for goes
 * there; everything else stays in the story under its own heading, byte for byte. Root causes stay
 * text, and are pointed out as candidates for factors: how many conditions they tell of is for a
 * person to say.
 */
export function draftOf(postMortem: PostMortem, choices: DraftChoices = {}): Draft {
  if (postMortem.own) return ownDraft(postMortem.own);
  const account = new DraftLines(postMortem.lines);
  const taken = new Set<string>();
  const entries = settledWith(postMortem, choices);
  fenceFrontMatter(postMortem, account);
  const title = draftTitle(postMortem, account);
  dropPeopleAndHints(postMortem, account);
  const timeline = draftTimeline(postMortem, entries, { account, taken });
  const actions = draftActions(postMortem.actions, { account, taken });
  const texts = draftSections(postMortem, account);
  dropEmptySections(postMortem, account);
  const moments = draftMoments(postMortem, account);
  const summary = labelledSummary(postMortem);
  const candidate = { ...title, ...moments, ...summary, ...texts, timeline, actions };
  const record = IncidentRecord.parse(candidate);
  return {
    document: { record, story: account.story() },
    report: {
      recognised: account.recognised,
      guessed: account.guessed,
      leftAsText: leftAsText(postMortem, account),
      dropped: account.dropped(),
    },
  };
}

/** One of our own documents is taken exactly. */
function ownDraft(document: IncidentDocument): Draft {
  const part = { what: "Document", to: "document", from: 0, until: 0 };
  return { document, report: { recognised: [part], guessed: [], leftAsText: [], dropped: [] } };
}

/** The entries with the zone, the day and the moments that a person chose. */
function settledWith(postMortem: PostMortem, { zone, day, moments }: DraftChoices): ReadEntry[] {
  const { times, parts, lines, timeline } = postMortem;
  const chosenZone = zone ? { zone, ambiguity: null, season: null } : times.zone;
  const settled =
    zone || day
      ? settleTimeline(
          parts,
          {
            ...times,
            zone: chosenZone,
            day: day ?? times.day,
            dayFrom: day ? "your choice" : times.dayFrom,
          },
          { lines, shortcuts: new Set() },
        )
      : timeline;
  return settled.map((entry, index) => ({ ...entry, at: moments?.get(index) ?? entry.at }));
}

function draftTitle({ title, titleLine }: PostMortem, account: DraftLines): { title?: string } {
  const line = title === null ? null : recordLine(title, limits.title);
  if (line === null) return {};
  account.take({ what: "Title", to: "title", from: Math.max(0, titleLine), until: titleLine + 1 });
  // A title that was underlined has a second line, which says nothing more.
  return { title: line };
}

/** The key moments of which day and zone are known; the lines that say them stay in the story. */
function draftMoments({ moments }: PostMortem, account: DraftLines): Partial<IncidentRecord> {
  const begins = moments.started === null ? null : readMoment(moments.started);
  const known = Object.entries(moments).filter(([key, at]) => {
    const moment = at === null ? null : readMoment(at);
    if (!moment || at === null) return false;
    const isEnd = key === "mitigated" || key === "resolved";
    const isBefore = isEnd && begins !== null && moment.last <= begins.first;
    const note = `${at} lies before the start, ${moments.started ?? ""}, and was left out.`;
    if (isBefore) account.point({ what: "Key moments", to: key, from: 0, until: 0, note });
    return !isBefore;
  });
  return Object.fromEntries(known);
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
  { lines, peopleLines, titleLine }: PostMortem,
  account: DraftLines,
): void {
  for (const line of peopleLines) {
    account.drop(line, "It names people; the record tells of the parts they had.");
  }
  for (const [at, line] of sourceLines(lines.join("\n")).entries()) {
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

function leftAsText({ sections }: PostMortem, account: DraftLines): MappedPart[] {
  return sections.flatMap(({ heading, line, from, to }) =>
    account.isFree(line) || account.hasText(from, to)
      ? [{ what: heading, to: "story", from: line, until: to }]
      : [],
  );
}
