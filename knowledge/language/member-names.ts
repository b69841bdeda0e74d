import type { KnownPersons, Way } from "./known-persons";
import { firstNames, titles } from "./lexicon/names";
import { tokenAt, type Token } from "./token";
import { tokensOf } from "./tokens";
import { whoIs } from "./who";

/** Names of people who are known by their accounts, such as the authors of a review. */
export interface MemberNames {
  /** The words of each full name, by the first. */
  readonly full: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Their first names. */
  readonly first: KnownPersons;
}

export const noMembers: MemberNames = { full: new Map(), first: new Map() };

/** Makes names of members ready for looking; of one such as "Admin" alone nothing is made. */
export function memberNames(names: readonly string[]): MemberNames {
  if (names.length === 0) return noMembers;
  const full = new Map<string, (readonly string[])[]>();
  const first = new Map<string, Way>();
  for (const name of names) {
    const tokens = tokensOf(name).filter(({ kind, norm }) => kind === "word" && !titles.has(norm));
    const words = tokens.map(({ norm }) => norm);
    const [word] = words;
    if (word === undefined) continue;
    if (words.length > 1) full.set(word, [...(full.get(word) ?? []), words]);
    const isName = word.length > 1 && whoIs(tokens, 0) === "unknown";
    if (isName) first.set(word, firstNames.has(word) ? "given" : "ordinary");
  }
  return { full, first };
}

/** The last token of the full name of a member that begins here; null where none does. */
export function endOfMember(
  tokens: readonly Token[],
  at: number,
  { full }: MemberNames,
): number | null {
  for (const words of full.get(tokenAt(tokens, at).norm) ?? []) {
    const fits = words.every((word, index) => {
      const { kind, norm, capital } = tokenAt(tokens, at + index);
      return kind === "word" && norm === word && capital;
    });
    if (fits) return at + words.length - 1;
  }
  return null;
}
