import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostileTexts } from "./hostile.corpus";
import { htmlTokens } from "./html";
import { renderStory } from "./render";
import type { StoryAnswer } from "./story-answer";

async function rendered(markdown: string, citations: string[] = []) {
  const answer = await renderStory({ markdown, citations });
  if (answer.kind === "refused") throw new Error(JSON.stringify(answer.faults));
  return answer;
}

async function htmlOf(markdown: string, citations: string[] = []): Promise<string> {
  return (await rendered(markdown, citations)).html;
}

async function faultsOf(markdown: string, citations: string[] = []) {
  return (await renderStory({ markdown, citations })).faults;
}

/** A story with something to read under each of its headings. */
function filled(markdown: string): string {
  return markdown.replaceAll(/^#+ .*$/gm, "$&\n\nText.");
}

describe("a story's headings", () => {
  test("are left out where nothing stands below them", async () => {
    const { headings, html } = await rendered(
      "## A\n\n## B\n\n### C\n\nText.[^1]\n\n### D\n\n## E\n\n### F\n\n[^1]: Note.\n",
    );
    expect(headings.map(({ text }) => text)).toEqual(["B", "C"]);
    expect(html).not.toMatch(/>[ADEF]</);
    expect((await rendered("## Only\n")).html).toBe("");
  });

  test("begin at h2 whatever the story begins with, and skip no level", async () => {
    const { headings } = await rendered(filled("# A\n\n### B\n\n###### C\n\n## D\n\n# E"));
    expect(headings.map(({ text, depth }) => text + depth)).toEqual(["A2", "B3", "C4", "D3", "E2"]);
    expect((await rendered(filled("## A\n\n### B"))).headings.map(({ depth }) => depth)).toEqual([
      2, 3,
    ]);
  });

  test("have anchors of our own that differ from each other", async () => {
    const { headings, html } = await rendered(
      filled("## What went *well*\n\n## What went well\n\n## 日本"),
    );
    expect(headings.map(({ id }) => id)).toEqual([
      "s-what-went-well",
      "s-what-went-well-2",
      "s-text",
    ]);
    expect(html).toContain('<h2 id="s-what-went-well">What went <em>well</em></h2>');
  });

  test("name what they link to", async () => {
    const { headings } = await rendered(filled("## About [[retry-storm]] and [[a|b]][^rca]"), [
      "rca",
    ]);
    expect(headings[0]?.text).toBe("About retry storm and b");
  });

  test("without words are left out", async () => {
    expect(await htmlOf("##\n\ntext")).toBe("\n<p>text</p>");
  });
});

describe("a link of a story", () => {
  test("becomes a mark, with or without words", async () => {
    const { html, links } = await rendered("[[retry-storm]], [[boot-loop|a\nmachine]]");
    expect(html).toBe(
      '<p><a data-link="retry-storm"></a>, <a data-link="boot-loop">a machine</a></p>',
    );
    expect(links).toEqual(["retry-storm", "boot-loop"]);
  });

  test("escapes its bar in a table", async () => {
    expect(await htmlOf("| a |\n|---|\n| [[x\\|y]] |")).toContain('<a data-link="x">y</a>');
  });

  test("that a table cuts at its bar is a fault that says how to write it", async () => {
    expect(await faultsOf("| a | b |\n|---|---|\n| [[x|y]] | c |")).toEqual([
      { line: 3, message: expect.stringContaining("[[x\\|words]]") },
    ]);
  });

  test.each(["`[[x]]`", "\\[[x]]", "    [[x]]", "```\n[[x]]\n```", "[[Not A Slug]]", "[[x"])(
    "is not read in %j",
    async (markdown) => {
      expect((await rendered(markdown)).links).toEqual([]);
    },
  );

  test("inside another link keeps only its words", async () => {
    const html = await htmlOf("[see [[boot-loop]] there](https://a.example)");
    expect(html).toContain(">see boot loop there</a>");
    expect(html).not.toContain("data-link");
  });
});

describe("a note of a story", () => {
  test("is a citation when a source has its name, also after an exclamation mark", async () => {
    const { html, citations } = await rendered("It failed![^rca] Twice.[^rca]", ["rca"]);
    expect(html).toBe(
      '<p>It failed!<sup data-cite="rca"></sup> Twice.<sup data-cite="rca"></sup></p>',
    );
    expect(citations).toEqual(["rca"]);
  });

  test("is a footnote when the story defines it, with ways there and back", async () => {
    const html = await htmlOf("Words.[^N.1]\n\n[^N.1]: Note.");
    expect(html).toContain('<a href="#fn-n-1" id="fnref-n-1"');
    expect(html).toContain('<li id="fn-n-1">');
    expect(html).toContain('<a href="#fnref-n-1" data-footnote-backref="" aria-label="Back to');
    expect(html).toContain('aria-describedby="fn-label"');
    expect(html).toContain('<h2 class="footnotes-label" id="fn-label">Footnotes</h2>');
  });

  test("is a fault on its line when it is neither", async () => {
    expect(await faultsOf("one\n\ntwo [^nowhere]")).toEqual([
      { line: 3, message: expect.stringContaining('no source and no footnote "nowhere"') },
    ]);
  });

  test("that would not be shown is a fault", async () => {
    const faults = await faultsOf("a [^rca]\n\n[^rca]: hidden\n[^x]: unused", ["rca"]);
    expect(faults.map(({ line }) => line)).toEqual([3, 4]);
  });
});

describe("the HTML of a story", () => {
  test("shows HTML in the source as its text", async () => {
    expect(await htmlOf("<b>x</b>\n\n<!-- y -->")).toBe(
      "<p>&lt;b&gt;x&lt;/b&gt;</p>\n<p>&lt;!-- y --&gt;</p>",
    );
  });

  test("tells other sites that we do not vouch for a link", async () => {
    expect(await htmlOf("https://a.example")).toContain('rel="noopener nofollow ugc"');
    expect(await htmlOf("[a](/incidents) [b](#s-x) [c](mailto:a@b.example)")).not.toContain("rel=");
  });

  test("takes pictures from our own files only", async () => {
    const kept = `files/${"0a".repeat(32)}.webp`;
    expect(await htmlOf(`![A graph](${kept})`)).toBe(
      `<p><img src="/${kept}" alt="A graph" loading="lazy"></p>`,
    );
    expect(await htmlOf("![A graph](https://a.example/a.png)")).toBe("<p>A graph</p>");
    for (const other of [`/${kept}`, `./${kept}`, `${kept}?v`, kept.toUpperCase(), "files/a.png"]) {
      expect(await htmlOf(`![A graph](${other})`)).toBe("<p>A graph</p>");
    }
    expect(await faultsOf("\n\n![A graph](https://a.example/a.png)")).toMatchObject([{ line: 3 }]);
  });

  test("puts tables into named regions that can be scrolled by keyboard", async () => {
    const html = await htmlOf("## Costs\n\n| a | |\n|--:|---|\n| 1 | 2 |");
    expect(html).toContain(
      '<div class="table-scroll" role="region" tabindex="0" aria-label="Table 1: Costs">',
    );
    expect(html).toContain('<th class="align-right" scope="col">a</th>\n<td></td>');
  });

  test("leaves out a table's head that says nothing", async () => {
    const html = await htmlOf("|  |  |\n|--|---|\n| 1 | 2 |");
    expect(html).not.toContain("<thead>");
    expect(html).toContain("<td>1</td>\n<td>2</td>");
    expect(await htmlOf("|  | [^a] |\n|--|---|\n| 1 | 2 |\n\n[^a]: b")).toContain("<thead>");
  });

  test("names the boxes of tasks", async () => {
    const html = await htmlOf("- [x] a\n- [ ] b");
    expect(html).toMatch(/type="checkbox" checked="" disabled="" aria-label="Done"/);
    expect(html).toMatch(/type="checkbox" disabled="" aria-label="To do"/);
  });

  test("colours code by classes alone, and lets unknown languages be", async () => {
    expect(await htmlOf("```sql\nSELECT 1;\n```")).toContain('<span class="pl-k">SELECT</span>');
    expect(await htmlOf("```klingon\na < b\n```")).toContain("a &lt; b");
  });

  test("shows invisible characters by name", async () => {
    const html = await htmlOf("a\u202eb `c\u200bd`");
    expect(html).toContain('a<span class="code-point">U+202E</span>b');
    expect(html).toContain('c<span class="code-point">U+200B</span>d');
  });
});

// What a story may put on a page, spelled out a second time: whatever is not listed is a danger.
const ELEMENTS = new Set(
  (
    "a blockquote br code del div em h2 h3 h4 h5 h6 hr img input li ol p pre section span strong " +
    "sup table tbody td th thead tr ul"
  ).split(" "),
);
const ANYTHING = /^/;
const ATTRIBUTES = new Map(
  Object.entries({
    alt: ANYTHING,
    "aria-describedby": /^fn-label$/,
    "aria-label": ANYTHING,
    checked: /^$/,
    class: /^[\w#+. -]+$/,
    "data-cite": /^[\w.-]+$/,
    "data-footnote-backref": /^$/,
    "data-footnote-ref": /^$/,
    "data-footnotes": /^$/,
    "data-link": /^[a-z0-9-]+$/,
    disabled: /^$/,
    href: /^(?:https?:\/\/[^/]|mailto:|#|\/(?![/\\]))/,
    id: /^(?:s|fn|fnref)-/,
    loading: /^lazy$/,
    rel: /^noopener nofollow ugc$/,
    role: /^region$/,
    scope: /^col$/,
    src: /^\/files\/[0-9a-f]{64}\.webp$/,
    start: /^\d+$/,
    tabindex: /^0$/,
    title: ANYTHING,
    type: /^checkbox$/,
  }),
);

function dangersIn(html: string): string[] {
  return htmlTokens(html).flatMap((token) => {
    if (token.kind === "text") return /[<>]/.test(token.html) ? [token.html] : [];
    if (!ELEMENTS.has(token.name)) return [token.html];
    const attributes = [...token.html.matchAll(/ ([^\s=">]+)="([^"]*)"/g)];
    return attributes.flatMap(([attribute, name = "", value = ""]) =>
      ATTRIBUTES.get(name)?.test(value) ? [] : [attribute],
    );
  });
}

function htmlIfRendered(answer: StoryAnswer): string {
  return answer.kind === "rendered" ? answer.html : "";
}

describe("a hostile story", () => {
  for (const [name, texts] of Object.entries(hostileTexts)) {
    test.each(texts)(`comes to nothing: ${name}: %j`, async (text) => {
      const html = await htmlOf(text, ["rca"]);
      expect(dangersIn(html)).toEqual([]);
      const bare = html.replaceAll(/="[^"]*"/g, "");
      expect(bare).not.toMatch(/<(?:script|svg|style|iframe|form)|<[^>]+\son\w+/i);
      expect(html).not.toMatch(/="\s*javascript:/i);
    });
  }

  test("cannot write our marks itself", async () => {
    const html = await htmlOf('<a data-link="x">y</a> <sup data-cite="rca"></sup>', ["rca"]);
    expect(html).not.toMatch(/<a |<sup/);
  });

  test("comes to nothing in any mixture", async () => {
    const pieces = fc.oneof(
      fc.constantFrom(...Object.values(hostileTexts).flat()),
      fc.constantFrom(
        "\n",
        "\n\n",
        "> ",
        "- ",
        "| a | b |\n|--|--|\n",
        "`",
        "```\n",
        "*",
        "[",
        "](",
      ),
      fc.constantFrom("[^1]", "\n[^1]: ", "](", ")", "<", "\\", "&", '"', "'", "\t", "    "),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), async (parts) => {
        const answer = await renderStory({ markdown: parts.join(""), citations: ["rca"] });
        expect(dangersIn(htmlIfRendered(answer))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("with a NUL is refused on its line", async () => {
    expect(await renderStory({ markdown: "a\n\nb\0", citations: [] })).toEqual({
      kind: "refused",
      faults: [{ line: 3, message: expect.stringContaining("U+0000") }],
    });
  });
});
