import { describe, expect, test } from "vitest";

import { replacementOf } from "./replacement";
import { rules } from "./rules";

describe("what a suggestion is put in by", () => {
  test.each([
    ["Leave the word out.", { words: "", of: "words" }],
    ["Leave the word out, or say to whom it was plain and from what.", { words: "", of: "words" }],
    ["Contributing factors", { words: "Contributing factors", of: "words" }],
    ["on-call engineer A", { words: "on-call engineer A", of: "words" }],
    ["… was not seen until …", { words: "… was not seen until …", of: "sentence" }],
    ["Say what led to it: “… and … together”.", { words: "… and … together.", of: "sentence" }],
    [
      "How did the change reach production?",
      { words: "How did the change reach production?", of: "sentence" },
    ],
    ["Move the idea to Actions and say which factor it weakens.", null],
  ])("%s", (suggestion, replacement) => {
    expect(replacementOf(suggestion)).toEqual(replacement);
  });

  test("can be had from every rule but the one for capitals, where it would be the same words", () => {
    const without = rules.filter(({ suggestions }) =>
      suggestions.every((one) => replacementOf(one) === null),
    );
    expect(without.map(({ id }) => id)).toEqual(["shouting"]);
  });
});
