import { parentPort } from "node:worker_threads";
import { z } from "zod";
import { renderStory } from "./render";
import { type StoryAnswer, StoryOrder } from "./story-answer";

// Runs in a thread of its own, started by `renderer.ts`: one order in, one answer out.
const Message = z.object({ number: z.number(), order: StoryOrder });

parentPort?.on("message", (message: unknown) => {
  const { number, order } = Message.parse(message);
  void answerTo(order).then((answer) => say({ kind: "answer", number, answer }));
});
say({ kind: "ready" });

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
