import { describe, expect, test } from "vitest";

import { draftFrom } from "./draft-for-tests";

describe("the lines of a part", () => {
  const { report } = draftFrom(`# Down

## Summary

Mail was late.

## Trigger

A push.


## Impact

All.

`);

  test("end with its last words, not with the blank lines below them", () => {
    const lines = [...report.recognised, ...report.guessed].map(({ what, from, until }) => [
      what,
      from + 1,
      until,
    ]);
    expect(lines).toEqual([
      ["Title", 1, 1],
      ["Summary", 5, 5],
      ["Trigger", 7, 9],
      ["Impact", 14, 14],
    ]);
  });
});
