import { element } from "./element";
import { kindNames, type Suggested } from "./suggested";
import { markedPieces } from "./typed-words";

/** A suggestion as an option that is a link, so that choosing it goes there. */
export function suggestionOption(
  { kind, name, alias, incidents }: Suggested,
  { href, typed }: { readonly href: string; readonly typed: string },
): HTMLAnchorElement {
  const title = element("span", "suggestion-name", ...marked(name, alias === null ? typed : ""));
  const also = alias === null ? [] : [element("span", "suggestion-alias", ...marked(alias, typed))];
  const count = `${incidents} ${incidents === 1 ? "incident" : "incidents"}`;
  // The commas are for who hears the option.
  return optionLink(
    href,
    element("span", "suggestion-names", title, ...also.flatMap((one) => [pause(), one])),
    pause(),
    element("span", "suggestion-kind", kindNames[kind]),
    pause(),
    element("span", "suggestion-count", count),
  );
}

/** An option of a list that is a link; it is reached with the arrow keys, not with Tab. */
export function optionLink(href: string, ...children: Node[]): HTMLAnchorElement {
  const link = element("a", "suggestion", ...children);
  link.href = href;
  link.role = "option";
  link.tabIndex = -1;
  return link;
}

/** Gives the options of a list ids, by which the box says which of them is meant. */
export function nameOptions(list: HTMLElement): void {
  for (const [index, option] of list.querySelectorAll("[role=option]").entries()) {
    option.id = `${list.id}-${index}`;
  }
}

export function countInWords(count: number): string {
  if (count === 0) return "No suggestions.";
  return count === 1 ? "1 suggestion." : `${count} suggestions.`;
}

function marked(text: string, typed: string): (Node | string)[] {
  return markedPieces(text, typed).map((piece) =>
    piece.isTyped ? element("mark", "", piece.text) : piece.text,
  );
}

function pause(): HTMLElement {
  return element("span", "sr-only", ", ");
}
