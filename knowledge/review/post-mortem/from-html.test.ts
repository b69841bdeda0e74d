import { describe, expect, test } from "vitest";

import { renderStory } from "#knowledge/text/render";

import { draftFrom } from "./draft-for-tests";
import { markdownFromHtml } from "./from-html";

test("the rows of a table follow each other, and their cells hold their own signs", () => {
  const html = `<p>x</p><table><tbody><tr><th>Time</th><th>What</th></tr>
    <tr><td><p>14:05</p></td><td><p>|a | b</p><p>c</p></td></tr></tbody></table><p>y</p>
    <table><tr><th>Other</th></tr></table>`;
  expect(markdownFromHtml(html)).toBe(
    "x\n\n| Time | What |\n| --- | --- |\n| 14:05 | \\|a \\| b c |\n\ny\n\n| Other |\n| --- |",
  );
});

test("in code every sign stands for itself, and in words none begins a tag", () => {
  expect(markdownFromHtml("<p>&lt;b &amp; <code>a &lt; b &amp;lt;</code> &lt;i</p>")).toBe(
    "&lt;b &amp; `a < b &lt;` &lt;i",
  );
  expect(markdownFromHtml("<pre>if (a &lt; b &amp;&amp; c)\n  d</pre>")).toBe(
    "```\nif (a < b && c)\n  d\n```",
  );
});

/** What a page shows of HTML that was read. */
async function shown(html: string): Promise<string> {
  const answer = await renderStory({ markdown: markdownFromHtml(html), citations: [] });
  if (answer.kind !== "rendered") throw new Error("expected a story");
  return answer.html;
}

describe("words that look like Markdown", () => {
  test.each([
    ["# rm -rf /var", String.raw`\# rm -rf /var`],
    ["__init__ fails", String.raw`\_\_init\_\_ fails`],
    ["see __my_name__, _one_ and *two*", String.raw`see \_\_my_name\_\_, \_one\_ and \*two\*`],
    ["1986. A year", String.raw`1986\. A year`],
    ["[[x]] and [[x|y]]", String.raw`\[\[x]] and \[\[x|y]]`],
    ["[x](y) and [^1]", String.raw`\[x](y) and \[^1]`],
    ["+ 3 nodes", String.raw`\+ 3 nodes`],
    ["~~~ and ~~gone~~", String.raw`\~~~ and \~\~gone\~\~`],
    ["---", String.raw`\---`],
    ["one<br>===", "one\n\\==="],
    [String.raw`C:\*.log`, String.raw`C:\\*.log`],
  ])("%j begins nothing", (text, markdown) => {
    expect(markdownFromHtml(`<p><b>x</b></p><p>${text}</p>`)).toBe(`**x**\n\n${markdown}`);
  });

  test.each([
    "my_long_name and a_b_",
    "2 * 3 * 4, *.log and *.txt",
    "#12 is > 3, a+b, [x] and [10:05] y",
    "in 1986. A year",
    "https://example.org/__a__/*b*",
    "~5 minutes, ~10 more",
    String.raw`C:\temp\x`,
  ])("%j stays as it was written", (text) => {
    expect(markdownFromHtml(`<p>${text}</p><h2>2. ${text}</h2>`)).toBe(`${text}\n\n## 2. ${text}`);
  });

  test("are shown as they were written", async () => {
    const words = [
      "# rm -rf /var",
      "__init__ and __my_name__",
      "1986. A year",
      "[[x]] [x](y)",
      "---",
      "*a* **b** ***c*** _d_",
      "> no quotation",
      "~~~",
      String.raw`\\server\share\*.log`,
    ];
    const html = words.map((text) => `<p>${text}</p>`).join("");
    expect((await shown(html)).replaceAll("&gt;", ">").replaceAll("\n", "")).toBe(html);
  });

  test("are read where Markdown and HTML are mixed", () => {
    const mixed = "<table><tr><td>**14:05**</td></tr></table>";
    expect(markdownFromHtml(mixed, "markdown")).toBe("|  |\n| --- |\n| **14:05** |");
  });
});

describe("lists", () => {
  test("within numbered items stand behind the mark, and begin with their number", async () => {
    const html = `<ol><li>one<ul><li>a<ol start="10"><li>b<ul><li>c</li></ul></li></ol></li></ul></li><li>two</li></ol><p>then</p><ol start=5><li>five</li></ol>`;
    expect(markdownFromHtml(html)).toBe(
      "1. one\n   - a\n\n     10. b\n         - c\n2. two\n\nthen\n\n5. five",
    );
    const page = await shown(html);
    expect(page.match(/<[ou]l[^<>]*>/g)).toEqual([
      "<ol>",
      "<ul>",
      '<ol start="10">',
      "<ul>",
      '<ol start="5">',
    ]);
  });

  test("and quotations are never deeper than sixteen", () => {
    const depth = 12_000;
    const list = markdownFromHtml("<ul><li>x".repeat(depth));
    expect(list.length).toBeLessThan(depth * 50);
    const indents = list.split("\n").map((line) => line.indexOf("-") / 2);
    expect(indents.slice(12, 19)).toEqual([12, 13, 14, 15, 15, 15, 15]);
    const quote = markdownFromHtml("<blockquote>x".repeat(depth));
    expect(quote.length).toBeLessThan(depth * 50);
  });

  test("of tasks are read without their numbers, however these are written", () => {
    const task = (id: string) =>
      `<ac:task><ac:task-id>${id}</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>Ask</ac:task-body></ac:task>`;
    const html = (id: string) => `<ac:task-list>${task(id)}</ac:task-list>`;
    expect(markdownFromHtml(html("12"))).toBe("- [x] Ask");
    expect(markdownFromHtml(html(`${"1".repeat(200_000)}x`))).toContain("- [x] Ask");
  });
});

test("code keeps the fences that stand in it", async () => {
  const html = "<pre>a\n```\n# b\n````\nc</pre><p>d</p>";
  expect(markdownFromHtml(html)).toBe("`````\na\n```\n# b\n````\nc\n`````\n\nd");
  expect(await shown(html)).not.toContain("<h");
  expect(markdownFromHtml("<![CDATA[a\n```\nb]]>")).toBe("````\na\n```\nb\n````");
  expect(markdownFromHtml("<pre>a\n```\nb")).toBe("````\na\n```\nb\n````");
  expect(markdownFromHtml(`<pre>${"\n".repeat(300_000)}a</pre>`)).toContain("a");
});

describe("a table without a head", () => {
  const row = (...cells: string[]) =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const page = (rows: string) =>
    `<h1>Queue full</h1><h2>Timeline</h2><table>${rows}</table><h2>Costs</h2><table>${row("Region", "Lost")}${row("eu", "12")}</table>`;
  const draft = draftFrom(
    page(row("2024-01-01 10:00 UTC", "Full") + row("2024-01-01 10:05 UTC", "Drained")),
  );

  test("is a table of Markdown all the same", () => {
    expect(draft.document.story).toBe(
      "## Costs\n\n|  |  |\n| --- | --- |\n| Region | Lost |\n| eu | 12 |\n",
    );
  });

  test("gives each of its rows as an entry, and leaves no head behind", () => {
    expect(draft.document.record.timeline.map(({ at, text }) => [at, text])).toEqual([
      ["2024-01-01T10:00Z", "Full"],
      ["2024-01-01T10:05Z", "Drained"],
    ]);
  });
});
