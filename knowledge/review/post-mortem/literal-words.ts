/**
 * Words in which no sign begins a mark of Markdown: emphasis around words such as `__init__`, a link,
 * a reference. Addresses, and signs that begin nothing, stay as they were written.
 */
export function literalWords(text: string): string {
  if (!/[\\*_~[]/.test(text)) return text;
  return text
    .split(/(https?:\/\/\S+)/)
    .map((piece, nth) => (nth % 2 === 1 ? piece : withoutMarks(piece)))
    .join("");
}

// Every repetition is bounded or ends at the next sign, so that the work grows with the text.
const emphasis = [
  /(\*{1,3})(?![\s*])([^*]{0,500}[^\s*])\1/g,
  /(?<![\p{L}\p{N}_])(_{1,3})(?![\s_])((?:[^_]|(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])){0,500}?[^\s_])\1(?![\p{L}\p{N}_])/gu,
  /(~~)(?![\s~])([^~]{0,500}[^\s~])\1/g,
];

function withoutMarks(text: string): string {
  const escaped = text.replaceAll(/\\(?=[!-/:-@[-`{-~])/g, String.raw`\\`);
  return emphasis
    .reduce(
      (words, pattern) =>
        words.replaceAll(pattern, (_, sign: string, inner: string) => {
          const mark = sign.replaceAll(/./g, "\\$&");
          return mark + inner + mark;
        }),
      escaped,
    )
    .replaceAll(reference, "\\[")
    .replaceAll(/\[(?=[^[\]]{0,500}\]\()/g, "\\[");
}

/** `[[slug]]`, `[[slug|words]]`, `[^source]` */
const reference =
  /\[(?=\[[a-z0-9-]{1,200}(?:\|[^[\]|]{1,300})?\]\]|\^[^[\]\s]{1,100}\])|(?<=\[)\[(?=[a-z0-9-]{1,200}(?:\|[^[\]|]{1,300})?\]\])/g;

const number = /^(\d{3,9})(?=[.)](?:\s|$))/;
const beginning = /^(?:#{1,6}(?:\s|$)|>|\+(?:\s|$)|`{3}|~{3}|=+$|-+$|(?:[-*_][ \t]*){3,}$)/;

/**
 * A line of words that begins no heading, quotation, fence, rule or underline, and no list either:
 * but where somebody wrote `- ` or `1. ` before words, a list is what was meant.
 */
export function literalLine(line: string): string {
  const numbered = line.replace(number, "$1\\");
  return beginning.test(line) ? `\\${line}` : numbered;
}

/** The sign that opens and closes lines of code: longer than any within. */
export function fenceAround(lines: readonly string[]): string {
  let longest = 2;
  for (const line of lines) {
    for (const [run] of line.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  }
  return "`".repeat(longest + 1);
}
