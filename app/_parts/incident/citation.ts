import type { PublishedIncident } from "#knowledge/incident/incident.store";

import { dayOfTime } from "../moment-words";

/** How to cite an incident's page, as a line of text. `address` is the page's whole address. */
export function citationOf(
  { record, revisionNumber, publishedAt }: PublishedIncident,
  address: string,
): string {
  return `“${record.title ?? ""}”. Hindsight, revision ${revisionNumber}, ${dayOfTime(publishedAt)}. ${address}`;
}

/** The same as a BibTeX entry. */
export function bibtexOf(
  { slug, record, revisionNumber, publishedAt }: PublishedIncident,
  address: string,
): string {
  const [year = "", month = "", day = ""] = publishedAt.toISOString().slice(0, 10).split("-");
  return [
    `@misc{${slug},`,
    `  title = {{${escaped(record.title ?? "")}}},`,
    `  author = {{Hindsight}},`,
    `  year = {${year}},`,
    `  month = {${Number(month)}},`,
    `  day = {${Number(day)}},`,
    `  note = {Revision ${revisionNumber}},`,
    `  url = {${address}},`,
    `}`,
  ].join("\n");
}

const special: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escaped(text: string): string {
  return text.replaceAll(/[\\~^&%$#_{}]/g, (sign) => special[sign] ?? `\\${sign}`);
}
