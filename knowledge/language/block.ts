/** Where a piece of a text begins and ends, as UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A paragraph, heading, list item or table cell of a Markdown text: what is judged at one go. */
export interface Block {
  readonly kind: "heading" | "prose" | "item" | "cell";
  /** Of a heading: 1 to 6, or 7 for a line of bold words that serves as one. */
  readonly level: number;
  /** Whether it is what someone else said: a quotation, a footnote that names a source. */
  readonly quoted: boolean;
  /** Its lines without what belongs to Markdown (list marks, `>`, `#`). */
  readonly parts: readonly Stretch[];
}

/** The words of a block, its lines joined by line breaks. */
export function contentOf(text: string, { parts }: Block): string {
  const [only] = parts;
  if (only && parts.length === 1) return text.slice(only.start, only.end);
  return parts.map(({ start, end }) => text.slice(start, end)).join("\n");
}

/** Gives offsets in the text for offsets in a block's content, which must come in rising order. */
export function offsetsIn({ parts }: Block): (offset: number) => number {
  let at = 0;
  let before = 0;
  return (offset) => {
    for (;;) {
      const part = parts[at];
      if (!part) return 0;
      const length = part.end - part.start;
      if (offset <= before + length || at === parts.length - 1) return part.start + offset - before;
      before += length + 1;
      at += 1;
    }
  };
}
