import { describe, expect, test } from "vitest";

import type { TimeContext } from "./settled-point";
import { understandTime } from "./written-time";
import { readTimeAt } from "./written-time-form";
import { readZone, utc } from "./written-zone";

describe("a day that is named by when it is typed", () => {
  // In Los Angeles it is still the 21st.
  const typedAt = Date.parse("2026-11-22T02:00Z");
  const typed = (text: string, context: TimeContext = { zone: utc }) =>
    understandTime(text, { ...context, typedAt });

  test.each([
    ["today 9:05", "2026-11-22T09:05Z"],
    ["Today, 09:05", "2026-11-22T09:05Z"],
    ["yesterday at 2pm", "2026-11-21T14:00Z"],
    ["14:05 yesterday", "2026-11-21T14:05Z"],
    ["about 9 today", "about 2026-11-22T09:00Z"],
    ["yesterday 23:50–00:10", "2026-11-21T23:50Z/2026-11-22T00:10Z"],
    ["yesterday 14:05 PST", "2026-11-20T22:05Z"],
  ])("is read of %s", (text, moment) => {
    expect(typed(text)).toMatchObject({ moment, date: "assumed" });
  });

  test("is that of the zone that holds, and is said", () => {
    const zone = readZone("America/Los_Angeles")?.zone;
    expect(typed("today 17:30", { zone, date: "2026-11-01" })).toMatchObject({
      moment: "2026-11-22T01:30Z",
      warnings: [{ kind: "assumed-day", sentence: "“Today” was read as 2026-11-21." }],
    });
  });

  test("is not known of a text that was written before, nor without a zone", () => {
    const why = expect.stringContaining("write the date");
    const known = { zone: utc, date: "2026-11-22", now: typedAt };
    expect(understandTime("today 9:05", known)).toEqual({ kind: "not-understood", why });
    expect(typed("today 9:05", {})).toEqual({ kind: "not-understood", why });
  });

  test("is read of no line of a text, whatever is known", () => {
    expect(readTimeAt("Today 9:05 the flag was set", 0, "line")).toBeNull();
    expect(readTimeAt("yesterday 9:05", 0, "cell")).toBeNull();
  });
});
