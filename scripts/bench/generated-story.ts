import type { IncidentRecord } from "#knowledge/incident/document";
import { plainText } from "#knowledge/text/plain";

import type { Chance } from "./chance";

type Surroundings = { classes: readonly string[]; chance: Chance };

/**
 * A story of three sections made of the record's own sentences, with emphasis, a list, links to
 * classes and citations of the record's sources.
 */
export function generatedStory(record: IncidentRecord, { classes, chance }: Surroundings): string {
  const paragraph = (texts: readonly string[]) => {
    const [first = "", ...rest] = texts.map((text) => asMarkdown(text));
    const cited = record.sources.length > 0 ? `[^${chance.one(record.sources).id}]` : "";
    const begin = `**${first}**${cited}`;
    return [begin, ...rest, `See [[${chance.one(classes)}]].`].join(" ");
  };
  const details = record.factors.flatMap(({ detail }) => (detail === undefined ? [] : [detail]));
  const statements = record.factors.map(({ statement }) => statement);
  return `${[
    "## What happened",
    paragraph([record.title ?? "", record.summary ?? ""]),
    paragraph(record.timeline.map(({ text }) => text)),
    "## How it came about",
    paragraph(chance.some(statements, 3)),
    paragraph(chance.some(details, 3)),
    "## What we learned",
    record.lessons.map((lesson) => `- ${asMarkdown(lesson)}`).join("\n"),
  ].join("\n\n")}\n`;
}

/** A plain text as Markdown that shows the same words. */
export function asMarkdown(text: string): string {
  return plainText(text)
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_~[\]<>#|&]/g, String.raw`\$&`);
}
