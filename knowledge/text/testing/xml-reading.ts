/** An element as a strict reader sees it; text nodes are strings. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (ReadElement | string)[];
}

/**
 * Reads the XML that we write, strictly: a declaration, elements with double-quoted attributes,
 * text, the escapes that we use. Anything else (another escape, a comment, a tag left open, a
 * character that XML 1.0 refuses) throws and names the place.
 */
export function readXml(source: string): ReadElement {
  const reader = new Reader(source);
  reader.take(/<\?xml version="1\.0" encoding="UTF-8"\?>\n/y);
  const root = reader.element();
  reader.take(/\n$/y);
  return root;
}

/** The elements of this name that stand directly in another. */
export function childrenOf(parent: ReadElement, name: string): ReadElement[] {
  return parent.children.flatMap((child) =>
    typeof child !== "string" && child.name === name ? [child] : [],
  );
}

/** The text of the first element of this name that stands directly in another; empty without one. */
export function textOf(parent: ReadElement, name: string): string {
  const [first] = childrenOf(parent, name);
  return (first?.children ?? []).map((child) => (typeof child === "string" ? child : "")).join("");
}

const escapes = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#13;", "\r"],
]);

class Reader {
  readonly source: string;
  #at = 0;

  constructor(source: string) {
    this.source = source;
  }

  take(pattern: RegExp): string[] {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.source);
    if (!match) {
      throw new Error(`not XML at ${this.#at}: ${this.source.slice(this.#at, this.#at + 40)}`);
    }
    this.#at += match[0].length;
    return match.map((group) => group ?? "");
  }

  element(): ReadElement {
    const [, name = "", written = "", end] = this.take(
      /<([A-Za-z][\w.-]*)((?: [A-Za-z][\w:.-]*="[^"<]*")*)(\/?)>/y,
    );
    const attributes = attributesIn(written);
    const children: (ReadElement | string)[] = [];
    if (end === "/") return { name, attributes, children };
    while (!this.source.startsWith("</", this.#at)) {
      if (this.source[this.#at] === "<") children.push(this.element());
      else children.push(plain(this.take(/[^<]+/y)[0] ?? ""));
    }
    const [, closed] = this.take(/<\/([\w.-]+)>/y);
    if (closed !== name) throw new Error(`${name} was closed by ${closed}`);
    return { name, attributes, children };
  }
}

function attributesIn(written: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, key = "", value = ""] of written.matchAll(/ ([\w:.-]+)="([^"]*)"/g)) {
    if (key in attributes) throw new Error(`two attributes are called ${key}`);
    attributes[key] = plain(value);
  }
  return attributes;
}

function plain(written: string): string {
  // oxlint-disable-next-line no-control-regex -- these controls are what we look for
  const refused = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\]\]>/u.exec(written);
  if (refused) throw new Error(`a character that XML refuses: ${JSON.stringify(refused[0])}`);
  return written.replace(/&[^;]*;?/g, (reference) => {
    const character = escapes.get(reference);
    if (character === undefined) throw new Error(`an unknown reference: ${reference}`);
    return character;
  });
}
