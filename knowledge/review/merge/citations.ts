import { citationsInMarkdown } from "#knowledge/text/references";

/** The story with every citation `[^from]` of a source as `[^to]`; code is left as it is. */
export function withRenamedCitation(story: string, from: string, to: string): string {
  const mark = `[^${from}]`;
  if (!story.includes(mark)) return story;
  const cited = new Set(
    citationsInMarkdown(story).flatMap(({ id, line }) => (id === from ? [line] : [])),
  );
  return story
    .split("\n")
    .map((line, at) => (cited.has(at + 1) ? outsideCode(line, mark, `[^${to}]`) : line))
    .join("\n");
}

const marks = /\\.|`+|\[\^[\w.-]+\]/g;

function outsideCode(line: string, mark: string, renamed: string): string {
  let text = "";
  let from = 0;
  for (const { 0: token, index } of line.matchAll(marks)) {
    if (index < from) continue;
    const end = index + token.length;
    text += line.slice(from, index);
    from = token.startsWith("`") ? endOfCode(line, end, token) : end;
    text += token === mark ? renamed : line.slice(index, from);
  }
  return text + line.slice(from);
}

/** Where the code ends that such backticks begin; behind them, when none close it on this line. */
function endOfCode(line: string, from: number, ticks: string): number {
  for (const { 0: run, index } of line.slice(from).matchAll(/`+/g)) {
    if (run === ticks) return from + index + run.length;
  }
  return from;
}
