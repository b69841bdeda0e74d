const blocks = "p, div, ul, ol, li, table, h1, h2, h3, h4, h5, h6, pre, blockquote";

/** Bold, italics and what is struck out, as elements that Markdown can say: around words, side by side none. */
export function tidyEmphasis(body: HTMLElement): void {
  for (const old of body.querySelectorAll("b, i, s, strike")) named(old);
  for (const element of body.querySelectorAll("span[data-style]")) fromStyle(element);
  for (const element of body.querySelectorAll("strong, em, del")) {
    const isPlain = isOff(element) || element.querySelector(blocks) !== null;
    if (isPlain || element.closest("pre, code, h1, h2, h3, h4, h5, h6, th") !== null)
      unwrap(element);
  }
  body.normalize();
  for (const element of body.querySelectorAll("strong, em, del")) joinNext(element);
  for (const element of body.querySelectorAll("strong, em, del")) setOff(element);
}

const names: Readonly<Record<string, string>> = { b: "strong", i: "em", s: "del", strike: "del" };

function named(old: Element): void {
  const element = old.ownerDocument.createElement(names[old.localName] ?? "em");
  element.setAttribute("data-style", old.getAttribute("data-style") ?? "");
  element.append(...old.childNodes);
  old.replaceWith(element);
}

/** Google Docs says of a piece of text how heavy it is, and puts all of it into one that is not bold. */
function fromStyle(element: Element): void {
  const found = [
    ...(isHeavy(styleOf(element, "font-weight")) ? ["strong"] : []),
    ...(styleOf(element, "font-style") === "italic" ? ["em"] : []),
    ...(styleOf(element, "text-decoration").includes("line-through") ? ["del"] : []),
  ];
  for (const name of found) {
    const inner = element.ownerDocument.createElement(name);
    inner.append(...element.childNodes);
    element.append(inner);
  }
  unwrap(element);
}

/** What an element's style says under a name; empty where it says nothing. */
function styleOf(element: Element, name: string): string {
  const style = element.getAttribute("data-style") ?? "";
  const declared = style.split(";").map((one) => one.split(":"));
  const found = declared.findLast(([key = ""]) => key.trim().toLowerCase() === name);
  return found?.[1]?.trim().toLowerCase() ?? "";
}

function isHeavy(weight: string): boolean {
  return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
}

function isOff(element: Element): boolean {
  const weight = styleOf(element, "font-weight");
  if (element.localName === "strong") return weight !== "" && !isHeavy(weight);
  return element.localName === "em" && styleOf(element, "font-style") === "normal";
}

/** Two in a row are one: their marks would touch. */
function joinNext(element: Element): void {
  for (;;) {
    const next = element.nextSibling;
    if (!(next instanceof Element) || next.localName !== element.localName) return;
    element.append(...next.childNodes);
    next.remove();
  }
}

/** Space at the edges goes outside: marks next to space mark nothing. */
function setOff(element: Element): void {
  const words = element.textContent;
  if (words.trim() === "") {
    unwrap(element);
    return;
  }
  if (/^\s/.test(words)) element.before(" ");
  if (/\s$/.test(words)) element.after(" ");
  trimEdge(element, "firstChild");
  trimEdge(element, "lastChild");
}

function trimEdge(element: Element, edge: "firstChild" | "lastChild"): void {
  let child: Node | null = element[edge];
  while (child instanceof Element) child = child[edge];
  const text = child?.nodeValue;
  if (!child || typeof text !== "string") return;
  child.nodeValue = edge === "firstChild" ? text.trimStart() : text.trimEnd();
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}
