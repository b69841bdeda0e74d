import type { WrittenPoint } from "#knowledge/incident/written-point";
import type { WrittenTime } from "#knowledge/incident/written-time-form";

import { timesIn } from "./document-date";
import { isEarly, labelMoment, settledMoment } from "./document-times";
import { plainWords } from "./plain-words";
import type { KeyMoments } from "./post-mortem";
import type { ReadingWarning } from "./reading-warning";
import type { SourceDocument } from "./source-document";
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
const incidentBegins =
  /\bincident[ \t]+(?:begins?|began|starts?|started)\b|\b(?:start|beginning)[ \t]+of[ \t]+(?:the[ \t]+)?incident\b/i;
const incidentEnds =
  /\bincident[ \t]+(?:ends?|ended|over|(?:is[ \t]+|was[ \t]+)?(?:resolved|closed))\b|\bend[ \t]+of[ \t]+(?:the[ \t]+)?incident\b/i;

/** Start, detection, mitigation and end: by marks in the timeline, labels, and ranges in prose. */
export function keyMoments(
  document: SourceDocument,
  timeline: readonly ReadEntry[],
  times: DocumentTimes,
): { moments: KeyMoments; warnings: ReadingWarning[] } {
  const marked = (sign: RegExp) =>
    timeline.find(({ text, at }) => at !== null && sign.test(text))?.at ?? null;
  const said = rangeInProse(document, times);
  const ended = labelMoment(document, ["end", "resolved"], times);
  const moments = {
    started: first(marked(begins), times.start, marked(incidentBegins), said.from, times.day),
    detected: labelMoment(document, ["detected"], times),
    mitigated: labelMoment(document, ["mitigated"], times),
    resolved: first(marked(ends), ended, marked(incidentEnds), said.to),
  };
  return { moments, warnings: [...startWarnings(moments), ...disagreements(document, times)] };
}

function first(...moments: readonly (string | null)[]): string | null {
  return moments.find((moment) => moment !== null) ?? null;
}

function startWarnings({ started }: KeyMoments): ReadingWarning[] {
  const sentence = "Nothing says when it started.";
  return started === null ? [{ kind: "missing-start", sentence }] : [];
}

interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

/** "between 23:04 and 08:12", "from 1:13 PM to 1:50 PM EAT", in the summary or under Impact. */
function rangeInProse(document: SourceDocument, times: DocumentTimes): Range {
  for (const text of earlyTexts(document)) {
    for (const { value } of timesIn(text)) {
      const range = rangeOf(value, times);
      if (range) return range;
    }
  }
  return { from: null, to: null };
}

function rangeOf({ hedge, from, to }: WrittenTime, times: DocumentTimes): Range | null {
  if (!to || hedge !== "exact") return null;
  const [begun, over] = [settledPoint(from, times), settledPoint(to, times)];
  if (begun === null || isFarFrom(begun, times.day)) return null;
  const isForward = to.date !== null || (over !== null && over > begun);
  return { from: begun, to: isForward ? over : null };
}

function settledPoint(point: WrittenPoint, times: DocumentTimes): string | null {
  return settledMoment({ hedge: "exact", from: point, to: null, relative: null }, times);
}

function earlyTexts({ sections, lines }: SourceDocument): string[] {
  return sections.filter(isEarly).map(({ from, to }) => {
    const told = lines.slice(from, to).filter(({ kind }) => kind === "text");
    return plainWords(
      told
        .map(({ text }) => text)
        .join(" ")
        .slice(0, 4_000),
    );
  });
}

const daysApart = 20;

function isFarFrom(moment: string, day: string | null): boolean {
  const [one, other] = [firstOf(moment), firstOf(day)];
  return one !== null && other !== null && Math.abs(one - other) > daysApart * 86_400_000;
}

/** A day under Impact that lies far from that of the title: one of them is a slip. */
function disagreements(document: SourceDocument, times: DocumentTimes): ReadingWarning[] {
  const { day, dayFrom } = times;
  if (day === null || dayFrom === "the summary") return [];
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
