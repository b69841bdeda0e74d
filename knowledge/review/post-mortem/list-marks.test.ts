import { expect, test } from "vitest";

import { readPaste } from "./pasted-rows";
import { readPostMortem } from "./read-post-mortem";

const bullets = Array.from("●○■□◆➢✓•▪\uf0b7\uf0a7");

test.each(bullets.flatMap((bullet) => [`${bullet}\t`, `${bullet} `]))(
  "“%s” before a text makes it an item",
  (mark) => {
    const [read] = readPostMortem(
      `Timeline (UTC)\n\n${mark}2024-05-14 07:00 one\n${mark}2024-05-14 07:10 two\n\nAction items\n\n${mark}Do this\n${mark}Do that\n${mark}Do all\n`,
    );
    expect(read?.timeline.map(({ at, text }) => [at, text])).toEqual([
      ["2024-05-14T07:00Z", "one"],
      ["2024-05-14T07:10Z", "two"],
    ]);
    expect(read?.actions.map(({ text }) => text)).toEqual(["Do this", "Do that", "Do all"]);
  },
);

test("a paste of a word processor's list is a row an item", () => {
  const { rows } = readPaste("●\t2024-05-14 07:00 UTC one\n●\t2024-05-14 07:10 UTC two");
  expect(rows.map(({ at, text }) => [at, text])).toEqual([
    ["2024-05-14T07:00Z", "one"],
    ["2024-05-14T07:10Z", "two"],
  ]);
});

test("signs of a program's output in code stay as they are", () => {
  const [read] = readPostMortem("## Summary\n\n```\n● nginx.service - A server\n```\n\n● An item");
  expect(read?.lines.slice(2)).toEqual([
    "```",
    "● nginx.service - A server",
    "```",
    "",
    "- An item",
  ]);
});
