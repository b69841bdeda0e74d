import { describe, expect, test } from "vitest";

import { splitStory } from "#knowledge/review/story-section";
import type { Template } from "#knowledge/review/template";

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
    const sections = sectionsOf(template, splitStory(""));
    const extra = sections.filter((one) => one.kind === "part" && one.isExtra);
    expect(extra.map(({ id }) => id)).toEqual([
      "impact",
      "timeline",
      "detection",
      "safeguards",
      "claims",
      "lessons",
      "changes",
      "actions",
      "questions",
      "related",
    ]);
  });

  test("keep a heading of one's own behind the section in which it was written", () => {
    const all = headings(
      "## Background\n\nA.\n\n## Mine\n\nB.\n\n## More\n\n## Thanks\n\n## End\n",
    );
    expect(all.slice(1, 7)).toEqual(["Background", "Mine", "More", "What", "Thanks", "End"]);
  });

  test("show what stands before the first heading, and a heading that stands twice", () => {
    const all = headings("Before.\n\n## Thanks\n\nA.\n\n## Thanks\n\nB.\n");
    expect(all.slice(1, 5)).toEqual(["What", "Before the first heading", "Thanks", "Thanks"]);
  });

  test("are shown once each, also by a template that names one twice", () => {
    const twice = { ...template, sections: [...template.sections, ...template.sections] };
    const sections = sectionsOf(twice, splitStory("Before.\n\n## Thanks\n\n## Thanks\n"));
    const ids = sections.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.slice(0, 5)).toEqual(["frame", "summary", "story-0", "story-1", "story-2"]);
  });

  test("stand as readers find them: the story in its order, and before the sources", () => {
    const first = headings("## Mine\n\nA.\n\n## Background\n\nB.\n\n## Thanks\n");
    expect(first.slice(1, 5)).toEqual(["Mine", "Background", "What", "Thanks"]);
    const parts = (["questions", "sources", "actions"] as const).map((part) => ({
      ...section(part),
      part,
    }));
    const told = splitStory("Told.\n\n## How\n\nA.\n");
    const shown = (asked: Template["sections"]) =>
      sectionsOf({ ...template, sections: asked }, told).map(({ heading }) => heading);
    const own = ["Before the first heading", "How"];
    expect(shown(parts).slice(1, 6)).toEqual(["questions", ...own, "sources", "actions"]);
    const [questions] = parts;
    expect(questions && shown([questions]).slice(1, 4)).toEqual(["questions", ...own]);
    expect(shown([]).at(-1)).toBe("Sources");
    expect(shown([]).slice(1, 3)).toEqual(own);
  });
});
