import { expect, test } from "vitest";

import { momentReadAgain } from "./moment-read-again";
import { readZone, utc } from "./written-zone";

const zone = (name: string) => readZone(name)?.zone ?? utc;

test.each([
  ["2026-11-19T20:05Z", "America/Chicago", "Europe/London", "2026-11-19T14:05Z"],
  ["about 2026-07-19T04:09:30Z", "UTC", "Europe/Berlin", "about 2026-07-19T02:09:30Z"],
  ["2026-11-19T23:30Z/2026-11-20T00:10Z", "UTC", "+02:00", "2026-11-19T21:30Z/2026-11-19T22:10Z"],
  ["2026-11-19", "UTC", "America/Chicago", "2026-11-19"],
  ["", "UTC", "America/Chicago", ""],
])("%s of %s is in %s what clocks showed: %s", (text, from, to, moment) => {
  expect(momentReadAgain(text, zone(from), zone(to))).toBe(moment);
});
