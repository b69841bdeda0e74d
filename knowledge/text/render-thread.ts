import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { StoryAnswer, type StoryOrder } from "./story-answer";

/** `root` is the project's folder, `deadline` milliseconds a story, `memory` MB a thread. */
export type ThreadSettings = { root: string; deadline: number; memory: number };

/** A thread that renders one story at a time. */
type RenderThread = {
  answer(order: StoryOrder): Promise<StoryAnswer>;
  end(): Promise<void>;
};

/**
 * A thread that is started with its first order, and started anew after it had to be stopped.
 * While it has nothing to do it does not keep the process alive.
 */
export function createRenderThread(settings: ThreadSettings): RenderThread {
  let worker: Promise<Worker> | null = null;
  let ended = false;
  let number = 0;

  async function stop(): Promise<void> {
    const stopping = worker;
    worker = null;
    // A worker that could not be started has been reported to whoever ordered.
    const started = await stopping?.catch(() => null);
    await started?.terminate();
  }

  return {
    async answer(order) {
      worker ??= startWorker(settings);
      const started = await worker.catch(async (cause: unknown) => {
        await stop();
        throw new Error("The thread that renders stories cannot be started.", { cause });
      });
      started.ref();
      number += 1;
      const time = settings.deadline + extraTime(order.markdown);
      const outcome = await outcomeOf(started, { number, order, time });
      if (ended) throw new Error("The renderer was closed.");
      if (outcome.kind === "answer") {
        started.unref();
        return outcome.answer;
      }
      await stop();
      return { kind: "refused", faults: [{ line: 1, message: refusal(outcome, settings, time) }] };
    },
    async end() {
      ended = true;
      await stop();
    },
  };
}

// An ordinary story of 100 kB takes a quarter of a second; the longest ones take one and a half.
function extraTime(markdown: string): number {
  return Math.max(0, Math.round((markdown.length - 100_000) / 200));
}

// Node's loader hooks do not reach a worker through `execArgv`, so the worker registers TypeScript
// itself. The entry is found from the project's folder, because bundled server code has no useful
// address of its own.
const BOOTSTRAP = `
  const { workerData } = require("node:worker_threads");
  import("tsx/esm/api").then(({ register }) => { register(); return import(workerData.entry); });
`;

/** A worker that has said it is ready. */
function startWorker({ root, memory }: ThreadSettings): Promise<Worker> {
  const entry = pathToFileURL(join(root, "knowledge", "text", "render.worker.ts")).href;
  const worker = new Worker(BOOTSTRAP, {
    eval: true,
    execArgv: [],
    workerData: { entry },
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  return new Promise((resolve, reject) => {
    worker.once("message", () => resolve(worker));
    worker.once("exit", (code) => reject(new Error(`It ended with code ${code}.`)));
    // Stays for the worker's life: an error that nobody listens to would end the process.
    worker.on("error", reject);
  });
}

const ThreadMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("begun"), number: z.number() }),
  z.object({ kind: z.literal("answer"), number: z.number(), answer: StoryAnswer }),
]);

type Task = { number: number; order: StoryOrder; time: number };
type Outcome =
  | { kind: "answer"; answer: StoryAnswer }
  | { kind: "late" }
  | { kind: "memory" }
  | { kind: "ended" };

function outcomeOf(worker: Worker, { number, order, time }: Task): Promise<Outcome> {
  return new Promise((resolve) => {
    let clock = startClock(START_TIME, () => settle({ kind: "late" }));
    function settle(outcome: Outcome): void {
      clock.stop();
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      resolve(outcome);
    }
    function onMessage(received: unknown): void {
      const message = ThreadMessage.parse(received);
      if (message.number !== number) return;
      if (message.kind === "answer") return settle({ kind: "answer", answer: message.answer });
      clock.stop();
      clock = startClock(time, () => settle({ kind: "late" }));
    }
    function onError(error: Error): void {
      const full = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      settle({ kind: full ? "memory" : "ended" });
    }
    function onExit(): void {
      settle({ kind: "ended" });
    }
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage({ number, order });
  });
}

/** How long a thread may take to load what a story needs before its own time begins. */
const START_TIME = 30_000;
/** How often a story's time may pass on the wall while the machine gives us no share of it. */
const PATIENCE = 4;
const LOOK_AGAIN = 100;

/**
 * Calls `late` when `time` has passed. On a machine that is busy with other things an ordinary
 * story may take long without doing much, so what counts then is the work of this process, which
 * is never less than the thread's; only after four times the time is it late in any case.
 */
function startClock(time: number, late: () => void): { stop: () => void } {
  const begun = performance.now();
  const work = process.cpuUsage();
  let stopped = false;
  let timer = setTimeout(look, time);
  function look(): void {
    // A busy main thread sees the timer before the answer that came long ago; letting the event
    // loop go round once gives the answer its turn.
    setImmediate(() => {
      if (stopped) return;
      const { user, system } = process.cpuUsage(work);
      const worked = (user + system) / 1_000 >= time;
      if (worked || performance.now() - begun >= time * PATIENCE) late();
      else timer = setTimeout(look, LOOK_AGAIN);
    });
  }
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function refusal(
  outcome: Exclude<Outcome, { kind: "answer" }>,
  settings: ThreadSettings,
  time: number,
) {
  switch (outcome.kind) {
    case "late":
      return `This text takes longer than ${time / 1000} s to render. Split it, or put what is no prose between \`\`\` fences.`;
    case "memory":
      return `This text needs more than ${settings.memory} MB to render. Split it.`;
    case "ended":
      return "This text ended the program that renders it. Split it to find the part.";
  }
}
