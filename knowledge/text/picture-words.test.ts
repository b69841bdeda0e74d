import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { withPictureWords, wordedPictures } from "./picture-words";
import { pictureAddress } from "./pictures";

const [one, two] = ["a".repeat(64), "b".repeat(64)];
const address = pictureAddress(one);

describe("the words of pictures", () => {
  test("are found with where they stand", () => {
    const text = `Before ![A graph](${address}) and\n\n![](${pictureAddress(two)} "Title")\n`;
    expect(wordedPictures(text)).toEqual([
      { hash: one, words: "A graph", start: 9, end: 16 },
      { hash: two, words: "", start: text.indexOf("![](") + 2, end: text.indexOf("![](") + 2 },
    ]);
  });

  test.each([
    ["in a fence", `\`\`\`\n![](${address})\n\`\`\`\n`],
    ["of another site", "![](https://elsewhere.example/a.webp)"],
    ["a link", `[words](${address})`],
    ["cut off", `![](files/${one.slice(1)}.webp)`],
  ])("are not those of what is %s", (_, text) => {
    expect(wordedPictures(text)).toEqual([]);
  });

  test("come back as they were given, whatever they are, and change nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (given) => {
        const words = given.replaceAll(/\s+/g, " ");
        const text = `Before ![old](${address}) behind ![other](${address}).`;
        const [picture] = wordedPictures(text);
        if (!picture) throw new Error("there is no picture");
        const next = withPictureWords(text, picture, words);
        expect(wordedPictures(next).map((found) => found.words)).toEqual([words, "other"]);
        expect(next.startsWith("Before ![") && next.endsWith(`](${address}).`)).toBe(true);
      }),
    );
  });
});
