/** People of a chat, and the part that each has in it: "person A" for who wrote first. */
export class ChatPeople {
  private readonly parts = new Map<string, string>();
  /** Parts by what people are addressed with within a text, in small letters. */
  private readonly handles = new Map<string, string>();
  /** Parts by name, in small letters: a text that begins with a name addresses its person. */
  private readonly names = new Map<string, string>();
  /** How long the handles are, the longest first. */
  private readonly lengths: readonly number[];

  constructor(names: Iterable<string>) {
    for (const name of names) if (!this.parts.has(name)) this.add(name);
    const lengths = new Set([...this.handles.keys()].map(({ length }) => length));
    this.lengths = [...lengths].toSorted((a, b) => b - a);
  }

  private add(name: string): void {
    const part = `person ${letters(this.parts.size)}`;
    this.parts.set(name, part);
    keepFirst(this.names, name, part);
    for (const handle of handlesOf(name)) keepFirst(this.handles, handle, part);
  }

  partOf(name: string): string {
    return this.parts.get(name) ?? "somebody";
  }

  /** Each name, and the part that took its place. */
  all(): { readonly name: string; readonly part: string }[] {
    return [...this.parts].map(([name, part]) => ({ name, part }));
  }

  /**
   * A text in which people that are addressed by handle or by their whole name have their parts.
   * Its work does not grow with the number of people.
   */
  withoutNames(text: string): string {
    const compared = inSmallLetters(text);
    const pieces: string[] = [];
    let from = 0;
    for (const { index } of text.matchAll(beginnings)) {
      const found = index < from ? null : this.personAt(compared, index);
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

/** A, B, …, Z, AA, AB: more people than letters write in one chat. */
function letters(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}
