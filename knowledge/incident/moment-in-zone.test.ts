import * as fc from "fast-check";
import { expect, test } from "vitest";

import { readMoment } from "./moment";
import { momentInZone } from "./moment-in-zone";
import { anyMomentText } from "./testing/any-document";
import { understandTime } from "./written-time";
import { readZone, utc } from "./written-zone";

const zoneOf = (name: string) => readZone(name)?.zone ?? utc;

test.each([
  ["2026-11-12T13:05Z", "Europe/Berlin", "2026-11-12 14:05 CET = 13:05 UTC"],
  ["2026-07-12T12:05:09Z", "Europe/Berlin", "2026-07-12 14:05:09 CEST = 12:05:09 UTC"],
  ["2026-11-12T23:30Z", "Europe/Berlin", "2026-11-13 00:30 CET = 2026-11-12 23:30 UTC"],
  ["before 2026-11-13T08:00Z", "CET", "before 2026-11-13 09:00 CET = 08:00 UTC"],
  ["about 2026-11-12T19:00Z", "America/New_York", "about 2026-11-12 14:00 EST = 19:00 UTC"],
  [
    "2026-11-12T13:05Z/2026-11-12T13:20Z",
    "Europe/Berlin",
    "2026-11-12 14:05–14:20 CET = 13:05–13:20 UTC",
  ],
  [
    "2026-11-12T22:30Z/2026-11-12T23:30Z",
    "Europe/Berlin",
    "2026-11-12 23:30–2026-11-13 00:30 CET = 2026-11-12 22:30–23:30 UTC",
  ],
  [
    "2026-10-25T00:30Z/2026-10-25T01:30Z",
    "Europe/Berlin",
    "2026-10-25 02:30–02:30 CEST/CET = 00:30–01:30 UTC",
  ],
  ["2026-11-12T08:35Z", "Asia/Kolkata", "2026-11-12 14:05 UTC+05:30 = 08:35 UTC"],
  ["2026-11-12T08:20Z", "Asia/Kathmandu", "2026-11-12 14:05 UTC+05:45 = 08:20 UTC"],
])("%s is shown on the clocks of %s", (moment, name, shown) => {
  expect(momentInZone(moment, zoneOf(name))).toBe(shown);
});

test.each(["2026-11-12", "about 2026-11", "", "soon"])("%s has no clock", (moment) => {
  expect(momentInZone(moment, zoneOf("Europe/Berlin"))).toBeNull();
});

test("where times are in UTC nothing is said twice", () => {
  for (const name of ["UTC", "Z", "GMT"]) {
    expect(momentInZone("2026-11-12T13:05Z", zoneOf(name))).toBeNull();
  }
});

test("a moment that is shown means the same when it is typed so", () => {
  const zone = zoneOf("UTC+05:45");
  fc.assert(
    fc.property(anyMomentText, (text) => {
      const shown = momentInZone(text, zone);
      if (shown === null || text.includes("/")) return;
      const read = understandTime(shown.slice(0, shown.indexOf(" = ")));
      const meant = read.kind === "understood" ? readMoment(read.moment) : null;
      expect(meant?.first).toBe(readMoment(text)?.first);
    }),
  );
});
