import type { Block, Stretch } from "./block";
import { endsHtml, htmlBlockAt, type HtmlBlock } from "./html-block";
import { indentOf, linesOf, skipBlanks, trimmed } from "./lines";
import {
  afterCheckbox,
  afterListMark,
  cellsOf,
  closes,
  definitionAt,
  fenceAt,
  hasMark,
  headingLevel,
  headingWords,
  isDelimiterRow,
  isRule,
  underlineLevel,
  type Fence,
} from "./line-marks";

/**
 * The blocks of a Markdown text that hold words, in order: code, HTML, front matter and definitions
 * of links are left out. Read line by line, each once, so that no text is too hostile for it. It
 * may differ from a full parser in odd corners; then a finding is too few or too many, no more.
 */
export function blocksOf(text: string): Block[] {
  const reader = new BlockReader(text);
  const lines = linesOf(text);
  for (let at = afterFrontMatter(text, lines); at < lines.length; at++) {
    const line = lines[at];
    if (line) reader.read(line);
  }
  return reader.finished();
}

/** The line behind the front matter; 0 where there is none. */
function afterFrontMatter(text: string, lines: readonly Stretch[]): number {
  const lineAt = (at: number) => {
    const line = lines[at];
    return line && line.end - line.start < 200 ? text.slice(line.start, line.end).trimEnd() : "";
  };
  if (lineAt(0) !== "---" || !/^[\w-]+:(?:\s|$)/.test(lineAt(1))) return 0;
  for (let at = 1; at < lines.length; at++) {
    if (lineAt(at) === "---" || lineAt(at) === "...") return at + 1;
  }
  return 0;
}

interface Open {
  readonly kind: Block["kind"];
  readonly quoted: boolean;
  readonly parts: Stretch[];
}

class BlockReader {
  readonly #text: string;
  readonly #blocks: Block[] = [];
  #open: Open | null = null;
  #fence: (Fence & { quoted: boolean }) | null = null;
  #html: HtmlBlock | null = null;
  #inTable = false;
  #afterBlank = true;
  /** Where the words of the items begin that are open, outermost first. */
  #listIndents: number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(line: Stretch): void {
    const { start, quoted } = this.#afterQuoteMarks(line);
    const words = trimmed(this.#text, start, line.end);
    if (this.#skipsRaw(words, quoted)) return;
    if (words.start === words.end) {
      this.#close();
      this.#afterBlank = true;
      return;
    }
    const goesOn = this.#open !== null && this.#open.quoted && !quoted;
    if (this.#open && this.#open.quoted !== quoted && !(goesOn && this.#isPlain(words))) {
      this.#close();
    }
    this.#readWords(words, quoted || goesOn, indentOf(this.#text, start, words.start));
    this.#afterBlank = false;
  }

  finished(): Block[] {
    this.#close();
    return this.#blocks;
  }

  #afterQuoteMarks({ start, end }: Stretch): { start: number; quoted: boolean } {
    let at = start;
    let quoted = false;
    for (;;) {
      const mark = skipBlanks(this.#text, at, end);
      if (mark - at > 3 || this.#text.charAt(mark) !== ">") return { start: at, quoted };
      at = this.#text.charAt(mark + 1) === " " ? mark + 2 : mark + 1;
      quoted = true;
    }
  }

  /** Passes over lines of code and of raw HTML. */
  #skipsRaw(words: Stretch, quoted: boolean): boolean {
    if (this.#fence) {
      const ended = this.#fence.quoted && !quoted;
      const closed = closes(this.#fence, this.#text, words);
      if (ended || closed) this.#fence = null;
      if (!ended) return true;
    }
    if (!this.#html) return false;
    if (endsHtml(this.#html, this.#text, words)) this.#html = null;
    return true;
  }

  /** Whether a line could only go on with a paragraph. */
  #isPlain(words: Stretch): boolean {
    const { start, end } = words;
    return !(
      headingLevel(this.#text, start, end) > 0 ||
      fenceAt(this.#text, start, end) ||
      afterListMark(this.#text, words, true) !== null ||
      isRule(this.#text, words) ||
      htmlBlockAt(this.#text, words, true)
    );
  }

  #readWords(words: Stretch, quoted: boolean, indent: number): void {
    if (this.#isCode(indent)) return;
    if (this.#opensRaw(words, quoted) || this.#makesHeading(words, quoted)) return;
    if (isRule(this.#text, words)) {
      this.#close();
      return;
    }
    const after = afterListMark(this.#text, words, this.#open !== null);
    if (after === null) {
      this.#readPlain(words, quoted);
      return;
    }
    this.#close();
    while (indent < (this.#listIndents.at(-1) ?? 0)) this.#listIndents.pop();
    this.#listIndents.push(indent + after - words.start);
    this.#readItem({ start: after, end: words.end }, quoted);
  }

  #readItem(words: Stretch, quoted: boolean): void {
    let { start } = words;
    for (;;) {
      const inner = afterListMark(this.#text, { start, end: words.end }, false);
      if (inner === null || inner >= words.end) break;
      start = inner;
    }
    start = afterCheckbox(this.#text, start, words.end);
    const rest = { start, end: words.end };
    if (start === words.end || this.#opensRaw(rest, quoted)) return;
    if (this.#makesHeading(rest, quoted)) return;
    this.#open = { kind: "item", quoted, parts: [rest] };
  }

  #isCode(indent: number): boolean {
    if (this.#afterBlank) {
      while (indent < (this.#listIndents.at(-1) ?? 0)) this.#listIndents.pop();
    }
    return this.#open === null && !this.#inTable && indent >= (this.#listIndents.at(-1) ?? 0) + 4;
  }

  #opensRaw(words: Stretch, quoted: boolean): boolean {
    const fence = fenceAt(this.#text, words.start, words.end);
    if (fence) {
      this.#close();
      this.#fence = { ...fence, quoted };
      return true;
    }
    const html = htmlBlockAt(this.#text, words, this.#open !== null);
    if (!html) return false;
    this.#close();
    const opening = { start: words.start + 1, end: words.end };
    if (html.until === null || !endsHtml(html, this.#text, opening)) this.#html = html;
    return true;
  }

  #makesHeading(words: Stretch, quoted: boolean): boolean {
    const level = headingLevel(this.#text, words.start, words.end);
    if (level > 0) {
      this.#close();
      const parts = [headingWords(this.#text, words.start, words.end)];
      this.#blocks.push({ kind: "heading", level, quoted, parts });
      return true;
    }
    const underlined = this.#open?.kind === "prose" ? underlineLevel(this.#text, words) : 0;
    if (underlined === 0 || !this.#open) return false;
    this.#blocks.push({ ...this.#open, kind: "heading", level: underlined });
    this.#open = null;
    return true;
  }

  #readPlain(words: Stretch, quoted: boolean): void {
    if (this.#inTable) {
      this.#addCells(words, quoted);
      return;
    }
    if (this.#opensTable(words, quoted)) return;
    const defined = this.#open ? null : definitionAt(this.#text, words);
    if (defined?.kind === "link") return;
    if (defined) {
      const rest = trimmed(this.#text, defined.at, words.end);
      const said = this.#text.slice(rest.start, rest.end);
      const names = said.includes("://") || said.includes("](");
      this.#open = { kind: "prose", quoted: quoted || names, parts: [rest] };
    } else if (this.#open) this.#open.parts.push(words);
    else this.#open = { kind: "prose", quoted, parts: [words] };
  }

  #opensTable(words: Stretch, quoted: boolean): boolean {
    const [head] = this.#open?.parts ?? [];
    if (!head || this.#open?.parts.length !== 1) return false;
    if (!hasMark(this.#text, head.start, head.end, "|")) return false;
    if (!isDelimiterRow(this.#text, words)) return false;
    this.#open = null;
    this.#inTable = true;
    this.#addCells(head, quoted);
    return true;
  }

  #addCells(row: Stretch, quoted: boolean): void {
    for (const cell of cellsOf(this.#text, row)) {
      this.#blocks.push({ kind: "cell", level: 0, quoted, parts: [cell] });
    }
  }

  #close(): void {
    this.#inTable = false;
    const block = this.#open;
    this.#open = null;
    if (!block) return;
    const level = this.#isBoldLine(block) ? 7 : 0;
    this.#blocks.push({ ...block, kind: level > 0 ? "heading" : block.kind, level });
  }

  /** A line of nothing but bold words, as many write headings. */
  #isBoldLine({ kind, parts }: Open): boolean {
    const [only] = parts;
    if (kind !== "prose" || !only || parts.length !== 1 || only.end - only.start > 100)
      return false;
    return /^(?:\*\*[^*]+\*\*|__[^_]+__):?$/.test(this.#text.slice(only.start, only.end));
  }
}
