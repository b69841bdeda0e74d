import { isGivenName } from "./given-names";

/**
 * What somebody wrote of what happened, of a text as it was pasted and typed: without addresses, code,
 * mail headers and footers, the questions of a template and people's names, whose words say nothing of
 * it. Lines stay lines. A text that is nothing else is left as it is.
 */
export function ownWords(text: string): string {
  const blocks = hiddenBlocks.reduce((rest, block) => rest.replaceAll(block, "\n"), text);
  const lines = withoutFooters(withoutIndentedCode(blocks.split(/\r?\n/)));
  const own = lines
    .filter((line) => !notOwn.some((pattern) => pattern.test(line)))
    .map(withoutAddresses)
    .map(withoutNames)
    .join("\n");
  return /\p{L}{2}/u.test(own) ? own : text;
}

/**
 * Comments and fenced code; a fence that nobody has closed yet reaches to the end. It is
 * taken whole: a line of thousands of its signs is not tried again with each one less.
 */
const hiddenBlocks = [
  /<!--.*?(?:-->|$)/gs,
  /^[ \t]{0,3}(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n.*?(?:^[ \t]{0,3}\1|(?![^]))/gms,
] as const;

/** Lines that say who wrote to whom, what a program printed, or what a template asks. */
const notOwn = [
  /^[\s>*-]*(?:from|to|cc|bcc|reply-to|sent|date|attendees|participants|present|authors?|owners?|reviewers?|reviewed by|written by|prepared by|facilitator|scribe|incident commander|on-?call)\b[\s*]*:/i,
  /^\s*(?:sent from my|get outlook for)\b/i,
  /\b(?:unsubscribe|before you print|intended (?:only |solely )?for|received (?:it|this\b.{0,40}) in error|confidential and)\b/i,
  /^\s*>+\s*>/,
  /^[\s>]*on .{3,80} wrote:\s*$/i,
  /^\s*at [\w$.<>]+\(.*\)\s*$/,
  /^\s*File ".*", line \d+/,
  /^\s*[$#] \S+ /,
  /^[\s*_-]*(?:who|what|when|where|which|why|how|did|does|do|was|were|is|are|has|have|could|would|can|should)\b[^.!]*\?[\s*_]*$/i,
] as const;

const signOff =
  /^\s*(?:(?:kind|best|warm)(?:est)? )?(?:regards|wishes|cheers|sincerely|thanks),?\s*$/i;

/** A signature ends with the paragraph that it is. */
function withoutFooters(lines: readonly string[]): string[] {
  let isFooter = false;
  return lines.filter((line) => {
    if (line === "--" || line === "-- " || signOff.test(line)) isFooter = true;
    else if (line.trim() === "") isFooter = false;
    return !isFooter;
  });
}

/** Without what is indented like code and set apart by an empty line. */
function withoutIndentedCode(lines: readonly string[]): string[] {
  let isCode = false;
  return lines.filter((line, at) => {
    const isIndented = /^(?: {4}|\t)\s*[^\s*\-\d]/.test(line);
    isCode = isIndented && (isCode || lines[at - 1]?.trim() === "");
    return !isCode;
  });
}

// Each is bounded: a text that tries to wear them out is read in one go as well.
const addresses = [
  /(?<=\])\([^)\s]{0,2000}\)/g,
  /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s)>\]]+/gi,
  /\bwww\.[^\s)>\]]+/gi,
  /\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g,
  /(?<![\w])@[\w.-]+/g,
  /<\/?[a-z][^<>]*>/gi,
] as const;

function withoutAddresses(line: string): string {
  return addresses.reduce((rest, address) => rest.replaceAll(address, " "), line);
}

/** Two words with capitals of which the first is a given name; not where most words have capitals. */
function withoutNames(line: string): string {
  return isTitled(line)
    ? line
    : line.replaceAll(
        /\b(\p{Lu}\p{Ll}+) \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\b/gu,
        (pair, first: string) => (isGivenName(first) ? " " : pair),
      );
}

function isTitled(line: string): boolean {
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return (
    words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.7 && words.length > 3
  );
}
