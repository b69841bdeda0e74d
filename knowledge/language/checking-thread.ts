import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

import { z } from "zod";

import { Turns } from "#knowledge/people/turns";

import type { LanguageOrder } from "./language-order";
import type { LanguageSection } from "./section";

export type CheckedLanguage =
  /** What `checkLanguage` finds, as JSON. */
  | { readonly kind: "checked"; readonly findings: string }
  /** So many wait already that this text was not taken. */
  | { readonly kind: "busy" }
  /** It took longer than it may, or brought the thread to its end. */
  | { readonly kind: "given up" };

/** What a text costs besides its own length, in UTF-16 units, so that many small ones are bounded too. */
const costOfText = 1_000;

/**
 * `program` is the thread's, `deadline` the milliseconds that one text has when its turn has come, and
 * `mostWaiting` what all texts that are not done may cost together, in UTF-16 units.
 */
interface ThreadSettings {
  readonly program: string;
  readonly deadline: number;
  readonly mostWaiting: number;
}

/** Judges texts away from the thread that serves readers, one at a time. */
export interface CheckingThread {
  /** Rejects only where the thread cannot be started. */
  check(text: string, section: LanguageSection): Promise<CheckedLanguage>;
}

/**
 * A thread that is started with the first text, and anew after it had to be ended. A hundred
 * kilobytes take it a tenth of a second at most, so what takes two is no matter of the text's length.
 * While it has nothing to do it does not keep the process alive.
 */
export function createCheckingThread(options: Partial<ThreadSettings> = {}): CheckingThread {
  const { program, deadline, mostWaiting } = { ...usual(), ...options };
  const turns = new Turns(1);
  let waiting = 0;
  let thread: Worker | null = null;
  let failed: { readonly at: number; readonly error: unknown } | null = null;

  async function judged(order: LanguageOrder): Promise<CheckedLanguage> {
    const judging = (thread ??= await started());
    const outcome = await answerOf(judging, order, deadline);
    if (outcome.kind === "given up") await judging.terminate();
    return outcome;
  }

  /** Where it cannot be started everybody is told at once for a while: trying may take a minute. */
  async function started(): Promise<Worker> {
    if (failed && performance.now() - failed.at < restAfterFailure) throw failed.error;
    try {
      return await startedThread(program, () => (thread = null));
    } catch (error) {
      failed = { at: performance.now(), error };
      throw error;
    }
  }

  return {
    async check(text, section) {
      const cost = text.length + costOfText;
      if (waiting + cost > mostWaiting) return { kind: "busy" };
      waiting += cost;
      try {
        return await turns.run(() => judged({ text, section }));
      } finally {
        waiting -= cost;
      }
    },
  };
}

function usual(): ThreadSettings {
  // Found from the project's folder, because bundled server code has no useful address of its own.
  const program = join(process.cwd(), "knowledge", "language", "check.thread.mjs");
  return { program, deadline: 2_000, mostWaiting: 2_000_000 };
}

/** Milliseconds in which it is not tried again to start the thread. */
const restAfterFailure = 10_000;

/** Milliseconds after which a thread that has not begun is given up. */
const silence = 60_000;

async function startedThread(program: string, onEnd: () => void): Promise<Worker> {
  // The program stays a file of its own: a bundler would want to pack it.
  const thread = new Worker(/* turbopackIgnore: true */ program, { execArgv: [] });
  // Whoever waits hears of its end; an error that nobody listened to would end this process.
  thread.on("error", () => undefined);
  try {
    await Promise.race([
      once(thread, "message", { signal: AbortSignal.timeout(silence) }),
      once(thread, "exit").then(() => Promise.reject(new Error("It has ended."))),
    ]);
  } catch (cause) {
    await thread.terminate();
    throw new Error("The thread that judges language cannot be started.", { cause });
  }
  thread.once("exit", onEnd);
  thread.unref();
  return thread;
}

function answerOf(
  thread: Worker,
  order: LanguageOrder,
  deadline: number,
): Promise<CheckedLanguage> {
  return new Promise((resolve) => {
    // A busy main thread sees the timer before the answer that came long ago; letting the event
    // loop go round once gives the answer its turn.
    const timer = setTimeout(() => setImmediate(giveUp), deadline);
    function settle(outcome: CheckedLanguage): void {
      clearTimeout(timer);
      thread.off("message", take).off("exit", giveUp);
      resolve(outcome);
    }
    function take(findings: unknown): void {
      settle({ kind: "checked", findings: z.string().parse(findings) });
    }
    function giveUp(): void {
      settle({ kind: "given up" });
    }
    thread.on("message", take).on("exit", giveUp);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage(order);
  });
}
