import { expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";

import { checklistOf } from "./checklist";
import { draftOf } from "./draft";
import type { Template } from "./template";

const template: Template = { title: "Review", for: "All.", kind: "incident", sections: [] };

test("the checklist names the gaps that a rephrasing left, where they stand", () => {
  const record = IncidentRecord.parse({
    organization: "Acme",
    summary: "Nothing prompted the step; it is one of … done by hand.",
    lessons: ["All is said."],
    timeline: [{ id: "one", at: "2024", kind: "response", text: "… ran …, expecting a reply." }],
    claims: [
      {
        id: "c",
        statement: "“We … lost it.” And …",
        standing: "open",
        positions: [{ source: "a" }],
      },
    ],
  });
  const draft = draftOf({ record, story: "Before …\n\n## Later\n\nThe queue, at …, emptied.\n" });
  const { advised } = checklistOf(draft, { template, organizations: [] });
  expect(advised.filter(({ sentence }) => sentence.includes("gap"))).toEqual([
    {
      place: "summary",
      sentence: expect.stringMatching(
        /^1 gap \(…\) is still to be filled in “.*it is one of … done by hand\.”\.$/,
      ),
    },
    { place: "timeline.one.text", sentence: expect.stringMatching(/^2 gaps \(…\) are still/) },
    { place: "story.0", sentence: "Before the first heading, 1 gap (…) is still to be filled." },
    { place: "story.1", sentence: "Under “Later”, 1 gap (…) is still to be filled." },
  ]);
});
