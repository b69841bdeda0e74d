// Stands in for the thread that judges language: some words weary it, as no text is known to.
import { parentPort } from "node:worker_threads";

parentPort?.on("message", ({ text }) => {
  if (text === "endless") for (;;);
  if (text === "fatal") throw new Error(text);
  say(JSON.stringify([text]));
});
say("ready");

function say(word) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(word);
}
