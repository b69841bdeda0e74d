import { describe, expect, test } from "vitest";

import { draftFrom, names } from "./draft-for-tests";
import { readPostMortem } from "./read-post-mortem";

const headings = (text: string) =>
  readPostMortem(text).flatMap(({ sections }) => sections.map(({ heading }) => heading));

/** In the manner of a document whose text was copied without its styles. */
const copied = (name: string) => `Mail relay outage

Impact
Mail was late for 40 min.

${name}
A config push.

Root cause
A bad pattern.
`;

describe("a line that names a part of a review", () => {
  test.each([
    "Trigger",
    "Triggers",
    "Detection",
    "Resolution",
    "Mitigation",
    "Recovery",
    "Response",
    "Background",
    "Context",
    "Lead-up",
    "Summary",
    "Lessons",
    "Containment",
    "Fix",
    "Workaround",
    "Investigation",
    "Findings",
    "Prevention",
    "Responders",
    "Communication",
    "Recurrence",
    "Customers affected",
    "Affected customers",
    "What went well",
    "What could be improved",
    "Five whys",
    "Things that went well",
    "Short-term actions",
    "Trigger:",
    "5. Trigger",
  ])("is a heading below a blank line: %s", (name) => {
    const above = copied(name);
    const apart = above.replace(`${name}\n`, `${name}\n\n`);
    for (const text of [above, apart]) {
      expect(headings(text)).toEqual(["Impact", name, "Root cause"]);
      expect(draftFrom(text).document.record.impact).toMatchObject([
        { value: "Mail was late for 40 min." },
      ]);
    }
  });

  test.each([
    "Resolved",
    "Identified",
    "Mitigated",
    "Owner",
    "Team",
    "Everything",
    "Trigger happy jobs",
    "Mitigation was slow.",
    "- Trigger",
    "Trigger: a push",
  ])("is none where it is a state, the head of a column or a sentence: %s", (name) => {
    expect(headings(copied(name))).toEqual(["Impact", "Root cause"]);
  });

  test("is none within a paragraph", () => {
    expect(headings(copied("The following was the\nTrigger"))).toEqual(["Impact", "Root cause"]);
  });

  test("that names a trigger is a candidate for factors, and stays text", () => {
    const { document, report } = draftFrom(copied("Trigger"));
    expect(names(report.guessed)).toContain("Trigger → factors");
    expect(document.story).toContain("Trigger\nA config push.");
  });
});
