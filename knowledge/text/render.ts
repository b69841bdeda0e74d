import type { Root } from "mdast";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype, { type Options as RehypeOptions } from "remark-rehype";
import { type Processor, unified } from "unified";
import { visit } from "unist-util-visit";
import {
  RENDERER_VERSION,
  type StoryAnswer,
  type StoryFault,
  type StoryOrder,
} from "./story-answer";
import { colouristForStory } from "./story-code";
import { type Dressing, dressHtml } from "./story-html";
import { faultsBeforeParsing } from "./story-limits";
import { storySchema } from "./story-safety";
import { type StoryLink, type StoryNote, storySyntax, storyTree } from "./story-syntax";
import { writeHtml } from "./story-writer";
import {
  faultOfTree,
  findCutLinks,
  leaveOutEmptySections,
  linksOfTree,
  outlineTree,
  settleNotes,
} from "./story-tree";

/** The most HTML that one story may become, in characters. */
const HTML_LIMIT = 4_000_000;

/**
 * Renders a story in this thread. Hostile texts may take minutes here; anything but a test or the
 * program for it goes through `createRenderer`, which has a deadline.
 */
export async function renderStory({ markdown, citations }: StoryOrder): Promise<StoryAnswer> {
  const before = faultsBeforeParsing(markdown);
  if (before.length > 0) return { kind: "refused", faults: before };

  const tree = parser.parse(markdown);
  const tooMuch = faultOfTree(tree);
  if (tooMuch) return { kind: "refused", faults: [tooMuch] };

  const faults: StoryFault[] = [];
  const cited = settleNotes(tree, new Set(citations), faults);
  findCutLinks(tree, faults);
  const links = linksOfTree(tree);
  leaveOutEmptySections(tree);
  const headings = outlineTree(tree);
  const html = await htmlOf(tree, faults);
  if (html.length > HTML_LIMIT) {
    const message = "The page that this text makes is too large. Shorten its link addresses.";
    return { kind: "refused", faults: [{ line: 1, message }] };
  }
  faults.sort((a, b) => a.line - b.line);
  return {
    kind: "rendered",
    html,
    headings,
    links,
    citations: cited,
    faults,
    version: RENDERER_VERSION,
  };
}

async function htmlOf(tree: Root, faults: StoryFault[]): Promise<string> {
  const colour = namesLanguages(tree) ? await colouristForStory() : null;
  const dressing: Dressing = { faults, colour, tables: 0, heading: "", inLink: false };
  const dressed = dressHtml(toHtml.runSync(tree), dressing);
  return writeHtml(sanitizer.runSync(dressed));
}

function namesLanguages(tree: Root): boolean {
  let found = false;
  visit(tree, "code", ({ lang }) => {
    found ||= Boolean(lang);
  });
  return found;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(storyDialect).freeze();

function storyDialect(this: Processor): void {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data();
  this.data({
    micromarkExtensions: [...micromarkExtensions, storySyntax],
    fromMarkdownExtensions: [...fromMarkdownExtensions, storyTree],
  });
}

const rehypeOptions: RehypeOptions = {
  clobberPrefix: "",
  footnoteLabel: "Footnotes",
  footnoteLabelProperties: { className: ["footnotes-label"] },
  handlers: {
    // The marks that `resolveMarks` fills in when a page is made. Nothing else can write them,
    // for HTML in a story is text.
    storyLink: (_state, { slug, words }: StoryLink) => ({
      type: "element",
      tagName: "a",
      properties: { dataLink: slug },
      children: words === null ? [] : [{ type: "text", value: words.replace(/\s+/g, " ") }],
    }),
    storyNote: (_state, { id }: StoryNote) => ({
      type: "element",
      tagName: "sup",
      properties: { dataCite: id },
      children: [],
    }),
  },
};

const toHtml = unified().use(remarkRehype, rehypeOptions).freeze();
const sanitizer = unified().use(rehypeSanitize, storySchema).freeze();
