import { Worker } from "node:worker_threads";
import { z } from "zod";
import { renderStory } from "./render";
import { type StoryAnswer, StoryOrder } from "./story-answer";
import { colouristForStory } from "./story-code";

// Runs in a process of its own, started by `render-process.ts`: one order in, one answer out.
const NAMED_FENCE = /(?:```|~~~)[ \t]*\w/;
const Message = z.object({ order: StoryOrder, time: z.number() });

const watchdog = new Worker(new URL("./render-watchdog.mjs", import.meta.url), { execArgv: [] });
watchdog.unref();
watchdog.once("online", () => process.send?.({ kind: "ready" }));

process.on("message", (message) => {
  const { order, time } = Message.parse(message);
  void work(order, time);
});
// However the process that ordered has ended, nobody waits for an answer any more.
process.on("disconnect", () => process.exit());

async function work(order: StoryOrder, time: number): Promise<void> {
  // Loading grammars is not the story's fault; its time begins afterwards.
  if (NAMED_FENCE.test(order.markdown)) await colouristForStory();
  watch(time);
  const answer = await answerTo(order);
  watch(null);
  process.send?.({ kind: "answer", answer });
}

function watch(time: number | null): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  watchdog.postMessage(time);
}

/** Whatever a text does to the parser (a full stack, a fault in a grammar), it gets an answer. */
async function answerTo(order: StoryOrder): Promise<StoryAnswer> {
  try {
    return await renderStory(order);
  } catch (error) {
    const reason = error instanceof RangeError ? "it is nested too deeply" : String(error);
    return { kind: "refused", faults: [{ line: 1, message: `Cannot be rendered: ${reason}.` }] };
  }
}
