import { expect, test } from "vitest";

import { readPostMortem } from "./read-post-mortem";
import { timeLead } from "./time-lead";

test.each([
  ["**09:05** `spooler` restarted", "`spooler` restarted"],
  ["**10:25** `api-2` and `api-3` restarted", "`api-2` and `api-3` restarted"],
  ["09:05 `spooler` restarted", "`spooler` restarted"],
  ["09:05 **Outage** begins", "**Outage** begins"],
  ["`09:05` **Outage** begins", "**Outage** begins"],
  ["[09:05] (again) *slow*", "(again) *slow*"],
  ["09:05 [runbook](https://x.test/a) opened", "[runbook](https://x.test/a) opened"],
  ["**09:05 -** it begins", "it begins"],
  ["** 09:05 ** it begins", "it begins"],
  ["**_09:05_** it begins", "it begins"],
  ["**[09:05]** it begins", "it begins"],
  ["[09:05](https://x.test/a) it begins", "it begins"],
  ["<b>09:05</b> it begins", "it begins"],
])("of “%s” the text keeps its own marks", (line, rest) => {
  expect(timeLead(line)?.rest).toBe(rest);
});

test("code behind a bold time of a wiki is read whole", () => {
  const [read] = readPostMortem(
    "h2. Timeline\n\n* *2024-01-02 09:05 UTC* {{spooler}} restarted\n* *2024-01-02 09:06 UTC* done",
  );
  expect(read?.timeline.map(({ text }) => text)).toEqual(["spooler restarted", "done"]);
});
