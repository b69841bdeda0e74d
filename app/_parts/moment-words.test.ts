import { describe, expect, test } from "vitest";

import { momentOf } from "#knowledge/incident/moment";

import { momentInWords } from "./moment-words";

describe("a moment in words", () => {
  test.each([
    ["2009", "2009"],
    ["2024-02", "February 2024"],
    ["2024-02-01", "1 February 2024"],
    ["2024-07-19T04:09Z", "19 July 2024, 04:09 UTC"],
    ["2024-07-19T04:09:12Z", "19 July 2024, 04:09:12 UTC"],
    ["about 2024-02", "about February 2024"],
    ["before 2024-07-19T04:09Z", "before 19 July 2024, 04:09 UTC"],
    ["2024-03-03/2024-03-05", "between 3 March 2024 and 5 March 2024"],
    ["2024-03-03T00:45Z/2024-03-03T01:05Z", "between 3 March 2024, 00:45 and 01:05 UTC"],
    [
      "2024-03-03T23:45Z/2024-03-04T01:05Z",
      "between 3 March 2024, 23:45 UTC and 4 March 2024, 01:05 UTC",
    ],
  ])("%s reads %s", (text, words) => {
    expect(momentInWords(momentOf(text))).toBe(words);
  });

  test("is short where room is short", () => {
    expect(momentInWords(momentOf("about 2024-07-19T04:09Z"), "short")).toBe(
      "about 19 Jul 2024 04:09",
    );
    expect(momentInWords(momentOf("2024-03/2024-05"), "short")).toBe("Mar 2024 – May 2024");
  });
});
