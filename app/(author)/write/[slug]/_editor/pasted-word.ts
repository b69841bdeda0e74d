/** Word writes a list as paragraphs that say their level, each with its sign as text. */
export function listsFromWord(body: HTMLElement): void {
  /** The list of each level that is open, the outermost first. */
  const open: Element[] = [];
  for (const paragraph of body.querySelectorAll("p[data-style*='mso-list']")) {
    const level = levelOf(paragraph);
    if (level === null) continue;
    const list = takeSign(paragraph);
    if (paragraph.previousElementSibling !== open[0]) open.length = 0;
    while (open.length > level) open.pop();
    while (open.length < level) openList(paragraph, list, open);
    const item = paragraph.ownerDocument.createElement("li");
    item.append(...paragraph.childNodes);
    open.at(-1)?.append(item);
    paragraph.remove();
  }
}

function openList(paragraph: Element, name: "ol" | "ul", open: Element[]): void {
  const list = paragraph.ownerDocument.createElement(name);
  const outer = open.at(-1);
  if (outer) outer.append(list);
  else paragraph.before(list);
  open.push(list);
}

function levelOf(paragraph: Element): number | null {
  const style = paragraph.getAttribute("data-style") ?? "";
  const [, level] = /mso-list:\s*l\d+\s+level(\d)/.exec(style) ?? [];
  return level === undefined ? null : Number(level);
}

/** Takes the sign of an item out of it, which Word makes itself; gives the list that has such signs. */
function takeSign(paragraph: Element): "ol" | "ul" {
  const span = [...paragraph.querySelectorAll("span")].find((one) =>
    /mso-list:\s*ignore/i.test(one.getAttribute("data-style") ?? ""),
  );
  const sign = span?.textContent.trim() ?? "";
  span?.remove();
  return /^\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/i.test(sign) ? "ol" : "ul";
}
