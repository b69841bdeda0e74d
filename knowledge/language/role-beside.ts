import { firstNames } from "./lexicon/names";
import { determiners } from "./lexicon/words";
import { wordSet } from "./lexicon/word-set";
import { isMarkAt, isWordAt, normAt, tokenAt, type Token } from "./token";
import { personPronouns, whoIs } from "./who";

const longest = 4;

const partOfRole = wordSet(`
  on call duty database network site incident release storage night security reliability support data
  platform systems system operations shift
`);

/** "Operator Bob", "Bob (SRE)", "Bob, the database administrator": what a text says the person does. */
export function roleBeside(
  content: string,
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): string | null {
  if (isTrade(tokens, from - 1)) return roleEndingAt(content, tokens, from - 1);
  const isAside = isMarkAt(tokens, to + 1, "(") || isMarkAt(tokens, to + 1, ",");
  if (!isAside) return null;
  const hasArticle = determiners.has(normAt(tokens, to + 2));
  return roleBeginningAt(content, tokens, hasArticle ? to + 3 : to + 2);
}

function isTrade(tokens: readonly Token[], at: number): boolean {
  const { kind, norm, named } = tokenAt(tokens, at);
  if (kind !== "word" || named || norm.length < 3) return false;
  return whoIs(tokens, at) === "person" && !firstNames.has(norm) && !personPronouns.has(norm);
}

function roleBeginningAt(content: string, tokens: readonly Token[], start: number): string | null {
  for (let at = start; at < start + longest && isWordAt(tokens, at); at++) {
    if (isTrade(tokens, at)) return words(content, tokens, { start, end: at });
  }
  return null;
}

function roleEndingAt(content: string, tokens: readonly Token[], end: number): string {
  let start = end;
  while (end - start < longest - 1 && isWordAt(tokens, start - 1)) {
    const belongs = tokenAt(tokens, start).tied || partOfRole.has(normAt(tokens, start - 1));
    if (!belongs) break;
    start -= 1;
  }
  return words(content, tokens, { start, end });
}

function words(
  content: string,
  tokens: readonly Token[],
  { start, end }: { start: number; end: number },
): string {
  const written = content.slice(tokenAt(tokens, start).start, tokenAt(tokens, end).end);
  // Abbreviations keep their capitals; a role that begins a sentence loses its own.
  return /^[A-Z]+$/.test(written) ? written : written.toLowerCase();
}
