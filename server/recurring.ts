import { setTimeout as sleep } from "node:timers/promises";

import { complain } from "./progress";

const HOUR = 60 * 60 * 1000;

export interface Recurring {
  /** Ends it, once what is being done is done. */
  readonly close: () => Promise<void>;
}

/**
 * Does something now and after every pause (milliseconds, an hour unless told) until it is closed.
 * What goes wrong is said, and tried again after the next pause.
 */
export function recurring(
  what: string,
  work: () => Promise<unknown>,
  { pause = HOUR, say = complain }: { pause?: number; say?: (line: string) => void } = {},
): Recurring {
  const closing = new AbortController();
  const { signal } = closing;
  async function run() {
    while (!signal.aborted) {
      try {
        await work();
      } catch (error) {
        say(`${what} did not work, and is tried again later: ${String(error)}`);
      }
      await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
  const running = run();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
