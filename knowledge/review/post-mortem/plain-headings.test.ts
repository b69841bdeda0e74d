import { describe, expect, test } from "vitest";

import { draftOf } from "./draft";
import { readPostMortem } from "./read-post-mortem";

describe("a line of plain text that is a section's name", () => {
  test.each([
    ["What happened?", "story"],
    ["What went well?", "went-well"],
    ["What went wrong?", "went-badly"],
    ["What Didn’t Go So Well?", "went-badly"],
    ["How'd we do?", "lessons"],
    ["How was the incident detected?", "detection"],
    ["What are we doing?", "actions"],
    ["What we are doing", "actions"],
    ["PROBLEM", "story"],
    ["Problem statement:", "story"],
    ["Went badly", "went-badly"],
    ["Countermeasures", "actions"],
  ])("%s is its heading", (line, canonical) => {
    const [read] = readPostMortem(`Street lights stayed on\n\n${line}\n\nWords of that section.\n`);
    expect(read?.sections.map(({ heading, canonical: about }) => [heading, about])).toEqual([
      [line, canonical],
    ]);
  });

  test("ends the section above, whose items end there too", () => {
    const [read] = readPostMortem(
      "Street lights stayed on\n\nAction items\n- Check the table\n\nWhat went wrong?\n- Nobody looked\n",
    );
    expect(read?.actions.map(({ text }) => text)).toEqual(["Check the table"]);
  });

  test("ends where a letter takes its leave", () => {
    const [read] = readPostMortem(
      "About the delay\n\nWhat we are doing\n\nWe have set an alarm.\n\nWe are sorry for the trouble.\n\nWith kind regards,\nThe team\n",
    );
    expect(read?.actions.map(({ text }) => text)).toEqual(["We have set an alarm."]);
    expect(read?.sections[0]?.body).toContain("We are sorry");
  });

  test("is none where it asks something of the case", () => {
    const [read] = readPostMortem(
      "Street lights stayed on\n\nWhat went wrong with the table of dusk?\n\nIt had ended.\n",
    );
    expect(read?.sections).toEqual([]);
  });
});

test.each([
  "Thank you page must not be cached.",
  "Regards header of mails must name the queue.",
  "We are sorry page must be static.",
])("an action that begins as a letter ends is one: %s", (text) => {
  const [read] = readPostMortem(`# Down\n\n## Action items\n\n${text}\nLimit purges.\n`);
  expect(read?.actions.map(({ text: one }) => one)).toEqual([text, "Limit purges."]);
});

test.each([
  "Thank you for your patience.",
  "Thank you",
  "Thank you all,",
  "Kind regards",
  "We are sorry for the trouble.",
])("no action stands below where a letter ends: %s", (text) => {
  const [read] = readPostMortem(
    `# Down\n\n## Action items\n\nLimit purges.\n\n${text}\nThe team\n`,
  );
  expect(read?.actions.map(({ text: one }) => one)).toEqual(["Limit purges."]);
});

test.each(["- [done] Limit purges", "- **Done** Limit purges", "- (closed) Limit purges"])(
  "an action that begins with its state is done: %s",
  (text) => {
    const [read] = readPostMortem(
      `# Down\n\n## Action items\n\n${text}\n- Done lists need a limit\n`,
    );
    expect(read?.actions.map(({ isDone }) => isDone)).toEqual([true, false]);
  },
);

test("a heading of actions stays with the words below it that stay", () => {
  const [read] = readPostMortem("# Down\n\n## Next steps\n\n1. Alarm on age\n2. None\n");
  expect(read && draftOf(read).document.story).toBe("## Next steps\n\n2. None\n");
});
