import { afterAll, expect, test } from "vitest";
import { wearyingStories } from "./hostile.corpus";
import { createRenderer } from "./renderer";

const renderer = createRenderer();
afterAll(() => renderer.close());

const noSources = { citations: [] };
// Two seconds, two more for the longest, four times that where the machine is busy with other
// things, and starting a process anew, which takes its time there too.
const IN_TIME = 30_000;

test.each(Object.entries(wearyingStories))(
  "answers in time, and the story behind it too: %s",
  async (_name, story) => {
    const begun = performance.now();
    const weary = renderer.render(story, noSources).then(() => performance.now() - begun);
    const after = renderer.render("Hello", noSources);
    expect(await weary).toBeLessThan(IN_TIME);
    expect(await after).toMatchObject({ kind: "rendered", html: "<p>Hello</p>" });
    expect(performance.now() - begun).toBeLessThan(IN_TIME + 10_000);
  },
  2 * IN_TIME,
);
