import { createHash } from "node:crypto";

import type { InlineHashes } from "./policy";
import { markupOf, type StartTag } from "./markup";

/**
 * A page as it is sent.
 *
 * - `plain`: no part of it needs the framework in the browser, so it carries none of its script.
 * - `island`: it has an element with `data-island`; all of Next's scripts stay, and the inline ones
 *   are allowed by hash. `settled` is false where a part of it was still open when the page ended,
 *   which the scripts complete in the browser.
 * - `broken`: a part failed or was left waiting, and without script a reader would never see it.
 */
type PreparedPage =
  | { kind: "plain" | "island"; html: string; hashes: InlineHashes; settled: boolean }
  | { kind: "broken"; why: string };

/** Marks an element that comes to life in the browser; its page keeps the framework's scripts. */
const ISLAND = "data-island";
/** Marks our own small external scripts, which stay on every page. */
const OWN_SCRIPT = "data-own";

/** Comments by which React marks a part that waits (`$?`) or has failed (`$!`). */
const OPEN_PARTS = new Set(["$?", "$!"]);

type Survey = {
  island: boolean;
  open: boolean;
  comments: Span[];
  foreignScripts: Span[];
  frameworkScripts: Span[];
  preloads: Span[];
  inlineScripts: string[];
  inlineStyles: string[];
};
type Span = { start: number; end: number };

/**
 * Turns what Next rendered into what is sent.
 *
 * `mark` is the nonce that Next was given for this render: it stands on the scripts and styles that
 * are Next's own and on nothing that came from a document. Only those are allowed by hash; any other
 * inline script is taken out, wherever it came from. The mark itself never leaves.
 */
export function preparePage(rendered: string, mark: string): PreparedPage {
  const survey = surveyOf(rendered, mark);
  const hashes = {
    scripts: survey.island ? sources(survey.inlineScripts, mark) : [],
    styles: sources(survey.inlineStyles, mark),
  };
  if (survey.island) {
    const html = unmarked(without(rendered, survey.foreignScripts), mark);
    return { kind: "island", html, hashes, settled: !survey.open };
  }
  if (survey.open) {
    return { kind: "broken", why: "part of the page failed or was still waiting when it ended" };
  }
  const unneeded = [
    ...survey.foreignScripts,
    ...survey.frameworkScripts,
    ...survey.preloads,
    ...survey.comments,
  ];
  return {
    kind: "plain",
    html: unmarked(without(rendered, unneeded), mark),
    hashes,
    settled: true,
  };
}

function surveyOf(html: string, mark: string): Survey {
  const survey: Survey = {
    island: false,
    open: false,
    comments: [],
    foreignScripts: [],
    frameworkScripts: [],
    preloads: [],
    inlineScripts: [],
    inlineStyles: [],
  };
  for (const piece of markupOf(html)) {
    if (piece.kind === "comment") {
      survey.comments.push(piece);
      if (OPEN_PARTS.has(piece.text)) survey.open = true;
      continue;
    }
    if (piece.attributes.has(ISLAND)) survey.island = true;
    if (piece.name === "script") surveyScript(html, piece, { survey, mark });
    if (piece.name === "style" && piece.attributes.get("nonce") === mark) {
      survey.inlineStyles.push(contentOf(html, piece));
    }
    if (piece.name === "link" && preloadsScript(piece)) survey.preloads.push(piece);
  }
  return survey;
}

function surveyScript(
  html: string,
  tag: StartTag,
  { survey, mark }: { survey: Survey; mark: string },
) {
  if (isDataBlock(tag)) return;
  const external = tag.attributes.has("src");
  if (external && tag.attributes.has(OWN_SCRIPT)) return;
  const span = { start: tag.start, end: tag.elementEnd };
  if (tag.attributes.get("nonce") !== mark) {
    survey.foreignScripts.push(span);
    return;
  }
  survey.frameworkScripts.push(span);
  if (!external) survey.inlineScripts.push(contentOf(html, tag));
}

function contentOf(html: string, tag: StartTag): string {
  return html.slice(tag.end, tag.contentEnd);
}

/** A script element whose type no browser runs, such as JSON-LD: data, which no policy concerns. */
function isDataBlock(tag: StartTag): boolean {
  const type = tag.attributes.get("type")?.trim().toLowerCase() ?? "";
  return type === "application/ld+json" || type === "application/json";
}

function preloadsScript({ attributes }: StartTag): boolean {
  const rel = attributes.get("rel")?.toLowerCase();
  return rel === "modulepreload" || (rel === "preload" && attributes.get("as") === "script");
}

/** The page without these spans, which do not overlap. */
function without(html: string, spans: readonly Span[]): string {
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    kept.push(html.slice(from, start));
    from = end;
  }
  kept.push(html.slice(from));
  return kept.join("");
}

function unmarked(html: string, mark: string): string {
  return html.replaceAll(` nonce="${mark}"`, "").replaceAll(mark, "");
}

// A browser hashes the content as it arrives, so the mark is taken out first.
function sources(contents: readonly string[], mark: string): string[] {
  const distinct = new Set(
    contents.map((content) => `'sha256-${sha256(unmarked(content, mark))}'`),
  );
  return [...distinct];
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
