import type { Element, ElementContent, Properties, Root, RootContent } from "hast";
import { PICTURE_ADDRESS } from "./pictures";
import { visibleParts, withVisibleNames } from "./invisible";
import { LINK_ADDRESS, OTHER_SITE } from "./story-safety";
import type { Colourist } from "./story-code";
import type { StoryFault } from "./story-answer";
import { lineOf } from "./story-tree";

/** What the dressing of one story's HTML needs and gathers. */
export type Dressing = {
  faults: StoryFault[];
  colour: Colourist | null;
  tables: number;
  heading: string;
  inLink: boolean;
};

/**
 * Makes the HTML tree of a story what our pages want: addresses checked, tables in a region that
 * scrolls, boxes of tasks named, code coloured, invisible characters shown. Recursive: the depth
 * was limited before.
 */
export function dressHtml(root: Root, dressing: Dressing): Root {
  return { ...root, children: root.children.flatMap((node) => dress(node, dressing)) };
}

function dress(node: RootContent, dressing: Dressing): ElementContent[] {
  if (node.type === "text") return visibleNodes(node.value);
  if (node.type !== "element") return [];
  const dressElement = DRESSES[node.tagName];
  return dressElement ? dressElement(node, dressing) : [inside(node, dressing)];
}

type Dress = (element: Element, dressing: Dressing) => ElementContent[];

const DRESSES: Readonly<Record<string, Dress>> = {
  a: dressLink,
  img: dressImage,
  input: (box) => [withProperties(box, { ariaLabel: box.properties.checked ? "Done" : "To do" })],
  pre: dressCode,
  table: dressTable,
  td: dressCell,
  th: dressCell,
  thead: dressHead,
  ...Object.fromEntries(["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, dressHeading])),
};

function inside(element: Element, dressing: Dressing): Element {
  return { ...element, children: element.children.flatMap((child) => dress(child, dressing)) };
}

function withProperties(element: Element, properties: Properties): Element {
  return { ...element, properties: { ...element.properties, ...properties } };
}

function visibleNodes(text: string): ElementContent[] {
  return visibleParts(text).map((part) =>
    part.kind === "text"
      ? { type: "text", value: part.text }
      : {
          type: "element",
          tagName: "span",
          properties: { className: ["code-point"] },
          children: [{ type: "text", value: part.name }],
        },
  );
}

function dressLink(link: Element, dressing: Dressing): ElementContent[] {
  const { href, dataLink, dataFootnoteRef, title } = link.properties;
  if (dressing.inLink) return linkInLink(link, dressing);
  const content = inside(link, { ...dressing, inLink: true });
  if (dataLink !== undefined) return [content];
  if (dataFootnoteRef !== undefined) {
    return [withProperties(content, { ariaDescribedBy: ["fn-label"] })];
  }
  const address = typeof href === "string" ? href : "";
  if (!LINK_ADDRESS.test(address) || address.length > ADDRESS_LIMIT) {
    const message = `A link cannot lead to "${shortened(address)}". It may lead to http, https or mailto, to a place on this site (/…) or on this page (#…).`;
    dressing.faults.push({ line: lineOf(link), message });
    return content.children;
  }
  const outward = OTHER_SITE.test(address) ? { rel: ["noopener", "nofollow", "ugc"] } : {};
  return [withProperties(content, { ...outward, ...visibleTitle(title) })];
}

const ADDRESS_LIMIT = 2_000;

// HTML has no link in a link; the outer one leads, the inner one keeps its words.
function linkInLink(link: Element, dressing: Dressing): ElementContent[] {
  const { dataLink } = link.properties;
  if (typeof dataLink === "string" && link.children.length === 0) {
    return visibleNodes(dataLink.replaceAll("-", " "));
  }
  return inside(link, dressing).children;
}

function visibleTitle(title: Properties[string]): Properties {
  return typeof title === "string" ? { title: withVisibleNames(title) } : {};
}

function dressImage(image: Element, { faults }: Dressing): ElementContent[] {
  const { src, alt, title } = image.properties;
  const address = typeof src === "string" ? src : "";
  const words = typeof alt === "string" ? withVisibleNames(alt) : "";
  if (!PICTURE_ADDRESS.test(address)) {
    const message = `A picture cannot come from "${shortened(address)}". It must be one that was put in here: files/… and its number, with the ending .webp.`;
    faults.push({ line: lineOf(image), message });
    return words ? [{ type: "text", value: words }] : [];
  }
  const properties = { src: `/${address}`, alt: words, loading: "lazy", ...visibleTitle(title) };
  return [{ ...image, properties }];
}

function dressTable(table: Element, dressing: Dressing): ElementContent[] {
  dressing.tables += 1;
  const label = `Table ${dressing.tables}`;
  const properties = {
    className: ["table-scroll"],
    role: "region",
    tabIndex: 0,
    ariaLabel: dressing.heading ? `${label}: ${dressing.heading}` : label,
  };
  return [{ type: "element", tagName: "div", properties, children: [inside(table, dressing)] }];
}

/** Markdown asks for a head also of a table that has none, and takes an empty one. */
function dressHead(head: Element, dressing: Dressing): ElementContent[] {
  const cells = head.children.flatMap((row) => (row.type === "element" ? row.children : []));
  const says = cells.some((cell) => cell.type === "element" && cell.children.length > 0);
  return says ? [inside(head, dressing)] : [];
}

function dressCell(cell: Element, dressing: Dressing): ElementContent[] {
  const { align } = cell.properties;
  const properties: Properties = typeof align === "string" ? { className: [`align-${align}`] } : {};
  // A header without words heads nothing.
  const tagName = cell.tagName === "th" && cell.children.length > 0 ? "th" : "td";
  if (tagName === "th") properties.scope = "col";
  return [{ ...inside(cell, dressing), tagName, properties }];
}

function dressHeading(heading: Element, dressing: Dressing): ElementContent[] {
  const { id } = heading.properties;
  if (id === "footnote-label") return [withProperties(heading, { id: "fn-label" })];
  if (id === undefined) return [];
  dressing.heading = withVisibleNames(wordsOf(heading));
  return [inside(heading, dressing)];
}

function dressCode(block: Element, { colour }: Dressing): ElementContent[] {
  const [code] = block.children;
  if (code?.type !== "element") return [block];
  const { className } = code.properties;
  const [first] = Array.isArray(className) ? className.map(String) : [];
  const text = wordsOf(code);
  const coloured = first ? colour?.(text, first.replace("language-", "")) : null;
  const children = (coloured ?? code.children).flatMap(showInvisible);
  // A block that scrolls sideways must be reachable by keyboard.
  return [withProperties({ ...block, children: [{ ...code, children }] }, { tabIndex: 0 })];
}

function showInvisible(node: ElementContent): ElementContent[] {
  if (node.type === "text") return visibleNodes(node.value);
  return node.type === "element"
    ? [{ ...node, children: node.children.flatMap(showInvisible) }]
    : [];
}

function wordsOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(wordsOf).join("") : "";
}

function shortened(address: string): string {
  return withVisibleNames(address.length > 60 ? `${address.slice(0, 60)}…` : address);
}
