import { isAdverb } from "./grammar";
import { determiners } from "./lexicon/words";
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

/** How many words an aside has at most that says what something is. */
const longestAside = 5;

/** Whether an aside behind a name makes a program of it: "Hope, the chat bot", "Mark (a robot)". */
export function isProgramBehind(tokens: readonly Token[], end: number): boolean {
  const isBracket = isMarkAt(tokens, end + 1, "(");
  if (!isBracket && !isMarkAt(tokens, end + 1, ",")) return false;
  if (!isBracket && !determiners.has(normAt(tokens, end + 2))) return false;
  let at = end + 2;
  while (at < end + 2 + longestAside && isWordAt(tokens, at + 1)) at += 1;
  const isWhole = tokenAt(tokens, at + 1).kind === "mark" && isWordAt(tokens, at);
  return isWhole && programs.has(normAt(tokens, at));
}

const programs = wordSet(`
  algorithm app bot bots chatbot chatbots cronjob daemon job model pipeline plugin program programme robot
  robots script service software tool
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

/** Whether "(1993)" stands behind, the year of a work. */
export function isYearBehind(tokens: readonly Token[], end: number): boolean {
  const year = tokenAt(tokens, end + 2);
  const isYear = year.kind === "number" && year.end - year.start === 4;
  return isYear && isMarkAt(tokens, end + 1, "(");
}
