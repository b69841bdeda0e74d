import { readFileSync, readdirSync } from "node:fs";

import { describe, expect, test } from "vitest";
import { z } from "zod";

import { readFrontMatter } from "#knowledge/text/front-matter";
import { readYaml } from "#knowledge/text/yaml-source";

import { checkLanguage } from "./check-language";
import type { LanguageSection } from "./section";

/** Keys whose texts are sentences; slugs, names and other names for things are not judged. */
const sentences = new Set(["means", "not", "title", "for", "why", "prompts", "text", "note"]);

/** The sentences of a value read from YAML. */
function sentencesIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return sentences.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => sentencesIn(each, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => sentencesIn(each, name));
}

function strong(texts: readonly string[], section: LanguageSection = "story"): string[] {
  return texts.flatMap((text) =>
    checkLanguage(text, section)
      .filter(({ level }) => level === "strong")
      .map((finding) => `${finding.rule}: ${finding.text}`),
  );
}

describe("what ships beside the incidents accuses nobody", () => {
  test.each(["taxonomy.yaml", "glossary.yaml", ...readingLists()])("%s", (file) => {
    const read = readYaml(readFileSync(`content/${file}`, "utf8"), file, z.unknown());
    if (read.kind === "faulty") throw new Error(`${file} cannot be read`);
    const texts = sentencesIn(read.value);
    expect(texts.length).toBeGreaterThan(0);
    expect(strong(texts)).toEqual([]);
  });

  test.each(["patterns", "templates"].flatMap((shelf) => filesOf(shelf)))("%s", (file) => {
    const source = readFileSync(`content/${file}`, "utf8");
    const read = readFrontMatter(source, file, z.unknown());
    if (read.kind === "faulty") throw new Error(`${file} cannot be read`);
    expect(strong([...sentencesIn(read.value), read.body])).toEqual([]);
  });
});

function filesOf(shelf: string): string[] {
  return readdirSync(`content/${shelf}`).map((name) => `${shelf}/${name}`);
}

function readingLists(): string[] {
  return filesOf("reading");
}
