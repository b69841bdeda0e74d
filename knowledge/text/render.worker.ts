import { parentPort } from "node:worker_threads";
import { z } from "zod";
import { renderStory } from "./render";
import { colouristForStory } from "./story-code";
import { type StoryAnswer, StoryOrder } from "./story-answer";

// Runs in a thread of its own, started by `renderer.ts`: one order in, one answer out.
const NAMED_FENCE = /(?:```|~~~)[ \t]*\w/;
const Message = z.object({ number: z.number(), order: StoryOrder });

parentPort?.on("message", (message: unknown) => {
  const { number, order } = Message.parse(message);
  void work(number, order);
});
say({ kind: "ready" });

async function work(number: number, order: StoryOrder): Promise<void> {
  // Loading grammars is not the story's fault; its time begins afterwards.
  if (NAMED_FENCE.test(order.markdown)) await colouristForStory();
  say({ kind: "begun", number });
  say({ kind: "answer", number, answer: await answerTo(order) });
}

function say(message: object): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(message);
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
