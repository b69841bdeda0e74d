import type { WrittenPoint } from "#knowledge/incident/written-point";
import type { WrittenTime } from "#knowledge/incident/written-time-form";

import { timesIn } from "./document-date";
import { labelMoment, settledTime, statedLabels } from "./document-times";
import { isEarly } from "./early-section";
import type { Label, LabelMeaning } from "./labels";
import { plainWords } from "./plain-words";
import type { KeyMoments, MomentOrigin, MomentOrigins } from "./post-mortem";
import type { ReadingWarning } from "./reading-warning";
import type { SourceDocument } from "./source-document";
import { itemMark } from "./source-line";
import { firstOf, type DocumentTimes, type ReadEntry } from "./timeline";

const harm = "(?:outage|impact|degradation|downtime|disruption)";
const begins = new RegExp(
  `\\b${harm}[ \\t]+(?:has[ \\t]+)?(?:begins?|began|begun|starts?|started|starting|onset)\\b|\\b(?:start|beginning|onset)[ \\t]+of[ \\t]+(?:the[ \\t]+)?(?:\\w+[ \\t]+)?${harm}\\b`,
  "i",
);
const ends = new RegExp(
  `\\b${harm}[ \\t]+(?:has[ \\t]+)?(?:ends?|ended|over|is[ \\t]+over|resolved|stops?|stopped)\\b|\\bend[ \\t]+of[ \\t]+(?:the[ \\t]+)?(?:\\w+[ \\t]+)?${harm}\\b`,
  "i",
);
const mitigates = new RegExp(
  `\\b${harm}[ \\t]+(?:(?:is|was|has[ \\t]+been)[ \\t]+)?mitigated\\b`,
  "i",
);
const incidentBegins =
  /\bincident[ \t]+(?:begins?|began|starts?|started)\b|\b(?:start|beginning)[ \t]+of[ \t]+(?:the[ \t]+)?incident\b/i;
const incidentEnds =
  /\bincident[ \t]+(?:ends?|ended|over|(?:is[ \t]+|was[ \t]+)?(?:resolved|closed))\b|\bend[ \t]+of[ \t]+(?:the[ \t]+)?incident\b/i;

/**
 * Start, detection, end of the harm and of the incident: by marks in the timeline, labels, ranges in
 * prose. A message of a chat says when it was written, and not when what it tells of was: of a chat
 * only labels are read, as guesses.
 */
export function keyMoments(
  document: SourceDocument,
  timeline: readonly ReadEntry[],
  times: DocumentTimes,
  isChat = false,
): { moments: KeyMoments; origins: MomentOrigins; warnings: ReadingWarning[] } {
  const found = foundMoments(document, timeline, { times, isChat });
  const each = <Value>(of: (one: FoundMoment) => Value) => ({
    started: found.started && of(found.started),
    detected: found.detected && of(found.detected),
    mitigated: found.mitigated && of(found.mitigated),
    resolved: found.resolved && of(found.resolved),
  });
  const moments = each(({ at }) => at);
  return {
    moments,
    origins: each(({ origin }) => origin),
    warnings: [
      ...startWarnings(moments),
      ...(isChat ? [unreadInChat] : []),
      ...disagreements(document, times),
    ],
  };
}

/** For each moment the first that says it, the plainer statements before the others. */
function foundMoments(
  document: SourceDocument,
  timeline: readonly ReadEntry[],
  { times, isChat }: { times: DocumentTimes; isChat: boolean },
): { readonly [Key in keyof KeyMoments]: FoundMoment | null } {
  const entries = new Set(
    timeline.flatMap(({ row }) => (row.form === "prose" ? [] : linesOf(row))),
  );
  const fromLabels = (labels: readonly Label[], meanings: readonly LabelMeaning[]) => {
    const found = fromLabel(labels, meanings, times);
    return found && isChat && entries.has(found.origin.line) ? asGuess(found) : found;
  };
  const labelled = (...meanings: LabelMeaning[]) => fromLabels(document.labels, meanings);
  const marked = (sign: RegExp) => (isChat ? null : fromMark(timeline, sign));
  const said = rangeInProse(document, times, entries);
  const start = fromLabels(statedLabels(document), ["start", "date"]);
  const ended = labelled("end");
  const harmEnded = ended && harmful.test(ended.origin.words) ? asGuess(ended) : null;
  const [eased, over] = [marked(mitigates), marked(ends)];
  return {
    started: first(marked(begins), start, marked(incidentBegins), said.from, fromDay(times)),
    detected: labelled("detected"),
    mitigated: first(labelled("mitigated"), eased, over, harmEnded, said.to),
    resolved: first(
      labelled("resolved"),
      harmEnded ? null : ended,
      marked(incidentEnds),
      // "OUTAGE MITIGATED" and later "OUTAGE ENDS": harm ended with the first.
      eased && over && over.at > eased.at ? over : null,
    ),
  };
}

const harmful = new RegExp(harm, "i");

interface FoundMoment {
  readonly at: string;
  readonly origin: MomentOrigin;
}

function first(...found: readonly (FoundMoment | null)[]): FoundMoment | null {
  return found.find((one) => one !== null) ?? null;
}

function fromMark(timeline: readonly ReadEntry[], sign: RegExp): FoundMoment | null {
  const entry = timeline.find(({ text, at }) => at !== null && sign.test(text));
  if (!entry || entry.at === null) return null;
  const words = sign.exec(entry.text)?.[0] ?? "";
  return {
    at: entry.at,
    origin: { words, line: entry.row.from, form: "mark", isGuess: true, doubts: [] },
  };
}

function fromLabel(
  labels: readonly Label[],
  meanings: readonly LabelMeaning[],
  times: DocumentTimes,
): FoundMoment | null {
  const found = labelMoment({ labels }, meanings, times);
  if (!found) return null;
  const { name, line } = found.label;
  const doubts = found.warnings
    .filter(({ kind }) => kind !== "missing-zone" && kind !== "ambiguous-date")
    .map(({ sentence }) => sentence);
  return { at: found.at, origin: { words: name, line, form: "label", isGuess: false, doubts } };
}

function asGuess({ at, origin }: FoundMoment): FoundMoment {
  return { at, origin: { ...origin, isGuess: true } };
}

function fromDay({ day, dayFrom }: DocumentTimes): FoundMoment | null {
  return day === null
    ? null
    : { at: day, origin: { words: dayFrom, line: -1, form: "day", isGuess: true, doubts: [] } };
}

function startWarnings({ started }: KeyMoments): ReadingWarning[] {
  const sentence = "Nothing says when it started.";
  return started === null ? [{ kind: "missing-start", sentence }] : [];
}

const unreadInChat: ReadingWarning = {
  kind: "chat",
  sentence:
    "When harm began and ended is not taken from the messages of a chat, which say when they were written: say it in the draft.",
};

interface Range {
  readonly from: FoundMoment | null;
  readonly to: FoundMoment | null;
}

/** "between 23:04 and 08:12", "from 1:13 PM to 1:50 PM EAT", in the summary or under Impact. */
function rangeInProse(
  document: SourceDocument,
  times: DocumentTimes,
  entries: ReadonlySet<number>,
): Range {
  for (const { text, line } of earlyTexts(document, entries)) {
    for (const { value, at, end } of timesIn(text)) {
      const words = text.slice(at, end);
      const range = rangeOf(value, times, {
        words,
        line,
        form: "range",
        isGuess: true,
        doubts: [],
      });
      if (range) return range;
    }
  }
  return { from: null, to: null };
}

function rangeOf(
  { hedge, from, to }: WrittenTime,
  times: DocumentTimes,
  origin: MomentOrigin,
): Range | null {
  if (!to || hedge !== "exact") return null;
  const [begun, over] = [settledPoint(from, times), settledPoint(to, times)];
  if (begun === null || isFarFrom(begun, times.day)) return null;
  const isForward = over !== null && (to.date !== null || over > begun);
  return { from: { at: begun, origin }, to: isForward ? { at: over, origin } : null };
}

function settledPoint(point: WrittenPoint, times: DocumentTimes): string | null {
  return (
    settledTime({ hedge: "exact", from: point, to: null, relative: null }, times)?.moment ?? null
  );
}

/** Paragraphs and items of what tells of the whole, but for entries of the timeline. */
function earlyTexts(
  { sections, lines }: SourceDocument,
  entries: ReadonlySet<number>,
): { text: string; line: number }[] {
  return sections.filter(isEarly).flatMap(({ from, to }) => {
    const texts: { text: string; line: number }[] = [];
    let isOpen = false;
    for (const [index, { kind, text }] of lines.slice(from, to).entries()) {
      const line = from + index;
      const isPart = kind === "text" && !entries.has(line);
      const last = texts.at(-1);
      if (isPart && isOpen && last && itemMark(text) === "") last.text += ` ${text}`;
      else if (isPart) texts.push({ text, line });
      isOpen = isPart;
    }
    return texts.map(({ text, line }) => ({ text: plainWords(text.slice(0, 4_000)), line }));
  });
}

function linesOf({ from, to }: ReadEntry["row"]): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

const daysApart = 20;

function isFarFrom(moment: string, day: string | null): boolean {
  const [one, other] = [firstOf(moment), firstOf(day)];
  return one !== null && other !== null && Math.abs(one - other) > daysApart * 86_400_000;
}

/** A day under Impact that lies far from that of the title: one of them is a slip. */
function disagreements(document: SourceDocument, times: DocumentTimes): ReadingWarning[] {
  const { day, dayFrom } = times;
  if (day === null || dayFrom.startsWith("the summary")) return [];
  const points = document.sections
    .filter(({ canonical }) => canonical === "impact")
    .flatMap(({ from, to }) => document.lines.slice(from, to))
    .flatMap(({ text }) => timesIn(plainWords(text)))
    .flatMap(({ value: { from, to } }) => (to ? [from, to] : [from]));
  const other = points.map((point) => dayOfPoint(point, times)).find((one) => isFarFrom(one, day));
  if (other === undefined) return [];
  const sentence = `The impact is told as of ${other}, though ${dayFrom} says ${day}: one of them may be a slip.`;
  return [{ kind: "dates-disagree", sentence }];
}

/** The day of a time that names its year; else that of the document, which is never far. */
function dayOfPoint(point: WrittenPoint, times: DocumentTimes): string {
  const day = point.date?.year ? { ...point, clock: null, zone: null, also: null } : null;
  return (day && settledPoint(day, times)) ?? times.day ?? "";
}
