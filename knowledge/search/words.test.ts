import { expect, test } from "vitest";

import { readWords, wordLimit } from "./words";

test("a question's words are read without its signs", () => {
  expect(readWords('Has this happened before? (again), "feature file" -"bgp leak" -dns')).toEqual({
    words: ["has", "this", "happened", "before", "again"],
    phrases: ["feature file"],
    excluded: ["bgp leak", "dns"],
  });
});

test("signs within a word stay, and signs alone are no words", () => {
  expect(readWords("error-path consul.service O'Brien ?? -- ...").words).toEqual([
    "error-path",
    "consul.service",
    "o'brien",
  ]);
});

test("no more words are read than a person asks", () => {
  const many = Array.from({ length: wordLimit + 5 }, (_, at) => `w${at}`);
  expect(readWords(many.join(" ")).words).toEqual(many.slice(0, wordLimit));
});
