import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostileTexts } from "./hostile.corpus";
import { htmlTokens } from "./html";
import { renderStory } from "./render";
import { type Resolver, renderInline, resolveMarks } from "./resolve";
import { compileTerms, createTermMarker, noTerms } from "./terms";

const glossary = compileTerms([
  { slug: "boot-loop", names: ["Boot loop", "restart loop"] },
  { slug: "loop", names: ["loop"] },
  { slug: "dns", names: ["DNS", "domain name system"] },
]);

const page: Resolver = {
  link: (slug) =>
    slug === "retry-storm"
      ? { href: "/classes/retry-storm", title: "Retry storm & more", kind: "class" }
      : slug === "boot-loop"
        ? { href: "/glossary/boot-loop", title: "Boot loop", kind: "term" }
        : null,
  cite: (id) => (id === "rca" ? { number: 3, href: "#source-rca", label: 'The "RCA"' } : null),
};

async function shown(markdown: string, marker = noTerms): Promise<string> {
  const answer = await renderStory({ markdown, citations: ["rca", "gone"] });
  if (answer.kind === "refused") throw new Error(JSON.stringify(answer.faults));
  return resolveMarks(answer.html, page, marker);
}

describe("a story on its page", () => {
  test("links to what its slugs name, by title or with words of its own", async () => {
    expect(await shown("[[retry-storm]] [[retry-storm|these <retries>]]")).toBe(
      '<p><a href="/classes/retry-storm" data-kind="class">Retry storm &amp; more</a> ' +
        '<a href="/classes/retry-storm" data-kind="class">these &lt;retries&gt;</a></p>',
    );
  });

  test("shows a link to nothing as its words", async () => {
    expect(await shown("[[no-such]] [[no-such|thing]]")).toBe(
      '<p><span class="unknown">no such</span> <span class="unknown">thing</span></p>',
    );
  });

  test("numbers its citations, and names the source for those who do not see the number", async () => {
    expect(await shown("So it was.[^rca]")).toBe(
      '<p>So it was.<sup class="citation"><a href="#source-rca" ' +
        'aria-label="[3] The &quot;RCA&quot;">[3]</a></sup></p>',
    );
    expect(await shown("[^gone]")).toBe('<p><sup class="citation unknown">[gone]</sup></p>');
  });

  test("marks a term at its first use only, and not in headings, links or code", async () => {
    const story =
      "## DNS\n\n`DNS` [DNS](https://a.example) *DNS* and DNS, a restart\nloop or boot loop.";
    const marker = createTermMarker(glossary);
    const html = await shown(story, marker);
    expect(html).toContain('<h2 id="s-dns">DNS</h2>');
    expect(html).toContain("<code>DNS</code>");
    expect(html).toContain(
      '<em><a class="term" href="/glossary/dns" data-term="dns">DNS</a></em> and DNS, a ' +
        '<a class="term" href="/glossary/boot-loop" data-term="boot-loop">restart\nloop</a>' +
        " or boot loop.",
    );
    expect(marker.used()).toEqual(["dns", "boot-loop"]);
  });

  test("shares its terms with the texts of the record", async () => {
    const marker = createTermMarker(glossary);
    expect(renderInline("A DNS fault", page, marker)).toContain('data-term="dns"');
    expect(await shown("More DNS", marker)).toBe("<p>More DNS</p>");
  });

  test("counts a term that is linked by hand as marked", async () => {
    const marker = createTermMarker(glossary);
    const html = await shown("[[boot-loop|That]], a boot loop.", marker);
    expect(html).toBe(
      '<p><a class="term" href="/glossary/boot-loop" data-term="boot-loop">That</a>, a boot loop.</p>',
    );
    expect(marker.used()).toEqual(["boot-loop"]);
  });

  test("without marks and terms is left byte for byte", async () => {
    for (const text of Object.values(hostileTexts).flat()) {
      const answer = await renderStory({ markdown: text, citations: [] });
      const html = answer.kind === "rendered" ? answer.html : "";
      const unmarked = html.replaceAll(/<a data-link="[^"]*">.*?<\/a>/g, "");
      expect(resolveMarks(unmarked, page, noTerms)).toBe(unmarked);
    }
  });

  test("of 4 MB is resolved in time that grows with its length", () => {
    const html = `<p>${'<b <a data-link="x"> boot DNS &lt; '.repeat(100_000)}</p>`;
    expect(resolveMarks(html, page, createTermMarker(glossary))).toContain("boot");
  });
});

describe("a text of the record on its page", () => {
  test("is plain but for its links and terms", () => {
    expect(renderInline("*A* <b>&</b> [[retry-storm|x < y]]", page, noTerms)).toBe(
      "*A* &lt;b&gt;&amp;&lt;/b&gt; " +
        '<a href="/classes/retry-storm" data-kind="class">x &lt; y</a>',
    );
  });

  test("holds no tag but ours, whatever is written", () => {
    const piece = fc.oneof(
      fc.constantFrom(...Object.values(hostileTexts).flat()),
      fc.constantFrom("DNS ", "[[retry-storm]]", "[[x|", "]]", "boot loop", "<", '"'),
      fc.string({ unit: "binary", maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = renderInline(pieces.join(""), page, createTermMarker(glossary));
        const tags = htmlTokens(html).filter(({ kind }) => kind !== "text");
        const words = htmlTokens(html).filter(({ kind }) => kind === "text");
        expect(tags.filter(({ html: tag }) => !OURS.test(tag))).toEqual([]);
        expect(words.filter(({ html: text }) => /[<>"']/.test(text))).toEqual([]);
      }),
    );
  });
});
const OURS =
  /^<(?:\/?(?:a|span)|a (?:href="\/classes\/retry-storm" data-kind="class"|class="term" href="\/glossary\/[a-z-]+" data-term="[a-z-]+")|span class="(?:code-point|unknown)")>$/;
