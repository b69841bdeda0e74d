import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributeOf, escapeHtml, htmlTokens, unescapeHtml, visibleHtml } from "./html";
import { withVisibleNames } from "./invisible";

const text = fc.string({ unit: "binary" });

describe("text in HTML", () => {
  test("comes back as it was, and holds no sign that begins anything", () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(unescapeHtml(escapeHtml(words))).toBe(words);
        expect(escapeHtml(words)).not.toMatch(/[<>"']/);
      }),
    );
  });

  test("shows characters that hide or reverse what is read", () => {
    expect(visibleHtml("a\u202e<b>\ufeff")).toBe(
      'a<span class="code-point">U+202E</span>&lt;b&gt;<span class="code-point">U+FEFF</span>',
    );
    expect(withVisibleNames("a\0b\ud800")).toBe("a[U+0000]b[U+D800]");
  });

  test("keeps what scripts and emoji need", () => {
    const words = "نامه\u200cای 👩\u200d🚒 é\u0301 \u05d0\u200f tab\tline\n";
    expect(visibleHtml(words)).toBe(words);
  });
});

describe("the pieces of HTML", () => {
  test("joined are the HTML again, whatever it is", () => {
    const piece = fc.oneof(fc.constantFrom("<a ", "<", ">", '"', "</p>", '<p id="a>b">'), text);
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = pieces.join("");
        expect(
          htmlTokens(html)
            .map((token) => token.html)
            .join(""),
        ).toBe(html);
      }),
    );
  });

  test("have attributes that can be read", () => {
    const [tag] = htmlTokens('<a data-link="a&amp;b" title="x > y">');
    expect(tag).toMatchObject({ kind: "open", name: "a" });
    expect(attributeOf(tag?.html ?? "", "data-link")).toBe("a&b");
    expect(attributeOf(tag?.html ?? "", "link")).toBeNull();
  });
});
