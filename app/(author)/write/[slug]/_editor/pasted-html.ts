import { unwrappedAddress } from "#knowledge/review/post-mortem/unwrapped-address";
import { markdownFromHtml } from "#knowledge/review/post-mortem/from-html";

import type { PastedForm } from "./pasted-form";
import { isTooWide, widestCell, withoutEntities, withoutForce } from "./pasted-markdown";
import { isSign, markOf, picturesOf, type PastedPictures } from "./pasted-pictures";
import { tidyEmphasis } from "./pasted-emphasis";
import { listsFromWord } from "./pasted-word";

const meaning =
  "strong, em, del, ul, ol, table, h1, h2, h3, h4, h5, h6, a, code, pre, blockquote, img";

/**
 * What was copied from a page or a text processor, as Markdown, where more than words come of it.
 * The browser parses it without running or fetching any of it.
 */
export function readPasted(html: string): PastedForm {
  const { body } = new DOMParser().parseFromString(withoutForce(html), "text/html");
  for (const one of body.querySelectorAll("script, style, template, iframe, object, svg, title")) {
    one.remove();
  }
  if (isTooWide(body.querySelectorAll("table"))) return { kind: "too much" };
  const pictures = takePictures(body);
  spacesAsTyped(body);
  listsFromWord(body);
  for (const link of body.querySelectorAll("a")) keepLink(link);
  for (const table of body.querySelectorAll("table")) keepTable(table);
  lowerHeadings(body);
  tidyEmphasis(body);
  if (body.querySelector(meaning) === null) return { kind: "words", pictures };
  const markdown = withoutEntities(markdownFromHtml(body.innerHTML));
  return markdown === "" ? { kind: "words", pictures } : { kind: "markdown", markdown, pictures };
}

/**
 * Takes out pictures that cannot be kept. Those that can stay where they are, with their words and an
 * address by which they are found once they are kept; signs leave their words. The sizes are those
 * that the HTML says: nothing was fetched.
 */
function takePictures(body: HTMLElement): PastedPictures {
  const all = [...body.querySelectorAll("img")];
  const pictures = picturesOf(
    all.map((picture) => ({
      src: picture.getAttribute("src")?.trim() ?? "",
      alt: picture.alt,
      width: Number.parseInt(picture.getAttribute("width") ?? "0", 10),
      height: Number.parseInt(picture.getAttribute("height") ?? "0", 10),
    })),
  );
  const marks = pictures.files.flatMap((file) => markOf(file) ?? []);
  for (const [at, picture] of all.entries()) {
    // Behind all words it goes where the caret is then, as one that is pasted alone.
    const mark = hasWordsBehind(picture, body) ? marks.find(({ nth }) => nth === at) : undefined;
    if (!mark) {
      picture.replaceWith(isSign(picture) ? picture.alt : "");
      continue;
    }
    picture.setAttribute("src", mark.address);
    picture.alt = mark.words;
    setApart(picture);
  }
  return pictures;
}

function hasWordsBehind(picture: Element, body: HTMLElement): boolean {
  const behind = body.ownerDocument.createRange();
  behind.setStartAfter(picture);
  behind.setEnd(body, body.childNodes.length);
  return behind.toString().trim() !== "";
}

/** Puts a picture on lines of its own, but in a list, a table or a link, which would be broken. */
function setApart(picture: HTMLImageElement): void {
  if (picture.closest("li, table, a, h1, h2, h3, h4, h5, h6") !== null) return;
  const figure = picture.ownerDocument.createElement("figure");
  picture.replaceWith(figure);
  figure.append(picture);
}

/** A text processor keeps words together with spaces that Markdown would keep for ever. */
function spacesAsTyped(body: HTMLElement): void {
  const texts = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    text.nodeValue = (text.nodeValue ?? "").replaceAll(/[\u00A0\u202F]/g, " ");
  }
}

/** A link keeps an address that leads somewhere; of another kind only its words stay. */
function keepLink(link: HTMLAnchorElement): void {
  const target = link.getAttribute("href")?.trim() ?? "";
  const leads = /^(?:https?|mailto):/i.test(target) && link.textContent.trim() !== "";
  if (!leads) {
    link.replaceWith(...link.childNodes);
    return;
  }
  const address = unwrappedAddress(link.href).replaceAll(
    /[()<>\s|\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  link.setAttribute("href", address);
}

/** A table of Markdown has one row of headings and as many cells in each; one cell is no table. */
function keepTable(table: HTMLTableElement): void {
  const rows = [...table.rows];
  const cells = rows.flatMap((row) => [...row.cells]);
  const [only] = cells;
  if (only && cells.length === 1) {
    const box = table.ownerDocument.createElement("div");
    box.append(...only.childNodes);
    table.replaceWith(box);
    return;
  }
  cells.forEach(spread);
  const widths = rows.map((row) => row.cells.length);
  const columns = Math.max(0, ...widths);
  for (const [nth, row] of rows.entries()) {
    for (let width = widths[nth] ?? columns; width < columns; width += 1) row.insertCell();
  }
  for (const cell of rows[0]?.cells ?? []) rename(cell, "th");
}

/** Sets empty cells behind one that goes over several columns. */
function spread(cell: HTMLTableCellElement): void {
  for (let more = Math.min(cell.colSpan, widestCell); more > 1; more -= 1) {
    cell.after(cell.ownerDocument.createElement("td"));
  }
}

/** The section that one writes has its heading already: below it they begin with the third level. */
function lowerHeadings(body: HTMLElement): void {
  const headings = [...body.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const levels = headings.map(({ localName }) => Number(localName.slice(1)));
  const lower = Math.max(0, 3 - Math.min(...levels));
  for (const [at, heading] of headings.entries()) {
    rename(heading, `h${Math.min(6, (levels[at] ?? 3) + lower)}`);
  }
}

function rename(element: Element, name: string): void {
  if (element.localName === name) return;
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
