import { expect, test } from "vitest";

import { gapsIn } from "./gaps";

test.each([
  ["… ran …, expecting ….", 3],
  ["At …, it stopped.[^log]", 1],
  ["- **… was expected by Ann**\n- the end …", 2],
  ["It went on… and on.", 0],
  ["“We … lost it”, says the report.", 0],
  ["“Left open … and “closed … here” again.", 1],
  ["> We … lost it", 0],
  ["`a … b`, [[…]] and […]", 0],
  ["```\n…\n```\n\nDone.", 0],
])("%s has %i gaps", (text, gaps) => {
  expect(gapsIn(text)).toBe(gaps);
});

test.each(["“", "”", '"', "`", "[", "[[", "…", "“…", "“ x ", "**“", "[…", "\n“"])(
  "a text of nothing but %j takes time in proportion to its length",
  (piece) => {
    const begun = performance.now();
    expect(gapsIn(`${piece.repeat(100_000)} …`)).toBeGreaterThanOrEqual(0);
    expect(performance.now() - begun).toBeLessThan(1_500);
  },
);
