import { opening, stops, tokenAt, type Token } from "./token";
import { whoIs } from "./who";

/** Whether a sentence begins here, figures such as the time of an entry and quotation marks aside. */
export function opensSentence(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const { kind, norm } = tokenAt(tokens, before);
    if (kind === "number" || kind === "citation") continue;
    if (kind !== "mark") return false;
    if (stops.has(norm)) return !isShortened(tokens, before - 1);
    if (norm !== opening && norm !== "(") return before === 0;
  }
  return true;
}

const abbreviations = new Set(["mr", "mrs", "ms", "dr", "prof", "st", "vs", "no", "approx", "ca"]);

/** Whether a full stop behind it is its own: "Dr.", "J.", but not "told engineer A." */
export function isShortened(tokens: readonly Token[], at: number): boolean {
  const { kind, norm, start, end } = tokenAt(tokens, at);
  const isInitial = kind === "word" && end - start === 1 && norm !== "i";
  return isInitial ? whoIs(tokens, at - 1) !== "person" : abbreviations.has(norm);
}
