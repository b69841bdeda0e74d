import { dayLine } from "./day-line";
import { itemMark } from "./source-line";
import { timeAtEnd } from "./time-at-end";
import { leadsWithTime } from "./time-lead";

/**
 * A message of a chat as an item of a list, its head before its words. What it lists is nested in
 * it; all else is one line, so that nothing in it is taken for a heading, a table or an entry with a
 * time of its own.
 */
export function messageLines(head: string, texts: readonly string[]): string[] {
  const [first = "", ...rest] = texts;
  const lines = [`- ${head}: ${first.replace(bullet, "")}`.trimEnd()];
  for (const text of rest) {
    if (isListed(text))
      lines.push(`  - ${text.replace(bullet, "").replace(number, String.raw`$1\$2 `)}`);
    else if (!divides.test(text)) lines.push(`${lines.pop() ?? ""} ${text}`);
  }
  return lines;
}

const bullet = /^[-*+–—•·‣▪◦●○■□][ \t]+/;
const number = /^(\d{1,4})([.)])[ \t]+/;
const divides = /^[-=_*~─━]{3,}$/;

/** Whether a line is listed: with the mark of an item, and without what begins an entry. */
function isListed(text: string): boolean {
  const mark = bullet.exec(text)?.[0] ?? itemMark(text);
  const words = text.slice(mark.length);
  const isEntry =
    leadsWithTime(words) || timeAtEnd(words, true) !== null || dayLine(words) !== null;
  return mark !== "" && words !== "" && !isEntry;
}
