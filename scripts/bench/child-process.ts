import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A process of ours that has said where it listens. */
export type Listening = { address: string; stop: () => Promise<void> };

export type Starting = {
  args: readonly string[];
  environment?: Record<string, string>;
  /** Hears what the process says before it listens. */
  tell?: (line: string) => void;
  /** Ends it early, while it is being started. */
  stop: AbortSignal;
};

/**
 * Starts a Node process and waits until a line of its output holds an http address. Rejects when it
 * ends without having said one; no process is left running then.
 */
export async function started({ args, environment, tell, stop }: Starting): Promise<Listening> {
  stop.throwIfAborted();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const giveUp = () => child.kill("SIGTERM");
  stop.addEventListener("abort", giveUp);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /https?:\/\/[^\s]+/.exec(line)?.[0];
      if (address !== undefined && !stop.aborted) {
        child.stdout.resume();
        return { address: new URL(address).origin, stop: () => ended(child) };
      }
      tell?.(line);
    }
    throw new Error(`“node ${args.join(" ")}” ended before it listened`);
  } catch (error) {
    await ended(child);
    throw error;
  } finally {
    stop.removeEventListener("abort", giveUp);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
}
