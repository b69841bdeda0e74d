import { expect, test } from "vitest";

import { gapsIn } from "./gaps";

test.each([
  ["… ran …, expecting ….", 3],
  ["At …, it stopped.[^log]", 1],
  ["- **… was expected by Ann**\n- the end …", 2],
  ["It went on… and on.", 0],
  ["“We … lost it”, says the report.", 0],
  ["> We … lost it", 0],
  ["`a … b`, [[…]] and […]", 0],
  ["```\n…\n```\n\nDone.", 0],
])("%s has %i gaps", (text, gaps) => {
  expect(gapsIn(text)).toBe(gaps);
});
