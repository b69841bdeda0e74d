import { describe, expect, test } from "vitest";

import { splitStory } from "#knowledge/review/story-section";

import { sectionsOf } from "./sections";

const section = (heading: string) => ({ heading, prompts: [], keeps: [] });
const template = {
  title: "Review",
  for: "Reviews.",
  kind: "incident" as const,
  sections: [
    section("Background"),
    { ...section("What"), part: "summary" as const },
    section("Thanks"),
  ],
};

function headings(story: string): string[] {
  return sectionsOf(template, splitStory(story)).map(({ heading }) => heading);
}

describe("the sections of the editor", () => {
  test("are the template's, then the parts that it does not ask for", () => {
    const all = headings("## Background\n\nA.\n\n## Thanks\n");
    expect(all.slice(0, 4)).toEqual(["Frame", "Background", "What", "Thanks"]);
    expect(all).toContain("Sources");
    expect(all).not.toContain("Summary");
  });

  test("keep a heading of one's own behind the section in which it was written", () => {
    const all = headings(
      "## Background\n\nA.\n\n## Mine\n\nB.\n\n## More\n\n## Thanks\n\n## End\n",
    );
    expect(all.slice(1, 7)).toEqual(["Background", "Mine", "More", "What", "Thanks", "End"]);
  });

  test("show what stands before the first heading, and a heading that stands twice", () => {
    const all = headings("Before.\n\n## Thanks\n\nA.\n\n## Thanks\n\nB.\n");
    expect(all.slice(1, 5)).toEqual(["What", "Thanks", "Thanks", "Before the first heading"]);
  });
});
