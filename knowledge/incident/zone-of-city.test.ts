import { expect, test } from "vitest";

import { zoneOfCity } from "./zone-of-city";

test.each([
  ["London", "Europe/London"],
  [" new york ", "America/New_York"],
  ["kolkata", "Asia/Kolkata"],
  ["Port-au-Prince", "America/Port-Au-Prince"],
  ["Springfield", null],
  ["", null],
  ["UTC", null],
  ["x".repeat(10_000), null],
])("the zone of %s", (city, zone) => {
  expect(zoneOfCity(city)).toBe(zone);
});
