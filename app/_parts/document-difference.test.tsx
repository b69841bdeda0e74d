import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";

import { type IncidentDocument, IncidentRecord } from "#knowledge/incident/document";
import { writeDocument } from "#knowledge/incident/write-document";
import { compareDocuments } from "#knowledge/review/compare";
import { compareSources } from "#knowledge/review/compare-sources";
import { hostileTexts } from "#knowledge/text/hostile.corpus";

import { DocumentDifference } from "./document-difference";

const document = (record: object, story = ""): IncidentDocument => ({
  record: IncidentRecord.parse(record),
  story,
});

function shown(from: IncidentDocument, to: IncidentDocument): string {
  const comparison = { kind: "documents", difference: compareDocuments(from, to) } as const;
  return renderToStaticMarkup(<DocumentDifference comparison={comparison} />);
}

/** What a reader sees or hears, without the marks. */
function words(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

describe("the difference of two documents", () => {
  test("says of each field what was and what is, in words and marks", () => {
    const html = shown(
      document({ noticedBy: "customer", started: "2024-02-01T14:05Z" }),
      document({ noticedBy: "monitor", started: "2024-02-01T14:06Z" }),
    );
    expect(html).toContain("<dt>Noticed by</dt>");
    expect(words(html)).toContain("[removed: customer ] [added: monitor ]");
    expect(words(html)).toContain("[added: 1 Feb 2024 14:06 ]");
  });

  test("shows the words that changed in a sentence, and the rest as it is", () => {
    const html = shown(
      document({ summary: "The pump stopped at noon." }),
      document({ summary: "The pump stopped at one." }),
    );
    expect(html).toMatch(/The pump stopped at <del>.*noon.*<\/del><ins>.*one.*<\/ins>\./);
  });

  test("counts the rows that are the same, and says where a moved one stood", () => {
    const row = (id: string) => ({ id, at: "2024", kind: "impact", text: `${id} happened.` });
    const html = words(
      shown(
        document({ timeline: [row("a"), row("b"), row("c")] }),
        document({ timeline: [row("c"), row("a"), row("b")] }),
      ),
    );
    expect(html).toBe("Timeline Moved row 1 , was row 3 : c happened. 2 rows are the same");
  });

  test("goes through the story by its headings", () => {
    const html = words(
      shown(
        document({}, "## Then\n\nIt broke.\n\n## Now\n\nNothing.\n"),
        document({}, "## Then\n\nIt broke.\n\nTwice.\n\n## Now\n\nNothing.\n"),
      ),
    );
    expect(html).toBe(
      "Story Then Changed 1 paragraph is the same [added: Twice. ] 1 section is the same",
    );
  });

  test("shows few lines of code around those that changed", () => {
    const lines = Array.from({ length: 20 }, (_, nth) => `line ${nth}`);
    const code = (list: readonly string[]) => `\`\`\`\n${list.join("\n")}\n\`\`\`\n`;
    const html = shown(document({}, code(lines)), document({}, code(lines.with(19, "last"))));
    expect(html).toContain("… 14 lines …");
    expect(html).toMatch(/<ins>.*\+ last\n<\/ins>/s);
  });

  test("hides no change of spaces or of characters without a shape", () => {
    const html = shown(
      document({ summary: "One two three four." }),
      document({ summary: "One  two\nthree fo\u200bur." }),
    );
    expect(words(html)).toContain("[U+200B]");
    expect(html).toContain("↵");
  });

  test("says when there is nothing to say", () => {
    expect(shown(document({ title: "A" }), document({ title: "A" }))).toBe(
      "<p>The two say the same.</p>",
    );
  });

  test("is a comparison of lines where a revision is no document any more", () => {
    const comparison = compareSources(writeDocument(document({ title: "A" })), "no document");
    expect(renderToStaticMarkup(<DocumentDifference comparison={comparison} />)).toContain(
      'class="diff"',
    );
  });
});

const shapes = new Set("b br dd del div dl dt h2 h3 ins li ol p pre section span ul".split(" "));

/** Everything but the plain elements that the difference is made of, without attributes but these. */
function foreignMarkup(html: string): string[] {
  return [...html.matchAll(/<\/?([^\s>]*)([^>]*)>/g)].flatMap(([tag, name = "", rest = ""]) =>
    shapes.has(name) && /^(?: (?:class|aria-hidden)="[a-z -]*")*$/.test(rest) ? [] : [tag],
  );
}

describe("hostile documents", () => {
  test.each(Object.entries(hostileTexts))("with %s are text in every place", (_, texts) => {
    for (const text of texts) {
      const isRecordText = IncidentRecord.shape.summary.safeParse(text).success;
      const line = isRecordText && !text.includes("\n") ? text.slice(0, 150).trim() : "x";
      const prose = isRecordText ? text : "x";
      const record = (more: string) => ({
        title: line,
        products: [line],
        summary: `${prose}${more}`,
        lessons: [`${prose}${more}`],
        timeline: [{ id: "a", at: "2024", kind: "impact", text: `${prose}${more}` }],
      });
      const documents = [
        document({}),
        document(record(" x"), text),
        document(record(" y z"), `## ${text}\n\n${text} more\n\n\`\`\`\n${text}\n\`\`\`\n`),
      ];
      for (const from of documents) {
        for (const to of documents) {
          expect(foreignMarkup(shown(from, to))).toEqual([]);
        }
      }
    }
  });
});
