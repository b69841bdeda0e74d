import type {
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Nodes,
  Root,
  RootContent,
} from "mdast";
import { SKIP, visit } from "unist-util-visit";
import type { StoryFault, StoryHeading } from "./story-answer";
import { slugOf } from "./slug-of";

// A list item makes two levels of the tree and a paragraph's emphasis a few more.
const DEPTH_LIMIT = 100;
/** How many cells a table may have, counting those that short rows leave out. */
const CELL_LIMIT = 50_000;

/**
 * What in a parsed story would make the steps after parsing run out of stack or memory: the first
 * such place, null when there is none. Walks without recursion, for the same reason.
 */
export function faultOfTree(tree: Root): StoryFault | null {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > DEPTH_LIMIT) {
      return { line: lineOf(node), message: "Emphasis, links or lists are nested too deep here." };
    }
    if (node.type === "table" && node.children.length * (node.align?.length ?? 1) > CELL_LIMIT) {
      return { line: lineOf(node), message: `A table may have ${CELL_LIMIT} cells.` };
    }
    if ("children" in node) {
      for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
    }
  }
  return null;
}

/**
 * Finds links that a table has cut in two at their bar: GFM reads it as the end of the cell, and
 * would show one half and may drop the other.
 */
export function findCutLinks(tree: Root, faults: StoryFault[]): void {
  visit(tree, "tableCell", (cell) => {
    const last = cell.children.at(-1);
    const slug = last?.type === "text" ? CUT_LINK.exec(last.value)?.[1] : undefined;
    if (slug === undefined) return;
    const message = `In a table the bar of a link is written with a backslash: [[${slug}\\|words]].`;
    faults.push({ line: lineOf(cell), message });
  });
}

const CUT_LINK = /\[\[([a-z0-9-]+)$/;

/** The slugs of all `[[…]]`, each once, in order. */
export function linksOfTree(tree: Root): string[] {
  const slugs = new Set<string>();
  visit(tree, "storyLink", (link) => void slugs.add(link.slug));
  return [...slugs];
}

/**
 * Decides for every `[^id]` what it is: a citation where a source has this id, else a footnote
 * where one is defined, else its own text and a fault. Gives footnotes identifiers that are safe
 * in an anchor. Returns the ids cited, each once, in order.
 */
export function settleNotes(tree: Root, sources: ReadonlySet<string>, faults: StoryFault[]) {
  const cited = new Set<string>();
  const footnotes = namedFootnotes(tree, faults);
  visit(tree, "footnoteReference", (reference: FootnoteReference) => {
    const footnote = footnotes.get(reference.identifier);
    if (!footnote) return;
    footnote.called = true;
    reference.identifier = footnote.identifier;
  });
  visit(tree, "storyNote", (note, index, parent) => {
    if (sources.has(note.id)) return void cited.add(note.id);
    const footnote = footnotes.get(note.id.toLowerCase());
    if (!parent || index === undefined) return SKIP;
    if (footnote) {
      footnote.called = true;
      const { identifier } = footnote;
      parent.children[index] = { ...note, type: "footnoteReference", identifier, label: note.id };
      return SKIP;
    }
    const message = `There is no source and no footnote "${note.id}". Add it, or put [^${note.id}] between backticks if it is code.`;
    faults.push({ line: lineOf(note), message });
    parent.children[index] = { ...note, type: "text", value: `[^${note.id}]` };
    return SKIP;
  });
  for (const [label, { line, called }] of footnotes) {
    if (called) continue;
    const message = sources.has(label)
      ? `"${label}" is a source, so the footnote of this name is never shown. Rename the footnote.`
      : `Nothing refers to the footnote "${label}", so it is not shown.`;
    faults.push({ line, message });
  }
  return [...cited];
}

type Footnote = { identifier: string; line: number; called: boolean };

function namedFootnotes(tree: Root, faults: StoryFault[]): Map<string, Footnote> {
  const footnotes = new Map<string, Footnote>();
  const taken = new Set<string>();
  visit(tree, "footnoteDefinition", (definition: FootnoteDefinition) => {
    const label = definition.identifier;
    const identifier = slugOf(label, taken);
    taken.add(identifier);
    definition.identifier = identifier;
    if (footnotes.has(label)) {
      const message = `The footnote "${label}" is defined twice. Rename one.`;
      faults.push({ line: lineOf(definition), message });
      return;
    }
    footnotes.set(label, { identifier, line: lineOf(definition), called: false });
  });
  return footnotes;
}

/**
 * Leaves out headings under which nothing stands: of a template, readers are shown what was answered.
 * A heading with nothing but headings below it goes with them.
 */
export function leaveOutEmptySections(tree: Root): void {
  const kept: RootContent[] = [];
  let behind: RootContent | undefined;
  for (const node of tree.children.toReversed()) {
    const isEmpty =
      node.type === "heading" &&
      (behind === undefined || (behind.type === "heading" && behind.depth <= node.depth));
    if (isEmpty) continue;
    kept.push(node);
    if (node.type !== "definition" && node.type !== "footnoteDefinition") behind = node;
  }
  tree.children = kept.toReversed();
}

/**
 * Gives every heading its anchor and its place in the outline of a page whose only h1 is the
 * title: the story's topmost headings become h2, and none skips a level. The level in the source
 * counts only in relation to the headings before it.
 */
export function outlineTree(tree: Root): StoryHeading[] {
  const headings: StoryHeading[] = [];
  const taken = new Set<string>();
  const above: number[] = [];
  visit(tree, "heading", (heading: Heading) => {
    const text = textOf(heading).trim();
    if (text === "") return;
    while ((above.at(-1) ?? 0) >= heading.depth) above.pop();
    const slug = slugOf(text, taken, ANCHOR_SIZE);
    taken.add(slug);
    const depth = DEPTHS[above.length] ?? 6;
    above.push(heading.depth);
    heading.depth = depth;
    heading.data = { hProperties: { id: `s-${slug}` } };
    headings.push({ id: `s-${slug}`, depth, text });
  });
  return headings;
}

const DEPTHS = [2, 3, 4, 5, 6] as const;
const ANCHOR_SIZE = { words: 12, characters: 76 };

function textOf(node: Nodes): string {
  if (node.type === "storyLink") return node.words ?? node.slug.replaceAll("-", " ");
  if (node.type === "image") return node.alt ?? "";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** The line, from 1, where a node of the story begins. */
export function lineOf(node: { position?: { start: { line: number } } | undefined }): number {
  return node.position?.start.line ?? 1;
}
