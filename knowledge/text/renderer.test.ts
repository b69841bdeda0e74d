import { afterAll, describe, expect, test } from "vitest";
import { createRenderer } from "./renderer";
import { RENDERER_VERSION } from "./story-answer";

const renderer = createRenderer();
afterAll(() => renderer.close());

const noSources = { citations: [] };
describe("the renderer", () => {
  test("renders a story", async () => {
    const answer = await renderer.render("See [[retry-storm]].[^rca]", { citations: ["rca"] });
    expect(answer).toEqual({
      kind: "rendered",
      html: '<p>See <a data-link="retry-storm"></a>.<sup data-cite="rca"></sup></p>',
      headings: [],
      links: ["retry-storm"],
      citations: ["rca"],
      faults: [],
      version: RENDERER_VERSION,
    });
  });

  test.each(["", "\n\n", " \t\r\n"])("answers %j without starting anything", async (story) => {
    // A folder without a renderer: a process would fail to start.
    const idle = createRenderer({ root: "/nonexistent" });
    expect(await idle.render(story, noSources)).toMatchObject({ kind: "rendered", html: "" });
    await expect(idle.render("words", noSources)).rejects.toThrow("cannot be started");
    await idle.close();
  });

  test("refuses what takes too long, and says so", async () => {
    const hasty = createRenderer({ deadline: 500 });
    // Takes the parser the square of its length: thirty times the deadline, on any machine.
    const slow = "] ".repeat(50_000);
    expect(await hasty.render("Hello", noSources)).toMatchObject({ kind: "rendered" });
    const answers = await Promise.all([
      hasty.render(slow, noSources),
      hasty.render("Hello", noSources),
    ]);
    expect(answers[0]).toMatchObject({
      kind: "refused",
      faults: [{ line: 1, message: expect.stringContaining("longer than 0.5 s") }],
    });
    expect(answers[1]).toMatchObject({ kind: "rendered" });
    await hasty.close();
  });

  test("refuses what takes too much memory, and says so", async () => {
    const narrow = createRenderer({ memory: 48, deadline: 20_000 });
    const answer = await narrow.render("- a\n".repeat(120_000), noSources);
    expect(answer).toMatchObject({
      kind: "refused",
      faults: [{ message: expect.stringContaining("more than 48 MB") }],
    });
    expect(await narrow.render("Hello", noSources)).toMatchObject({ kind: "rendered" });
    await narrow.close();
  }, 120_000);

  test("does not take a busy main thread for a slow story", async () => {
    const hasty = createRenderer({ deadline: 1_000, silence: 4_000 });
    const story = "Some *words* and [[a-link]].\n\n".repeat(1_000);
    await hasty.render(story, noSources);
    const answer = hasty.render(story, noSources);
    // Long enough for the story to be begun, too short for it to be done.
    await new Promise((resolve) => setTimeout(resolve, 10));
    const until = performance.now() + 5_000;
    while (performance.now() < until);
    expect(await answer).toMatchObject({ kind: "rendered" });
    await hasty.close();
  });

  test("renders many stories, in their order", async () => {
    const stories = Array.from({ length: 300 }, (_, n) => `## Story ${n}\n\nA few words.`);
    const answers = await Promise.all(stories.map((story) => renderer.render(story, noSources)));
    expect(answers).toMatchObject(
      stories.map((_, n) => ({ kind: "rendered", headings: [{ text: `Story ${n}` }] })),
    );
  });

  test("rejects what waits when it is closed", async () => {
    const closing = createRenderer();
    const waiting = [closing.render("a", noSources), closing.render("b", noSources)];
    const outcomes = Promise.allSettled(waiting);
    await closing.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(closing.render("c", noSources)).rejects.toThrow("closed");
  });
});
