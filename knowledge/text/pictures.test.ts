import { describe, expect, test } from "vitest";

import { wearyingStories } from "./hostile.corpus";
import {
  linesOfWordlessPictures,
  pictureAddress,
  pictureHashes,
  picturesIn,
  withPictureSizes,
} from "./pictures";

const [one, two] = ["a".repeat(64), "0123456789abcdef".repeat(4)];

describe("the pictures of a story", () => {
  test("are told with their lines, and whether something stands for them", () => {
    const story = [
      "Before.",
      `![A graph](${pictureAddress(one)}) and ![](${pictureAddress(two)} "title")`,
      `> ![  ](<${pictureAddress(one)}>)`,
      `[graph]: ${pictureAddress(two)}`,
    ].join("\n");
    expect(picturesIn(story)).toEqual([
      { hash: one, line: 2, hasWords: true },
      { hash: two, line: 2, hasWords: false },
      { hash: one, line: 3, hasWords: false },
      { hash: two, line: 4, hasWords: true },
    ]);
    expect(linesOfWordlessPictures(story)).toEqual([2, 3]);
    expect(pictureHashes(story)).toEqual([one, two]);
  });

  test("are not what stands in code, nor any other address", () => {
    const code = `\`\`\`\n![](${pictureAddress(one)})\n\`\`\`\n`;
    expect(picturesIn(code)).toEqual([]);
    expect(pictureHashes(code)).toEqual([one]);
    for (const other of ["files/a.png", `files/${one.toUpperCase()}.webp`, `files/${one}.png`]) {
      expect(picturesIn(`![](${other})`)).toEqual([]);
    }
  });

  test.each(Object.entries(wearyingStories))("are looked for at once in %s", (_name, story) => {
    expect(picturesIn(`${story}${"![ ".repeat(50_000)}`)).toEqual([]);
  });
});

test("sizes stand beside the pictures that are known, and nowhere else", () => {
  const shown = (hash: string, more = "") => `<img src="/files/${hash}.webp"${more} alt="A">`;
  const code = `<code>&lt;img src="/files/${one}.webp"</code>`;
  const sizes = new Map([[one, { width: 64, height: 40 }]]);
  expect(withPictureSizes(shown(one) + shown(two) + code, sizes)).toBe(
    shown(one, ' width="64" height="40"') + shown(two) + code,
  );
});
