import { fileURLToPath } from "node:url";

import { identifySources } from "#knowledge/incident/source-identity";
import { productSlug } from "#knowledge/incident/name-slug";
import { readContent, type Content, type IncidentFile } from "#knowledge/library/read-content";

/** The content that ships, as its files say it: what the pages are held against. */
export type Library = Content;
export type { IncidentFile };

export const contentFolder = fileURLToPath(new URL("../../content", import.meta.url));

/** Reads the content that ships; it has no fault, or nothing here means anything. */
export async function readLibrary(): Promise<Library> {
  const read = await readContent(contentFolder);
  if (read.kind === "faulty") {
    const faults = read.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);
    throw new Error(`The content has faults:\n${faults.join("\n")}`);
  }
  return read.content;
}

export function classesOf({ families }: Library) {
  return families.flatMap(({ classes }) => classes);
}

/** Every address that the content gives a page to, by what lies at it. */
export function addressesOf(library: Library): Record<string, string[]> {
  const { incidents, organizations, terms, patterns, readingLists } = library;
  const records = incidents.map(({ document }) => document.record);
  const products = records.flatMap((record) => record.products).map(productSlug);
  const sectors = records.flatMap((record) => record.sectors);
  const sources = incidents.flatMap(({ slug, document }) =>
    [...identifySources(slug, document.record.sources).values()].map((source) => source.slug),
  );
  return {
    incidents: at("/incidents", slugsOf(incidents)),
    histories: slugsOf(incidents).map((slug) => `/incidents/${slug}/history`),
    "Markdown twins": slugsOf(incidents).map((slug) => `/incidents/${slug}.md`),
    "JSON twins": slugsOf(incidents).map((slug) => `/incidents/${slug}.json`),
    "failure classes": at("/classes", slugsOf(classesOf(library))),
    patterns: at("/patterns", slugsOf(patterns)),
    "reading lists": at("/reading", slugsOf(readingLists)),
    terms: at("/glossary", slugsOf(terms)),
    organisations: at("/organizations", slugsOf(organizations)),
    products: at("/products", products),
    sectors: at("/sectors", sectors),
    sources: at("/sources", sources),
  };
}

/** The incident whose file is the longest. */
export function longestOf({ incidents }: Library): IncidentFile {
  const [longest] = incidents.toSorted((a, b) => b.source.length - a.source.length);
  if (!longest) throw new Error("There is no incident in the content.");
  return longest;
}

function slugsOf(things: readonly { slug: string }[]): string[] {
  return things.map(({ slug }) => slug);
}

function at(folder: string, slugs: readonly string[]): string[] {
  return [...new Set(slugs)].map((slug) => `${folder}/${slug}`);
}
