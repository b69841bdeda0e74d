import { expect, test } from "vitest";

import { readPostMortem } from "./read-post-mortem";

const entriesOf = (lines: string) =>
  readPostMortem(`## Timeline\n\n${lines}`)
    .flatMap(({ timeline }) => timeline)
    .map(({ at, text }) => [at, text]);

test("a line with a date and a hedged time is an entry", () => {
  expect(
    entriesOf(
      "7 Dec 2023 05:40 UTC: last picture\n7 Dec 2023 before 07:00 UTC: restarted\n7 Dec 2023 between 07:10 and 07:20 UTC: slow\n7 Dec 2023 07:30 UTC: over",
    ),
  ).toEqual([
    ["2023-12-07T05:40Z", "last picture"],
    ["before 2023-12-07T07:00Z", "restarted"],
    ["2023-12-07T07:10Z/2023-12-07T07:20Z", "slow"],
    ["2023-12-07T07:30Z", "over"],
  ]);
});

test("a hedged time in an item is not left in its text", () => {
  expect(entriesOf("- 2024-05-14 07:00 UTC: one\n- 2024-05-14 before 07:20 UTC: two")).toEqual([
    ["2024-05-14T07:00Z", "one"],
    ["before 2024-05-14T07:20Z", "two"],
  ]);
});

test("a day with a time of day that cannot be read begins an entry of its own, and says so", () => {
  const [read] = readPostMortem(
    "## Timeline\n\n7 Dec 2023 05:40 UTC: last picture\n7 Dec 2023 someone's watch 07:00 UTC: restarted\n7 Dec 2023 07:30 UTC: over",
  );
  expect(read?.timeline.map(({ at, text }) => [at, text])).toEqual([
    ["2023-12-07T05:40Z", "last picture"],
    [null, "restarted"],
    ["2023-12-07T07:30Z", "over"],
  ]);
  expect(read?.timeline[1]?.warnings.map(({ sentence }) => sentence)).toEqual([
    "“7 Dec 2023 someone's watch 07:00 UTC” could not be read as a time.",
  ]);
});

test("words that go on with a day are those of the entry above", () => {
  expect(
    entriesOf("7 Dec 2023 05:40 UTC: it began\n7 Dec was also the day of the 09:00 release"),
  ).toEqual([["2023-12-07T05:40Z", "it began 7 Dec was also the day of the 09:00 release"]]);
});
