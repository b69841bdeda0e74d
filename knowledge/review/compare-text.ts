import { editsBetween } from "./merge/edits";
import { isWord, wordsOf } from "./merge/tokens";

/** A stretch of a text: on both sides, or on one. */
export interface Piece {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** What became of a text: stretch by stretch, or whole where so little stayed that this tells more. */
export type TextChange =
  | { readonly kind: "pieces"; readonly pieces: readonly Piece[] }
  | { readonly kind: "rewritten"; readonly from: string; readonly to: string };

/** Compares two texts. */
export type CompareTexts = (from: string, to: string) => TextChange;

// Longer texts, and all that come after so many characters, are shown whole.
const mostCharacters = 30_000;
const mostOfAll = 400_000;

/**
 * Compares texts word by word, as many as people can read; what comes after is said to be
 * rewritten, so that a comparison of hostile texts ends soon.
 */
export function boundedComparison(): CompareTexts {
  let left = mostOfAll;
  return (from, to) => {
    const size = from.length + to.length;
    if (size > mostCharacters || size > left) return { kind: "rewritten", from, to };
    left -= size;
    return compareTexts(from, to);
  };
}

/**
 * Two texts of some paragraphs at most, word by word. Removed words stand before those that came
 * in their place; texts that share less than a third of their letters are another text, unless two
 * thirds of the shorter one stayed.
 */
export function compareTexts(from: string, to: string): TextChange {
  const pieces = bySentence(joined(readable(piecesOf(wordsOf(from), wordsOf(to)))));
  const shared = pieces.reduce(
    (sum, { kind, text }) => sum + (kind === "same" ? lettersIn(text) : 0),
    0,
  );
  const [less = 0, more = 0] = [lettersIn(from), lettersIn(to)].toSorted((one, two) => one - two);
  // A short text to which a long one was added is still there.
  const isAnother = shared * 3 < more && shared * 3 < less * 2;
  return isAnother ? { kind: "rewritten", from, to } : { kind: "pieces", pieces };
}

/** The pieces of two lists of tokens, in order; empty ones are left out. */
export function piecesOf(
  from: readonly string[],
  to: readonly string[],
  between = "",
): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const say = (kind: Piece["kind"], tokens: readonly string[]) => {
    if (tokens.length > 0) pieces.push({ kind, text: tokens.join(between) });
  };
  for (const { start, end, tokens } of editsBetween(from, to)) {
    say("same", from.slice(at, start));
    say("removed", from.slice(start, end));
    say("added", tokens);
    at = end;
  }
  say("same", from.slice(at));
  return pieces;
}

/** A space or mark between two changes belongs to both: nobody reads changes word by word. */
function readable(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, at): Piece[] => {
    const isBetween = at > 0 && at < pieces.length - 1;
    const isBridge = piece.kind === "same" && isBetween && !wordsOf(piece.text).some(isWord);
    if (!isBridge) return [piece];
    return [
      { kind: "removed", text: piece.text },
      { kind: "added", text: piece.text },
    ];
  });
}

/** Changes that touch as one removal and one addition. */
function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  let removed = "";
  let added = "";
  const finish = () => {
    if (removed !== "") whole.push({ kind: "removed", text: removed });
    if (added !== "") whole.push({ kind: "added", text: added });
    removed = "";
    added = "";
  };
  for (const piece of pieces) {
    if (piece.kind === "removed") removed += piece.text;
    else if (piece.kind === "added") added += piece.text;
    else {
      finish();
      whole.push(piece);
    }
  }
  finish();
  return whole;
}

/**
 * The same pieces, with each lone addition or removal where it reads as whole sentences or words:
 * ". And so on" before a full stop is " And so on." behind it.
 */
function bySentence(pieces: readonly Piece[]): Piece[] {
  const shifted = [...pieces];
  for (let at = 1; at < shifted.length - 1; at += 1) {
    const [before, piece, after] = shifted.slice(at - 1, at + 2);
    if (before?.kind !== "same" || !piece || after?.kind !== "same") continue;
    const texts = bestPlace([before.text, piece.text, after.text]);
    shifted.splice(
      at - 1,
      3,
      ...[before, piece, after].map((one, nth) => ({ ...one, text: texts[nth] ?? "" })),
    );
  }
  return shifted.filter(({ text }) => text !== "");
}

type Places = readonly [before: string, change: string, after: string];

const mostSteps = 20;

/** Of the places where the change could as well stand, from left to right, the most readable. */
function bestPlace(places: Places): Places {
  let best = places;
  let [before, change, after] = places;
  for (let step = 0; step < mostSteps; step += 1) {
    const [first = ""] = wordsOf(change.slice(0, 200));
    if (first === "" || !after.startsWith(first)) break;
    before += first;
    change = change.slice(first.length) + first;
    after = after.slice(first.length);
    if (readability([before, change, after]) > readability(best)) best = [before, change, after];
  }
  return best;
}

const sentenceEnd = /[.!?…]["'”’)\]]?$/;

function readability([before, change]: Places): number {
  const end = before.slice(-4);
  if (/\s$/.test(end) && sentenceEnd.test(end.trimEnd())) return 3;
  if (sentenceEnd.test(end) && /^\s/.test(change)) return 2;
  return /\s$/.test(end) ? 1 : 0;
}

function lettersIn(text: string): number {
  return text.replaceAll(/\s+/g, "").length;
}
