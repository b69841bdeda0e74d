import type { Chance } from "../chance";

/** How many made-up words there are; most of them occur in a handful of documents. */
const VOCABULARY = 200_000;

const beginnings = [
  "b",
  "br",
  "c",
  "d",
  "dr",
  "f",
  "g",
  "gr",
  "k",
  "kl",
  "l",
  "m",
  "n",
  "p",
  "pr",
  "r",
];
const vowels = ["a", "e", "i", "o", "u", "ai", "ou"];
const endings = ["n", "r", "l", "x", "k", "m", "th", "s"];

/** The made-up word of a number: the same for the same number, and no English one. */
export function madeUpWord(number: number): string {
  const syllable = (at: number) =>
    `${part(beginnings, at)}${part(vowels, Math.floor(at / beginnings.length))}`;
  const letters = [
    syllable(number),
    syllable(Math.floor(number / 112)),
    syllable(Math.floor(number / 12_544)),
  ];
  return `${letters.join("")}${part(endings, number)}`;
}

function part(list: readonly string[], at: number): string {
  return list[at % list.length] ?? "";
}

/** A made-up word, drawn so that the first are frequent and the last nearly never seen (Zipf). */
export function rareWord(chance: Chance): string {
  // The inverse of a distribution whose density falls as one over the rank.
  const fraction = chance.below(1_000_000) / 1_000_000;
  return madeUpWord(Math.floor(VOCABULARY ** fraction) - 1);
}

/** A sentence of an incident that has the names and marks of its own systems in it. */
export function sentenceOfOwnNames(chance: Chance): string {
  const [a, b, c, d] = [rareWord(chance), rareWord(chance), rareWord(chance), rareWord(chance)];
  return chance.one([
    `The ${a} of ${b} kept asking ${c} for ${d}.`,
    `Behind ${a} stood ${b}, which nobody had told about ${c} and ${d}.`,
    `Logs of ${a} showed ${b} and ${c} where ${d} was meant.`,
  ]);
}
