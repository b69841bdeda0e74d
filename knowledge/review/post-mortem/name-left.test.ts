import { describe, expect, test } from "vitest";

import { draftFrom } from "./draft-for-tests";

const told = (authors: string, story: string) =>
  draftFrom(`# Down\n\nAuthors: ${authors}\n\n## What happened\n\n${story}\n`).report.lookAt.join(
    " ",
  );

describe("names that were left out and still stand in the text", () => {
  test.each([
    ["lena@, jo@", "Then (jo, Nov 1) it was limited.", "“jo” (line 7)"],
    ["jo@example.com", "10:02 - jo pushes it", "“jo” (line 7)"],
    ["Jo Berg", "Jo's push came first.", "“Jo” (line 7)"],
    ["Jo Berg (@jb)", "Then @jb pushed it.", "“jb” (line 7)"],
    ["KL", "Paged: KL.", "“KL” (line 7)"],
    ["Al", "Then Al pushed it.", "“Al” (line 7)"],
    ["jo@", "Jo pushed it.", "“jo” (line 7)"],
    ["lena@", "Lena pushed it.", "“lena” (line 7)"],
  ])("are told also where they are short: %s", (authors, story, expected) => {
    expect(told(authors, story)).toContain(expected);
  });

  test.each([
    ["al@, an@, to@, is@, on@", "An alert is on, et al. On to it."],
    ["IT, QA, DB", "IT and QA looked at the DB."],
    ["jo@", "The job in us-jo-1 and jo/queue joined; jo.example is up."],
    ["PM, PO", "At 2 PM, 14:00, the po file and the pm board were checked."],
    ["Bo Li", "The bold limit is in a box."],
    ["N/A", "NA"],
  ])("are none where they are everyday words, or stand within others: %s", (authors, story) => {
    expect(told(authors, story)).not.toContain("still stand");
  });
});

test("a name beside the words of a team or a post is one in a sentence too", () => {
  const { lookAt } = draftFrom(
    "# Down\n\n## Timeline (UTC)\n\n- 2024-01-02 10:00 Sakura restarts it\n\n## Actions\n\n- Limit purges (owner: Dept head Sakura)\n- Watch (owner: Desk Tanaka)\n",
  ).report;
  expect(lookAt.join(" ")).toContain("still stand in the text: “Sakura” (line 5).");
});
