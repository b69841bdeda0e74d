const hint =
  /<(?:b|strong|em|i|s|del|strike|ul|ol|table|h[1-6]|a|code|pre|blockquote|img)\b|font-(?:weight|style)\s*:|mso-list/i;

/** HTML of more letters than this is pasted as its words. A review has far fewer. */
const longest = 2_000_000;

/** What HTML that was copied holds: no more than its words, a form too, or more than can be read. */
export function heldIn(html: string): "words" | "form" | "too much" {
  if (!hint.test(html)) return "words";
  return html.length > longest ? "too much" : "form";
}

// As a browser reads it: a sign that ends a tag may stand within quotation marks.
const attribute = String.raw`[\s/]*(?:=?[^\s/>=]+|=)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*)?)?`;
const attributes = new RegExp(attribute, "g");
const tags = new RegExp(String.raw`<[a-z][^\s/>]*(?:${attribute})*`, "gi");

/**
 * HTML in which styles and handlers of events are only written down, as `data-style`: the page's
 * policy allows none, and a browser complains of each.
 */
export function withoutForce(html: string): string {
  const [first = "", ...others] = html.split(/<style\b/i);
  const behind = others.map((part) => {
    const end = part.search(/<\/style/i);
    return end === -1 ? "" : part.slice(end);
  });
  return [first, ...behind]
    .join("")
    .replaceAll(tags, (tag) =>
      tag.replaceAll(attributes, (one) =>
        one.replace(/^([\s/]*)(?=(?:style|on[a-z]+)(?:[\s=]|$))/i, "$1data-"),
      ),
    );
}

/** Beyond this many cells a table is data, and a browser would take minutes to give each its place. */
const mostCells = 5_000;

interface Table {
  readonly rows: Iterable<{ readonly cells: Iterable<{ readonly colSpan: number }> }>;
}

/** As many columns as one cell goes over at most. */
export const widestCell = 30;

/** Whether tables have too many cells, once each row has as many as the widest. */
export function isTooWide(tables: Iterable<Table>): boolean {
  let cells = 0;
  for (const { rows } of tables) {
    let [height, width] = [0, 0];
    for (const row of rows) {
      let own = 0;
      for (const { colSpan } of row.cells) own += Math.min(colSpan, widestCell);
      height += 1;
      width = Math.max(width, own);
      if (cells + height * width > mostCells) return true;
    }
    cells += height * width;
  }
  return false;
}

/** Markdown without entities for signs that mean nothing where they stand; code has none. */
export function withoutEntities(markdown: string): string {
  let isCode = false;
  return markdown
    .split("\n")
    .map((line) => {
      const isFence = /^\s*```/.test(line);
      if (isFence) isCode = !isCode;
      return isCode || isFence ? line : inLine(line);
    })
    .join("\n");
}

function inLine(line: string): string {
  return line
    .split(/(`[^`]+`)/)
    .map((piece, nth) =>
      nth % 2 === 1
        ? piece
        : piece
            .replaceAll(/&lt;(?![a-z/!?])/gi, "<")
            .replaceAll(/(?<!^\s*)&gt;/g, ">")
            .replaceAll(/&amp;(?![a-z#])/gi, "&"),
    )
    .join("");
}

/** A pasted piece as it goes into a text: a block stands apart from what is around it. */
export function fitted(piece: string, text: string, start: number, end: number): string {
  const isBlock = piece.includes("\n") || /^(?:#|- |> |\d+\. |\||```)/.test(piece);
  if (!isBlock) return piece;
  const [ahead, behind] = [text.slice(0, start), text.slice(end)];
  const before = ahead.trim() === "" ? "" : gap(ahead, -1);
  return before + piece + (behind.trim() === "" ? "" : gap(behind, 0));
}

/** What a text lacks to an empty line at its end (-1) or beginning (0). */
function gap(text: string, edge: -1 | 0): string {
  const isBreak = (nth: number) => text.at(edge === 0 ? nth : -1 - nth) === "\n";
  if (!isBreak(0)) return "\n\n";
  return isBreak(1) ? "" : "\n";
}
