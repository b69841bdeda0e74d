import type { Stretch } from "./block";
import { wordSet } from "./lexicon/word-set";

/** Raw HTML that takes whole lines: what ends it, `null` for the next blank line. */
export interface HtmlBlock {
  readonly until: string | null;
}

const blockTags = wordSet(`
  address article aside base basefont blockquote body caption center col colgroup dd details
  dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6
  head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p
  param search section summary table tbody td tfoot th thead title tr track ul
`);

const tag = /^<\/?([a-z][a-z0-9-]{0,30})(?=[\s/>]|$)/i;

// How raw HTML begins that is no element, and what ends it.
const openings: readonly (readonly [RegExp, string])[] = [
  [/^<!--/, "-->"],
  [/^<\?/, "?>"],
  [/^<!\[CDATA\[/, "]]>"],
  [/^<![a-z]/i, ">"],
  [/^<script(?=[\s/>]|$)/i, "</script"],
  [/^<pre(?=[\s/>]|$)/i, "</pre"],
  [/^<style(?=[\s/>]|$)/i, "</style"],
  [/^<textarea(?=[\s/>]|$)/i, "</textarea"],
];

/** The raw HTML that a line opens, by the rules of CommonMark; null where it is text. */
export function htmlBlockAt(
  text: string,
  { start, end }: Stretch,
  interrupts: boolean,
): HtmlBlock | null {
  if (text.charAt(start) !== "<") return null;
  const head = text.slice(start, Math.min(end, start + 40));
  const opening = openings.find(([pattern]) => pattern.test(head));
  if (opening) return { until: opening[1] };
  const name = tag.exec(head)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  if (blockTags.has(name)) return { until: null };
  // Any other tag must stand alone on its line, and may not break a paragraph.
  const alone = !interrupts && text.slice(start, end).indexOf(">") === end - start - 1;
  return alone ? { until: null } : null;
}

/** Whether a line ends the raw HTML that is open. */
export function endsHtml(block: HtmlBlock, text: string, { start, end }: Stretch): boolean {
  if (block.until === null) return start === end;
  return text.slice(start, end).toLowerCase().includes(block.until.toLowerCase());
}
