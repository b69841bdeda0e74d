import { parentPort } from "node:worker_threads";

import { checkLanguage } from "./check-language";
import { LanguageOrder } from "./language-order";

// Runs in a thread of its own, started by `checking-thread.ts`: one text in, its findings out.
parentPort?.on("message", (message) => {
  const { text, section } = LanguageOrder.parse(message);
  // As JSON, which the thread that serves need not look into.
  say(JSON.stringify(checkLanguage(text, section)));
});
say("ready");

function say(word: string): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(word);
}
