import type { IncidentRecord } from "#knowledge/incident/document";
import { readMoment } from "#knowledge/incident/moment";

import type { DraftLines } from "./draft-lines";
import type { KeyMoments, PostMortem } from "./post-mortem";

const keys = [
  "started",
  "detected",
  "mitigated",
  "resolved",
] as const satisfies readonly (keyof KeyMoments)[];

/** The key moments of which day and zone are known; the lines that say them stay where they are. */
export function draftMoments(
  postMortem: PostMortem,
  account: DraftLines,
): Partial<Pick<IncidentRecord, keyof KeyMoments>> {
  const taken: Partial<Record<keyof KeyMoments, string>> = {};
  for (const key of keys) {
    const at = postMortem.moments[key];
    if (at === null) continue;
    const why = whyLeftOut(key, at, postMortem.moments);
    if (why === null) taken[key] = at;
    tell(key, { postMortem, account, why });
  }
  return taken;
}

function whyLeftOut(key: keyof KeyMoments, at: string, { started }: KeyMoments): string | null {
  const moment = readMoment(at);
  const shown = at.replace("T", " ");
  if (!moment) return `${shown} names no zone, and was left out: say the zone.`;
  const begins = started === null ? null : readMoment(started);
  const isEnd = key === "mitigated" || key === "resolved";
  const isBefore = isEnd && begins !== null && moment.last <= begins.first;
  return isBefore
    ? `${shown} lies before the start, ${(started ?? "").replace("T", " ")}, and was left out.`
    : null;
}

/** Says from which words a moment was read, and whether they say just that. */
function tell(
  key: keyof KeyMoments,
  { postMortem, account, why }: { postMortem: PostMortem; account: DraftLines; why: string | null },
): void {
  const origin = postMortem.origins[key];
  if (!origin) return;
  const at = postMortem.moments[key] ?? "";
  const isDay = origin.form === "day";
  const part = {
    what: isDay ? `The day, from ${origin.words}` : `“${origin.words}”`,
    to: key,
    from: origin.line,
    until: origin.line,
    note: [why ?? `Read as ${at.replace("T", " ")}.`, ...origin.doubts].join(" "),
  };
  if (origin.isGuess || why !== null || origin.doubts.length > 0) account.guessed.push(part);
  else account.recognised.push(part);
}

/** What is to be looked at of the key moments, each with the words and the line that say it. */
export function doubtsOfMoments({ origins }: PostMortem): string[] {
  const told = keys.flatMap((key) => {
    const { words, line, doubts } = origins[key] ?? { words: "", line: -1, doubts: [] };
    return doubts.map((doubt) => `“${words}” (line ${line + 1}): ${doubt}`);
  });
  return [...new Set(told)];
}

/** The lines of labels out of which moments were read: they are told of with these. */
export function labelsOfMoments({ origins }: PostMortem): ReadonlySet<number> {
  const lines = keys.flatMap((key) => {
    const origin = origins[key];
    return origin?.form === "label" ? [origin.line] : [];
  });
  return new Set(lines);
}
