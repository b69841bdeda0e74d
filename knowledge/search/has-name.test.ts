import { expect, test } from "vitest";

import { hasName } from "./has-name";

test.each([
  ["Slack is down", true],
  ["Down: Slack", true],
  ["Slackware hosts lost their disks; Slack is down", true],
  ["preSlack and Slack2, then (Slack)", true],
  ["Slackware hosts lost their disks", false],
  ["some slack in the rope", false],
  ["", false],
])("Slack is a name in a text: %s %s", (text, isNamed) => {
  expect(hasName(text, "Slack")).toBe(isNamed);
});

test("a name may begin and end with a sign, and overlap with itself", () => {
  expect(hasName("Yahoo! mail", "Yahoo!")).toBe(true);
  expect(hasName("ax.x.x", "x.x")).toBe(true);
  expect(hasName("anything", "")).toBe(false);
});
