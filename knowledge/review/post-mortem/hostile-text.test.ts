import { describe, expect, test } from "vitest";

import { readPostMortem, readPostMortemBytes } from "./read-post-mortem";

describe("hostile text", () => {
  const repeated = [
    "*",
    "_a",
    "`",
    "` ",
    "[",
    "[a](",
    "![a[",
    "|",
    "| a | b |\n",
    "# a\n",
    ">",
    "> 14:05 x\n",
    "- 14:05 x\n",
    "2024-07-19 ",
    "- - - - ",
    "<div>",
    '<a href="',
    "<!--",
    "<p><![CDATA[",
    "<table><tr><td>x",
    "&amp;",
    "{{",
    "'''''",
    "[",
    '{"a":',
    "a\n---\n\n",
    "**Impact**\n\n",
    "Date: x\n",
    "1:",
    "about ",
    "T+",
    "```\n",
    "\\[",
    "14:05 America/",
    "All times ",
    "\0",
    "Last updated 2024-07-19 by Jane ",
    "2024-07-19, ",
    "Jane Doe\n14:05\n",
    "[14:05] a: x\n",
    "14:05 <a> x\nNew\n",
    "Jane Doe  14:05\nx\nToday\n",
    "--- Day changed ",
    '14:05\t"',
    '"14:05",""',
    "14:05;x\n",
    "- @a\n",
    "Action,Owner,Due,Type\n",
    'Action\tOwner\tStatus\n"',
    "Time\tx\n",
    "Jo\nAPP\n9:05\n",
    "jo :x: :x: 9:05\n",
    "Will since ",
    "Severity\tx\n",
    "| Owner | x |\n",
    "- [ ] a 2024-01-01 ",
    "![a](b.png) ",
    '<ac:structured-macro ac:name="status"><ac:parameter ac:name="title">',
    "Jane Doe to ",
  ];

  test.each(repeated)("%j over and over is read to an end", (part) => {
    const text = part.repeat(Math.ceil(60_000 / part.length));
    expect(readPostMortem(`## Timeline\n${text}`).length).toBeGreaterThanOrEqual(0);
    expect(readPostMortem(text).length).toBeGreaterThanOrEqual(0);
  });

  test("of 50 MB the first is read, and the rest said to be left out", () => {
    const { postMortems, warnings } = readPostMortemBytes(
      Buffer.alloc(50_000_000, "- 14:05 UTC something\n"),
      "2024-01-02.md",
    );
    expect(warnings.map(({ kind }) => kind)).toEqual(["cut"]);
    expect(postMortems[0]?.timeline.length).toBeGreaterThan(10_000);
  });
});
