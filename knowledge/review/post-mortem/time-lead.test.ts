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

test.each([
  ["9:40) alert", "alert"],
  ["9:45] link", "link"],
  ["09:50** bold", "bold"],
  ["09:55* it", "it"],
  ["**9:40)** alert", "alert"],
  ["09:50 **bold** word", "**bold** word"],
  ["09:50 *it* and on", "*it* and on"],
])("a mark that nobody opened closes behind the time of “%s”", (line, rest) => {
  expect(timeLead(line)?.rest).toBe(rest);
});

test.each(["09:50**bold** word", "09:55*it* word", "3) restart it"])(
  "“%s” has none to close",
  (line) => {
    expect(timeLead(line)).toBeNull();
  },
);

test("entries whose time has such a mark are read, and a bracket goes on over two lines", () => {
  const [read] = readPostMortem(
    "## Timeline\n\n- 9:40) alert\n- 9:45] link\n- 09:50** bold\n- 9:55 restart (until\n10:05) done\n",
    "2024-01-02.md",
  );
  expect(read?.timeline.map(({ at, text }) => [at, text])).toEqual([
    ["2024-01-02T09:40", "alert"],
    ["2024-01-02T09:45", "link"],
    ["2024-01-02T09:50", "bold"],
    ["2024-01-02T09:55", "restart (until 10:05) done"],
  ]);
});

test("a bracket that a sentence opened closes in it, and begins no entry", () => {
  const [read] = readPostMortem(
    "# Down 2024-01-02\n\n## What happened\n\nAt 8:55 UTC we deployed (rolled back at\n10:05) and saw nothing. It was over at 10:20 UTC.\n",
  );
  expect(read?.timeline.map(({ at }) => at)).toEqual(["2024-01-02T08:55Z", "2024-01-02T10:20Z"]);
});

test("code behind a bold time of a wiki is read whole", () => {
  const [read] = readPostMortem(
    "h2. Timeline\n\n* *2024-01-02 09:05 UTC* {{spooler}} restarted\n* *2024-01-02 09:06 UTC* done",
  );
  expect(read?.timeline.map(({ text }) => text)).toEqual(["spooler restarted", "done"]);
});

test("a date with signs for an unknown time of day is that day", () => {
  const [read] = readPostMortem(
    "# Down 2025-02-04\n\n## Timeline\n\n- [02-04 01:40] asked\n- [02-04 ??:??] granted\n- [02-04 02:50] up\n",
  );
  expect(read?.timeline.map(({ at, text }) => [at, text])).toEqual([
    ["2025-02-04T01:40", "asked"],
    ["2025-02-04", "granted"],
    ["2025-02-04T02:50", "up"],
  ]);
});
