/**
 * What kind of text is judged; `owner` is who answers for an action, which is no sentence. A sentence that accuses in a timeline is asked for in an action, and
 * what a source said stays as it was said: each rule names the sections that it judges.
 */
export const languageSections = [
  "story",
  "timeline",
  "factors",
  "actions",
  "lessons",
  "near-miss",
  "quote",
  "owner",
] as const;
export type LanguageSection = (typeof languageSections)[number];

/** Sections that tell what happened. */
export const telling = ["story", "timeline", "factors"] as const;

/** The same, and what nearly happened. */
export const tellingOrNearly = [...telling, "near-miss"] as const;

/** Whatever we say ourselves, in any section. */
export const ourWords = [...tellingOrNearly, "lessons", "actions"] as const;

// Headings in the wild, from templates and published reviews. The first that fits counts.
const meanings: readonly (readonly [RegExp, LanguageSection])[] = [
  [/\b(?:sources?|references|further reading|citations?|transcript|chat log|appendix)\b/, "quote"],
  [
    /\bnear[- ]miss\b|\bnearly happened\b|\bstopped it\b|\bthe next hour\b|\blayers left\b/,
    "near-miss",
  ],
  [
    /\baction(?:s|ables?| items?)?\b|\bfollow[- ]?ups?\b|\bnext steps\b|\bremediations?\b|\brecommendations?\b|\bcorrective\b|\bpreventi?ve measures\b|\bto[- ]do\b|\bideas\b|\boptions\b|\bwhat (?:changes|will change)\b/,
    "actions",
  ],
  [/\blessons?\b|\btakeaways?\b|\blearn(?:ed|t|ing|ings)?\b|\bwhat to keep\b/, "lessons"],
  [/\btimeline\b|\bkey moments\b|\bchronology\b/, "timeline"],
  [/\bcontributing\b|\bfactors?\b|\broot causes?\b|\btriggers?\b/, "factors"],
];

/** The section that a heading of a story opens; null where it says nothing of the kind. */
export function sectionUnder(heading: string): LanguageSection | null {
  const words = heading.toLowerCase();
  return meanings.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
