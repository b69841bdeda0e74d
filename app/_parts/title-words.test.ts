import { expect, test } from "vitest";

import { titleWords } from "./title-words";

test.each([
  ["crashes 8.5 million Windows machines", "crashes 8.5\u{a0}million Windows machines"],
  ["offline for 73 hours as its", "offline for 73\u{a0}hours as its"],
  ["down for 314 minutes", "down for 314\u{a0}minutes"],
  ["Channel File 291 stops hosts", "Channel File 291 stops hosts"],
  ["RHEL 9.4 kernel panic", "RHEL 9.4 kernel panic"],
  ["19 of the busiest", "19 of the busiest"],
  ["a 40 hour-long outage", "a 40 hour-long outage"],
  ["12 h and 3 minutes", "12\u{a0}h and 3\u{a0}minutes"],
])("“%s” keeps figure and unit together", (title, shown) => {
  expect(titleWords(title)).toBe(shown);
});
