import { isSpace } from "./characters";

const deepest = 32;
const longestTitle = 1_000;

/**
 * Where the target of a link ends whose `(` stands at `start`: behind its `)`; -1 where it is none.
 * Looks no further than a space (a title aside) or 32 brackets deep, so that 100,000 unclosed ones
 * cost no more than one look each.
 */
export function endOfTarget(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const mark = text.charAt(at);
    if (mark === "\\") at += 1;
    else if (mark === "(") depth += 1;
    else if (mark === ")") depth -= 1;
    else if (isSpace(text.charCodeAt(at))) return endOfTitle(text, at);
    if (depth === 0) return at + 1;
    if (depth > deepest) return -1;
  }
  return -1;
}

const closings: Readonly<Record<string, string>> = { '"': '"', "'": "'", "(": ")" };

function endOfTitle(text: string, start: number): number {
  const spaces = /^\s{1,20}/.exec(text.slice(start, start + 20))?.[0].length ?? 0;
  const at = start + spaces;
  const mark = text.charAt(at);
  if (mark === ")") return at + 1;
  const close = closings[mark];
  if (close === undefined) return -1;
  const end = text.slice(at + 1, at + 1 + longestTitle).indexOf(close);
  const after = at + 1 + end + 1;
  return end >= 0 && text.charAt(after) === ")" ? after + 1 : -1;
}
