import { doubtfulNames, firstNames } from "#knowledge/language/lexicon/names";
import { namedOtherwise } from "#knowledge/language/lexicon/named-otherwise";
import { systems } from "#knowledge/language/lexicon/systems";
import { partsOf, ruleOf, type GivenParts } from "#knowledge/language/name-people";

/** People of a chat, and the part that each has in it: "person A" for who wrote first. */
export class ChatPeople {
  private readonly parts: ReadonlyMap<string, string>;
  /** Parts by what people are addressed with within a text, in small letters. */
  private readonly handles = new Map<string, string>();
  /** Parts by name, in small letters: a text that begins with a name addresses its person. */
  private readonly names = new Map<string, string>();
  /** Parts by first names that are no plain word; null where two people have it. */
  private readonly firsts = new Map<string, string | null>();
  /** How long the handles are, the longest first. */
  private readonly lengths: readonly number[];

  /** The people with these names; those whom `given` knows keep the part that they have. */
  constructor(names: Iterable<string>, given: GivenParts = {}) {
    const mentions = [...new Set(names)].map((name) => ({
      rule: ruleOf(name),
      name,
      role: "person",
    }));
    this.parts = partsOf(mentions, given);
    for (const [name, part] of [...this.parts, ...(given.parts ?? [])]) this.add(name, part);
    const lengths = new Set([...this.handles.keys()].map(({ length }) => length));
    this.lengths = [...lengths].toSorted((a, b) => b - a);
  }

  private add(name: string, part: string): void {
    keepFirst(this.names, name, part);
    for (const handle of handlesOf(name)) keepFirst(this.handles, handle, part);
    const first = /^(\p{Lu}\p{L}+) \p{L}/u.exec(name)?.[1];
    if (first === undefined || !isFirstName(first.toLowerCase())) return;
    const other = this.firsts.get(first);
    this.firsts.set(first, other === undefined || other === part ? part : null);
  }

  partOf(name: string): string {
    return this.parts.get(name) ?? "somebody";
  }

  /** Each name, and the part that took its place. */
  all(): { readonly name: string; readonly part: string }[] {
    return [...this.parts].map(([name, part]) => ({ name, part }));
  }

  /**
   * A text in which people that are addressed or named by handle, by their whole name, or by a first
   * name that is theirs alone have their parts. Its work does not grow with the number of people.
   */
  withoutNames(text: string): string {
    const compared = inSmallLetters(text);
    const pieces: string[] = [];
    let from = 0;
    for (const { index } of text.matchAll(beginnings)) {
      const found =
        index < from ? null : (this.personAt(compared, index) ?? this.firstAt(text, index));
      if (!found) continue;
      pieces.push(text.slice(from, index), found.part);
      from = found.end;
    }
    return pieces.join("") + text.slice(from);
  }

  private personAt(text: string, at: number): { part: string; end: number } | null {
    return (at === 0 ? this.firstAddressed(text) : null) ?? this.handleAt(text, at);
  }

  private handleAt(text: string, at: number): { part: string; end: number } | null {
    for (const length of this.lengths) {
      const end = at + length;
      const part = this.handles.get(text.slice(at, end));
      if (part !== undefined && !isLetter(text, end)) return { part, end };
    }
    return null;
  }

  /** "Tom is on it", and not "Tom Sawyer". */
  private firstAt(text: string, at: number): { part: string; end: number } | null {
    firstName.lastIndex = at;
    const name = firstName.exec(text)?.[0] ?? "";
    const isSure = firstNames.has(name.toLowerCase()) || isWithinSentence(text.slice(0, at));
    const part = (isSure && this.firsts.get(name)) || null;
    return part === null ? null : { part, end: at + name.length };
  }

  /** `jane: look here` */
  private firstAddressed(text: string): { part: string; end: number } | null {
    for (const { index } of text.slice(0, 100).matchAll(/[:,]/g)) {
      const part = this.names.get(text.slice(0, index));
      if (part !== undefined) return { part, end: index };
    }
    return null;
  }
}

/** Where a handle or a name may begin. */
const beginnings = /(?<![\p{L}\d])[^\s]/gu;

const firstName = /\p{Lu}\p{L}{1,30}(?![\p{L}\p{N}_@]|[-.]\p{L}|[ \t]+\p{Lu}\p{L})/uy;

/** Whether a word is no other name, and no system's. */
function isFirstName(word: string): boolean {
  return !doubtfulNames.has(word) && !namedOtherwise.has(word) && !systems.has(word);
}

/** A capital within a sentence makes a name of a word, though with "the" not a person's. */
function isWithinSentence(before: string): boolean {
  return (
    /[\p{L}\p{N},;)][ \t]+$/u.test(before) && !/\b(?:the|an?|team|project)[ \t]+$/i.test(before)
  );
}

/** `@Jane Doe`, `@Jane.Doe`, `@JaneDoe`, `@Jane`, and a name of several words without its sign. */
function handlesOf(name: string): string[] {
  const [first = ""] = name.split(/[ .]/);
  const signed = [name, name.replaceAll(" ", "."), name.replaceAll(" ", ""), first];
  const handles = signed.map((one) => `@${one}`);
  return [...handles, ...(name.includes(" ") ? [name] : [])].filter(({ length }) => length >= 3);
}

function keepFirst(parts: Map<string, string>, name: string, part: string): void {
  const small = inSmallLetters(name);
  if (!parts.has(small)) parts.set(small, part);
}

/** In small letters, where that moves no letter from its place. */
function inSmallLetters(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
}

function isLetter(text: string, at: number): boolean {
  return at < text.length && /[\p{L}\d]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
