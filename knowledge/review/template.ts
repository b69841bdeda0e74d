import { z } from "zod";

import { IncidentKind } from "#knowledge/incident/vocabulary";
import { distinct, line, list, text } from "#knowledge/text/fields";
import { readFrontMatter } from "#knowledge/text/front-matter";

/**
 * The part of a document that a section of a template edits. A section without one is written into
 * the story, under its heading.
 */
export const TemplatePart = z.enum([
  "frame",
  "summary",
  "impact",
  "moments",
  "timeline",
  "detection",
  "factors",
  "safeguards",
  "lessons",
  "changes",
  "related",
  "actions",
  "questions",
  "sources",
]);

/** One heading of a review with what it asks. */
export const TemplateSection = z.strictObject({
  heading: line(80),
  part: TemplatePart.optional(),
  /** Questions that help to write it. */
  prompts: list(text(600)),
  /** What of it is kept as data rather than as prose. */
  keeps: distinct(line(200)),
});

/** A form of review: what it is for and what it asks. The body of the file says how to use it. */
export const Template = z.strictObject({
  title: line(80),
  for: text(600),
  /** What a review begun with it is about, unless its author says otherwise. */
  kind: IncidentKind.default("incident"),
  sections: list(TemplateSection),
});

export type Template = z.infer<typeof Template>;
export type TemplateSection = z.infer<typeof TemplateSection>;

/** Reads `templates/<slug>.md`: front matter and Markdown; all its faults at once. */
export function readTemplate(source: string, file: string) {
  return readFrontMatter(source, file, Template);
}
