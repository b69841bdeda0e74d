import { contentOf } from "./block";
import { blocksOf } from "./blocks";

// No sign that opens stands within: what is never closed is looked at once, not once for each sign.
const said = /“[^“”]*”|"[^"]*"|`[^`]*`|\[\[?…\]?\]/g;
const gap = /(?<![\p{L}\p{N}.…])…(?![\p{L}\p{N}…])/gu;

/**
 * How many gaps ("…" as a word of its own) of a rephrasing are still to be filled in a text. What is
 * left out of somebody's words, in quotation marks or brackets, is none.
 */
export function gapsIn(text: string): number {
  if (!text.includes("…")) return 0;
  return blocksOf(text)
    .filter(({ quoted }) => !quoted)
    .map((block) => contentOf(text, block).replaceAll(said, ""))
    .reduce((sum, content) => sum + (content.match(gap)?.length ?? 0), 0);
}
