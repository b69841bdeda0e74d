import { setTimeout as sleep } from "node:timers/promises";
import { complain, say } from "../progress";
import type { Embedded } from "./embedded";
import { launch } from "./launch";
import { postmasterOf } from "./postmaster";

/** How often a look is taken, and the longest wait between two attempts, in milliseconds. */
const EVERY = 500;
const LONGEST_PAUSE = 30_000;

/**
 * Starts PostgreSQL again, on the same port, whenever it has ended by itself, until told to stop.
 * Meanwhile the application has no database and says so to its readers.
 */
export async function supervise({ cluster, port }: Embedded, stop: AbortSignal): Promise<void> {
  let pause = EVERY;
  while (await paused(pause, stop)) {
    if (postmasterOf(cluster.folder)) {
      pause = EVERY;
      continue;
    }
    complain("PostgreSQL has ended by itself; it is being started again.");
    const launched = await launch(cluster, port, "safe");
    if (launched.kind === "launched") {
      say("PostgreSQL runs again.");
      continue;
    }
    pause = Math.min(pause * 2, LONGEST_PAUSE);
    const reason = launched.kind === "fault" ? launched.sentence : `its port ${port} is taken.`;
    complain(`PostgreSQL could not be started again: ${reason} Next attempt in ${pause / 1000} s.`);
  }
}

async function paused(milliseconds: number, stop: AbortSignal): Promise<boolean> {
  try {
    await sleep(milliseconds, undefined, { signal: stop, ref: false });
    return true;
  } catch {
    return false;
  }
}
