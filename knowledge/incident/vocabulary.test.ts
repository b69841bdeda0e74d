import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import * as vocabulary from "./vocabulary";

const guide = readFileSync(new URL("../../docs/writing-content.md", import.meta.url), "utf8");

// Where the guide names a vocabulary's values, by the words that begin the paragraph or table.
const vocabularies: readonly [heading: string, values: readonly string[]][] = [
  ["**`severity`**", vocabulary.Severity.options],
  ["**`noticedBy`**", vocabulary.NoticedBy.options],
  ["**`sectors`**", vocabulary.Sector.options],
  ["**`confidence` of an impact**", vocabulary.Confidence.options],
  ["**`kind` of a timeline entry**", vocabulary.EntryKind.options],
  ["**`role` of a factor**", vocabulary.Role.options],
  ["**`standing` of a factor**", vocabulary.Standing.options],
  ["**`standing` of a claim**", vocabulary.Outcome.options],
  ["**`stance` of a position**", vocabulary.Stance.options],
  [
    "**`kind` of an action**",
    [...vocabulary.ActionKind.options, ...vocabulary.ActionState.options],
  ],
  ["**`kind` of a source**", vocabulary.SourceKind.options],
  ["**`seen` of a source**", vocabulary.Seen.options],
  ["| `kind` |", vocabulary.IncidentKind.options],
  ["| `visibility` |", vocabulary.Visibility.options],
];

describe("the guide for those who write content", () => {
  test.each(vocabularies)("names under %s every value, and no other", (heading, values) => {
    const [, rest = ""] = guide.split(`\n${heading}`);
    const named = heading.startsWith("|") ? firstLine(rest) : section(rest);
    expect([...named].toSorted()).toEqual(values.toSorted());
  });
});

function firstLine(text: string): ReadonlySet<string> {
  return codeIn(text.split("\n", 1)[0] ?? "");
}

/** The values of a paragraph, or of the first column of the table that follows its heading. */
function section(text: string): ReadonlySet<string> {
  const [paragraph = "", table = ""] = text.split("\n\n");
  if (!table.startsWith("| value |")) return codeIn(paragraph.replace("(with `why`)", ""));
  return codeIn(table.replaceAll(/^(\|[^|]*\|).*$/gm, "$1"));
}

function codeIn(text: string): ReadonlySet<string> {
  const words = [...text.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);
  return new Set(words.filter((word) => word !== "state"));
}
