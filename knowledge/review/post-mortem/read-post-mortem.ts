import { chatInDocument, chatOf } from "./chat-in-document";
import { documentsOfJson } from "./from-json";
import { withoutDeadPictures } from "./dead-pictures";
import { incidentsIn } from "./incidents-in";
import { leftOutSentence } from "./json-left-out";
import { asMarkdown, layoutOf, type Layout } from "./layout";
import { headingsOf } from "./outline";
import { readOwnDocument } from "./own-document";
import type { PostMortem } from "./post-mortem";
import { withPropertiesAsLabels } from "./properties-table";
import { readIncident } from "./read-markdown";
import type { ReadingWarning } from "./reading-warning";
import { sourceLines } from "./source-line";
import { textOfBytes, tidyText, type FileText } from "./text-of-file";

/** What a file of post-mortems holds. */
export interface PostMortemFile {
  /** The title of the file, which for several incidents is not that of one of them. */
  readonly title: string | null;
  readonly postMortems: readonly PostMortem[];
  /** All headings but the title, in the order of the file. */
  readonly headings: readonly string[];
  /** What has to be said of the file; what is said of its incidents stands with them. */
  readonly warnings: readonly ReadingWarning[];
}

/**
 * Reads the post-mortems that a text holds, in whatever layout: Markdown, HTML, the wikis' markup,
 * the vendors' JSON, one of our own documents. Never throws; what could not be read is a warning.
 */
export function readPostMortem(text: string, file = ""): PostMortem[] {
  return [...readPostMortemFile(tidyText(text), file).postMortems];
}

/** Reads the bytes of a file, in whatever encoding. */
export function readPostMortemBytes(bytes: Uint8Array, file: string): PostMortemFile {
  return readPostMortemFile(textOfBytes(bytes), file);
}

/** Reads a text that has been tidied. */
export function readPostMortemFile(
  { text, warnings, isRefused = false }: FileText,
  file: string,
): PostMortemFile {
  if (isRefused) return { title: null, postMortems: [], headings: [], warnings };
  if (text.trim() === "") {
    const empty = { kind: "unreadable", sentence: "The file is empty." } as const;
    return { title: null, postMortems: [], headings: [], warnings: [...warnings, empty] };
  }
  const own = readOwnDocument(text, file);
  if (own.kind === "own") {
    return several([own.postMortem], null, warnings);
  }
  const all = own.kind === "faulty" ? [...warnings, own.warning] : warnings;
  const json = documentsOfJson(text);
  switch (json.kind) {
    case "other":
      return withTitleAsked(fromMarkdown(asMarkdown(text), file, all), layoutOf(text));
    case "unknown":
      return { title: null, postMortems: [], headings: [], warnings: [...all, unknownJson] };
    case "chat": {
      const told = [...all, ...toldOfFields(json.leftOut)];
      return several([readIncident(json.chat.lines, file, {}, chatOf([json.chat]))], null, told);
    }
    case "read":
      return several(
        json.documents.map((document) => readIncident(tidyText(document).text.split("\n"), file)),
        null,
        [...all, ...toldOfFields(json.leftOut)],
      );
  }
}

function toldOfFields(fields: readonly string[]): ReadingWarning[] {
  const sentence = leftOutSentence(fields);
  return sentence === null ? [] : [{ kind: "left-out", sentence }];
}

const missingTitle: ReadingWarning = { kind: "missing-title", sentence: "No title was found." };

/** Says that there is no title: a chat and a list have none, and a wiki keeps it beside the page's text. */
function withTitleAsked(read: PostMortemFile, layout: Layout): PostMortemFile {
  const [first] = read.postMortems;
  const hasNone = read.title === null && first?.chat === null && first.own === null;
  const isAsked = hasNone && layout !== "mediawiki" && read.headings.length > 0;
  return isAsked ? { ...read, warnings: [...read.warnings, missingTitle] } : read;
}

const unknownJson: ReadingWarning = {
  kind: "unreadable",
  sentence: "This is JSON, though not of a form that is known: no incident was found in it.",
};

function fromMarkdown(
  converted: string,
  file: string,
  before: readonly ReadingWarning[],
): PostMortemFile {
  const { text: written, told } = withoutDeadPictures(withPropertiesAsLabels(converted));
  const warnings = [...before, ...told];
  const { text: markdown, chat } = chatInDocument(written) ?? { text: written, chat: null };
  const text = markdown.split("\n");
  const lines = sourceLines(markdown);
  const headings = headingsOf(lines);
  const ranges = incidentsIn(lines, headings);
  if (ranges.length === 0) return several([readIncident(text, file, {}, chat)], null, warnings);
  const [first] = headings;
  const isAbove = first !== undefined && first.from < (ranges[0]?.from ?? 0);
  const read = several(
    ranges.map(({ from, to }) => readIncident(text.slice(from, to), file, {}, chat)),
    isAbove ? first.text : null,
    warnings,
  );
  return { ...read, headings: headings.slice(isAbove ? 1 : 0).map((heading) => heading.text) };
}

function several(
  postMortems: readonly PostMortem[],
  title: string | null,
  warnings: readonly ReadingWarning[],
): PostMortemFile {
  const count = postMortems.length;
  const sentence = `The file holds ${count} incidents.`;
  return {
    title: title ?? postMortems[0]?.title ?? null,
    postMortems,
    headings: postMortems.flatMap(({ sections }) => sections.map(({ heading }) => heading)),
    warnings: count < 2 ? warnings : [...warnings, { kind: "several-incidents", sentence }],
  };
}
