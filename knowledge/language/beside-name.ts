import { breaksNoun, isAdverb } from "./grammar";
import { determiners, irregularPasts } from "./lexicon/words";
import { wordSet } from "./lexicon/word-set";
import { isMarkAt, isWordAt, normAt, tokenAt, type Token } from "./token";
import { personPronouns, whoIs } from "./who";

/** What the words behind a name tell of its bearer; `end` is the last token of the name. */

/** The verb behind, adverbs passed over. */
export function verbBehind(tokens: readonly Token[], end: number): string {
  const next = normAt(tokens, end + 1);
  return isAdverb(next) || next === "then" || next === "also" ? normAt(tokens, end + 2) : next;
}

const duties = new Set(["call", "shift", "duty", "holiday"]);

/** Whether "was on call" or "is asleep" begins here: "was on call", "is asleep". */
export function isOnDuty(tokens: readonly Token[], at: number): boolean {
  const [is, on, call] = [0, 1, 2].map((step) => normAt(tokens, at + step));
  if (is !== "was" && is !== "is") return false;
  return isAsleep(tokens, at) || (on === "on" && duties.has(call ?? ""));
}

export function isAsleep(tokens: readonly Token[], at: number): boolean {
  const is = normAt(tokens, at);
  return (is === "was" || is === "is") && normAt(tokens, at + 1) === "asleep";
}

/** How many words an aside has at most that says what something is, its article aside. */
const longestAside = 5;

/**
 * Whether an aside behind a name makes a program of it: "Hope, the chat bot", "Mark (a robot)". Who is
 * "the owner of the service" or "(payments service)", which is a duty, is none.
 */
export function isProgramBehind(tokens: readonly Token[], end: number): boolean {
  const hasArticle = determiners.has(normAt(tokens, end + 2));
  const isAside = isMarkAt(tokens, end + 1, "(") || (hasArticle && isMarkAt(tokens, end + 1, ","));
  if (!isAside) return false;
  const head = headOfAside(tokens, hasArticle ? end + 3 : end + 2);
  return bots.has(head) || (hasArticle && programs.has(head));
}

/** The last word of an aside that is a noun and nothing else; none where it is not. */
function headOfAside(tokens: readonly Token[], start: number): string {
  let next = start;
  while (next < start + longestAside && isOfNoun(tokens, next)) next += 1;
  const isWhole = next > start && tokenAt(tokens, next).kind === "mark";
  return isWhole ? normAt(tokens, next - 1) : "";
}

/** Whether a word may belong to a noun that has begun: no preposition, article or verb. */
function isOfNoun(tokens: readonly Token[], at: number): boolean {
  const norm = normAt(tokens, at);
  if (!isWordAt(tokens, at) || breaksNoun(norm)) return false;
  return !determiners.has(norm) && !irregularPasts.has(norm);
}

const bots = wordSet("bot bots chatbot chatbots robot robots");

const programs = wordSet(`
  algorithm app cronjob daemon job model pipeline plugin program programme script service software tool
`);

/** "Renée, our database administrator": what somebody is stands in an aside. */
export function isPersonBehind(tokens: readonly Token[], start: number): boolean {
  if (normAt(tokens, start) === "who") return true;
  for (let at = start; at < start + 4 && isWordAt(tokens, at); at++) {
    const isPronoun = personPronouns.has(normAt(tokens, at));
    if (!isPronoun && whoIs(tokens, at) === "person") return true;
  }
  return false;
}

/** Whether "(1993)" stands behind, the year of a work, with up to `most` words and marks before it. */
export function isYearBehind(tokens: readonly Token[], end: number, most = 0): boolean {
  if (!isMarkAt(tokens, end + 1, "(")) return false;
  for (let at = end + 2; at <= end + 2 + most; at++) {
    const year = tokenAt(tokens, at);
    if (year.kind === "number") return year.end - year.start === 4;
  }
  return false;
}
