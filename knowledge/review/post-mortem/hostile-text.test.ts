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
    "|---|---|\n",
    "+---+---+\n",
    "|---|---|\n\n",
    "|---|---|\n| a |\n",
    "| a |\n",
    "|\n",
    "a|b\n",
    "| Action | Owner |\n|---|---|\n| a | b |\n",
    "| 14:05 | x |\n\n",
    "> | a | b |\n",
    "- |---|\n",
    "|===\n",
    "\\|",
    "a\tb\n",
    "\t",
    "<table><tr><td>a</td><td>b</td></tr></table>",
    "<tr><th>a</th><td>b</td></tr>",
    "<ul><li>14:05 x",
    "<h2>x",
    "<blockquote>",
    "<pre>x",
    '<ac:image><ri:attachment ri:filename="x.png"/></ac:image>',
    "> ```\n",
    "~~~\n",
    "{code}\n",
    "[^a.pdf]",
    "![a](attachment:x.png)\n",
    "●\t14:05 x\n",
    "\uf0b7 x\n",
    "Incident post-mortem ",
    "Incident: ",
    "7 Dec before ",
    "7 Dec between 14:05 and ",
    "2024-07-19 between ",
    "7 Dec a 14:05",
    "2:05 pm\n1:05\n",
    "** 14:05 `",
    "9:40) x (\n",
    "What went well: x\nof\n",
    "What went wrong?\n\n",
    "## Timeline\n- 14:05 x\n",
    "# Incident 1\n## Timeline\n- 14:05 x\n",
  ];

  const message = (text: string, at: number) =>
    `{"type":"message","user":"U${at % 500}","text":${JSON.stringify(text)},"ts":"${1_600_000_000 + at}.0001"}`;
  const messages = (text: string) =>
    `[${Array.from({ length: 5_000 }, (_, at) => message(text, at)).join(",")}]`;
  const fields = Array.from({ length: 10_000 }, (_, at) => `"f${at}":${at + 1}`).join(",");

  const mixed: [name: string, text: string][] = [
    ["messages of a chat", messages("<@U1> see <https://x.test|it> x")],
    ["messages with open marks", messages("<<<<<<@@<#<!```\n- 14:05 x\n")],
    ["lines of one message", `[${message("- x\n# y\n".repeat(10_000), 1)}]`],
    ["facts of a wiki", `== Summary ==\n{{X\n${"| a = b\n".repeat(20_000)}}}\nx\n`],
    ["brackets of JSON", "[".repeat(5_000) + "]".repeat(5_000)],
    ["fields of JSON", `{"title":"a","summary":"b",${fields}}`],
    ["rulers above a row", `${"|---|---|\n".repeat(10_000)}| a | b |\n`],
    ["rulers above a row of one cell", `${"|---|---|\n".repeat(10_000)}| a |\n`],
    ["rows above a ruler", `${"| a | b |\n".repeat(10_000)}|---|---|\n`],
    ["rulers above words", `${"|---|---|\n".repeat(5_000)}x\n`.repeat(2)],
    ["rows without a ruler, then rulers", "| a | b |\n".repeat(5_000) + "|---|\n".repeat(8_000)],
  ];

  /** Most seconds for a text: what is linear takes one or two, what is quadratic a minute. */
  const longest = 20;

  function secondsFor(text: string): number {
    const from = performance.now();
    readPostMortem(text);
    return (performance.now() - from) / 1_000;
  }

  const texts = repeated.map((part): [string, string] => [
    JSON.stringify(part),
    part.repeat(Math.ceil(100_000 / part.length)),
  ]);

  test.each([...texts, ...mixed])(
    "%s over and over is read soon",
    (_, text) => {
      expect(secondsFor(`## Timeline\n${text}`)).toBeLessThan(longest);
      expect(secondsFor(text)).toBeLessThan(longest);
    },
    120_000,
  );

  test("of 50 MB the first is read, and the rest said to be left out", () => {
    const { postMortems, warnings } = readPostMortemBytes(
      Buffer.alloc(50_000_000, "- 14:05 UTC something\n"),
      "2024-01-02.md",
    );
    expect(warnings.map(({ kind }) => kind)).toEqual(["cut"]);
    expect(postMortems[0]?.timeline.length).toBeGreaterThan(10_000);
  });
});
