import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readMoment } from "./moment";
import { anyMomentText } from "./testing/any-document";
import { before, understood, zoneOf } from "./testing/understood";
import { understandTime } from "./written-time";

describe("a time of day", () => {
  test.each([
    ["14:05", "2024-07-18T14:05"],
    ["14.05", "2024-07-18T14:05"],
    ["1405", "2024-07-18T14:05"],
    ["14h05", "2024-07-18T14:05"],
    ["14:05 Uhr", "2024-07-18T14:05"],
    ["9:05", "2024-07-18T09:05"],
    ["2pm", "2024-07-18T14:00"],
    ["2:05 pm", "2024-07-18T14:05"],
    ["2:05 p.m.", "2024-07-18T14:05"],
    ["2.05pm", "2024-07-18T14:05"],
    ["12am", "2024-07-18T00:00"],
    ["12 pm", "2024-07-18T12:00"],
    ["02:05:33.120", "2024-07-18T02:05:33"],
    ["02:05:33,120", "2024-07-18T02:05:33"],
    ["~09:00", "about 2024-07-18T09:00"],
    ["ca. 14:00", "about 2024-07-18T14:00"],
    ["around 2pm", "about 2024-07-18T14:00"],
    ["at like 2:20 pm", "about 2024-07-18T14:20"],
    ["~3pm", "about 2024-07-18T15:00"],
    ["14:50ish", "about 2024-07-18T14:50"],
    ["since noon", "2024-07-18T12:00"],
    ["14:05ish", "about 2024-07-18T14:05"],
    ["14:05?", "about 2024-07-18T14:05"],
    ["14:05 (approx.)", "about 2024-07-18T14:05"],
    ["before 09:00", "before 2024-07-18T09:00"],
    ["after 10pm", "after 2024-07-18T22:00"],
    ["noon", "2024-07-18T12:00"],
    ["24:00", "2024-07-19T00:00"],
    ["14:0x", "2024-07-18T14:00/2024-07-18T14:09"],
    ["14:xx", "2024-07-18T14:00/2024-07-18T14:59"],
    ["17:11–17:26", "2024-07-18T17:11/2024-07-18T17:26"],
    ["17:11 to 17:26", "2024-07-18T17:11/2024-07-18T17:26"],
    ["between 17:11 and 17:26", "2024-07-18T17:11/2024-07-18T17:26"],
    ["5:11–5:26pm", "2024-07-18T17:11/2024-07-18T17:26"],
    ["11:50–12:10pm", "2024-07-18T11:50/2024-07-18T12:10"],
    ["09:05-10:30", "2024-07-18T09:05/2024-07-18T10:30"],
  ])("%s is read on the day before it, and lacks a zone", (typed, moment) => {
    expect(understood(typed)).toEqual([moment, "carried missing", "missing-zone"]);
  });

  test.each([
    ["about 9", "about 2024-07-18T09:00"],
    ["before 9", "before 2024-07-18T09:00"],
  ])("%s is said to be read on the 24-hour clock", (typed, moment) => {
    expect(understood(typed)).toEqual([moment, "carried missing", "unclear-hour", "missing-zone"]);
  });

  test("says what it made of midnight, and of an hour that contradicts its half of the day", () => {
    expect(understood("midnight UTC")).toEqual(["2024-07-18T00:00Z", "carried stated", "midnight"]);
    expect(understood("23:00 AM UTC")).toEqual([
      "2024-07-18T23:00Z",
      "carried stated",
      "unclear-hour",
    ]);
  });

  test.each(["25:00", "14:61", "9", "hello", "", "14:05 and more", "tomorrow", "1.13.2"])(
    "%j is not understood, with a reason",
    (typed) => {
      const time = understandTime(typed, before);
      expect(time.kind).toBe("not-understood");
      expect(time.kind === "not-understood" && time.why).toMatch(/\.$/);
    },
  );
});

describe("a date", () => {
  test.each([
    ["2024", "2024"],
    ["2024-02", "2024-02"],
    ["Feb 2024", "2024-02"],
    ["early March 2024", "2024-03"],
    ["2024-05-??", "2024-05"],
    ["19 July 2024", "2024-07-19"],
    ["19th of July, 2024", "2024-07-19"],
    ["July 19, 2024", "2024-07-19"],
    ["Friday, July 19th 2024", "2024-07-19"],
    ["2024-07-19", "2024-07-19"],
    ["2024/07/19", "2024-07-19"],
    ["20240719", "2024-07-19"],
    ["19.07.2024", "2024-07-19"],
    ["25/4/2024", "2024-04-25"],
    ["2024-07-19 HH:MM", "2024-07-19"],
    ["about 2024-02", "about 2024-02"],
    ["July 19–21, 2024", "2024-07-19/2024-07-21"],
    ["19-21 July 2024", "2024-07-19/2024-07-21"],
    ["2024-02/2024-03", "2024-02/2024-03"],
    ["2009/2010", "2009/2010"],
  ])("%s needs no zone", (typed, moment) => {
    expect(understood(typed, {})).toEqual([moment, "stated none"]);
  });

  test.each([
    ["2024-07-19 04:09 UTC", "2024-07-19T04:09Z"],
    ["2024-07-19T04:09:12Z", "2024-07-19T04:09:12Z"],
    ["2024-07-19T04:09:12.574+02:00", "2024-07-19T02:09:12Z"],
    ["2024-07-19T04:09-07:00", "2024-07-19T11:09Z"],
    ["2:06 PM January 14, 2026 UTC", "2026-01-14T14:06Z"],
    ["4 Oct 2021 at 15:40 UTC", "2021-10-04T15:40Z"],
    ["at 15:40 UTC on 4 October 2021", "2021-10-04T15:40Z"],
    ["2024-07-19 17:11–17:26 UTC", "2024-07-19T17:11Z/2024-07-19T17:26Z"],
    ["2021-10-04 15:40 → 2021-10-05 00:10 UTC", "2021-10-04T15:40Z/2021-10-05T00:10Z"],
  ])("%s states all there is", (typed, moment) => {
    expect(understood(typed, {})).toEqual([moment, "stated stated"]);
  });

  test("without a year takes the nearest and says so; without anything before it, none", () => {
    expect(understood("07-19 04:09 UTC")).toEqual([
      "2024-07-19T04:09Z",
      "assumed stated",
      "missing-year",
    ]);
    expect(understood("Dec 5 16:21 UTC", { date: "2019-03-26" })).toEqual([
      "2018-12-05T16:21Z",
      "assumed stated",
      "missing-year",
    ]);
    expect(understood("07-19 04:09 UTC", {})).toBe("not-understood");
    expect(understood("14:05 UTC", {})).toBe("not-understood");
  });

  test("says which way it read two small numbers", () => {
    const may = { date: "2024-05-03" };
    expect(understood("5/4/2024 10:00Z", may)).toEqual([
      "2024-05-04T10:00Z",
      "assumed stated",
      "ambiguous-date",
    ]);
    const april = { date: "2024-04-03" };
    expect(understood("5/4/2024 10:00Z", april)).toEqual([
      "2024-04-05T10:00Z",
      "assumed stated",
      "ambiguous-date",
    ]);
  });

  test("a weekday is said to be no date, and to differ where it does", () => {
    expect(understood("Thursday 04:09Z")).toEqual(["2024-07-18T04:09Z", "carried stated"]);
    expect(understood("Friday 04:09Z")).toEqual([
      "2024-07-19T04:09Z",
      "assumed stated",
      "assumed-day",
    ]);
    expect(understood("Friday 04:09Z", {})).toBe("not-understood");
    expect(understood("Monday 19 July 2024 04:09Z")).toEqual([
      "2024-07-19T04:09Z",
      "stated stated",
      "weekday-differs",
    ]);
  });

  test("a time of day after midnight is of the next day, which is said", () => {
    const late = { date: "2024-07-18", clock: "23:55" };
    expect(understood("00:10 UTC", late)).toEqual([
      "2024-07-19T00:10Z",
      "assumed stated",
      "assumed-day",
    ]);
    expect(understood("23:40 UTC", late)).toEqual(["2024-07-18T23:40Z", "carried stated"]);
    expect(understood("23:50–00:20 UTC")).toEqual([
      "2024-07-18T23:50Z/2024-07-19T00:20Z",
      "carried stated",
      "assumed-day",
    ]);
    expect(understood("00:10 UTC (next day)")).toEqual([
      "2024-07-19T00:10Z",
      "assumed stated",
      "assumed-day",
    ]);
  });
});

describe("doubts about a time", () => {
  const berlin = { zone: zoneOf("Europe/Berlin") };

  test.each([
    ["03/04/2026 10:00 UTC", {}, "2026-03-04T10:00Z", "ambiguous-date"],
    ["2026-04-03 10:00 IST", {}, "2026-04-03T04:30Z", "ambiguous-zone"],
    ["2026-03-29 02:30", berlin, "2026-03-29T01:30Z", "skipped-time"],
    ["2026-10-25 02:30", berlin, "2026-10-25T00:30Z", "twofold-time"],
  ] as const)("%s is understood, and the doubt is said", (typed, context, moment, kind) => {
    const [read, , ...kinds] = understood(typed, context);
    expect([read, ...kinds]).toEqual([moment, kind]);
  });

  test("what lies before the entry above for certain is said to", () => {
    const above = "2026-11-21T14:38Z";
    const known = { above, date: "2026-11-21", zone: zoneOf("UTC") };
    expect(understood("14:30", known).slice(2)).toEqual(["out-of-order"]);
    expect(understood("14:38", known).slice(2)).toEqual([]);
    expect(understood("about 14:30", known).slice(2)).toEqual([]);
  });

  test("what lies in the future is said to, where one knows when it is read", () => {
    const now = Date.parse("2026-11-22T18:00Z");
    const kinds = (typed: string) => understood(typed, { now, date: "2026-11-22" }).slice(2);
    expect(kinds("2027-11-21 10:00 UTC")).toEqual(["in-future"]);
    expect(kinds("18:01 UTC")).toEqual(["in-future"]);
    expect(kinds("17:59 UTC")).toEqual([]);
    expect(kinds("about 18:05 UTC")).toEqual([]);
    expect(kinds("2026")).toEqual([]);
    expect(understood("2027-11-21 10:00 UTC", {}).slice(2)).toEqual([]);
  });
});

describe("a distance from the start", () => {
  test.each([
    ["T+12m", "2024-07-18T10:12Z"],
    ["T-1h 30m", "2024-07-18T08:30Z"],
    ["T+00:12:30", "2024-07-18T10:12:30Z"],
    ["+5 min", "2024-07-18T10:05Z"],
    ["12 minutes later", "2024-07-18T10:12Z"],
    ["about T+12m", "about 2024-07-18T10:12Z"],
    ["T0", "2024-07-18T10:00Z"],
  ])("%s counts from it", (typed, moment) => {
    expect(understood(typed, { start: "2024-07-18T10:00Z" })).toEqual([moment, "carried carried"]);
  });

  test("is not understood without one", () => {
    expect(understood("T+12m", { start: "2024-07" })).toBe("not-understood");
    expect(understood("T+12m", {})).toBe("not-understood");
  });
});

describe("whatever is typed", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ..."0 1 5 9 12 14 23 24 31 59 60 2024 1999 07 : . - – / T Z UTC PST CST am pm ~ about before after between and to".split(
        " ",
      ),
      ..."noon midnight Friday July Mar ( ) , + x ? T+ h min America/Los_Angeles +05:30 Pacific next day ish".split(
        " ",
      ),
    ),
    fc.constant(" "),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  const typed = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(" ")),
    fc.string({ unit: "binary", maxLength: 40 }),
  );
  const context = fc.record(
    {
      date: fc.constantFrom("2024-07-18", "1900-01-01", "2999-12-31", "2024-02-29", "rubbish"),
      clock: fc.constantFrom("00:00", "23:59", "x"),
      zone: fc.constantFrom(zoneOf("UTC"), zoneOf("America/Los_Angeles"), zoneOf("UTC+14")),
      start: fc.constantFrom("2024-07-18T10:00Z", "2024-07-18T10:00:30", "2024", ""),
    },
    { requiredKeys: [] },
  );

  test("is a valid moment when understood: in UTC, or where the zone is missing but for the Z", () => {
    fc.assert(
      fc.property(typed, context, (text, known) => {
        const time = understandTime(text, known);
        if (time.kind === "not-understood") return;
        const isLocal = time.zone === "missing";
        const moment = isLocal ? time.moment.replace(/T[\d:]+/g, "$&Z") : time.moment;
        expect(readMoment(moment)).not.toBeNull();
        expect(isLocal).toBe(time.warnings.some(({ kind }) => kind === "missing-zone"));
      }),
      { numRuns: 5_000 },
    );
  });

  test("a moment's own text is understood as that moment", () => {
    fc.assert(
      fc.property(anyMomentText, (text) => {
        const time = understandTime(text, {});
        expect(time.kind === "understood" && time.moment).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(["1:", "~", "about ", "2024-", "14:05 - ", "(", "T+1h", "July ", "\t", "Z", "1"])(
    "takes no longer for %j a million times",
    (repeated) => {
      expect(understandTime(repeated.repeat(1_000_000), before).kind).toBe("not-understood");
    },
  );
});
