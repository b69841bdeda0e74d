import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A process of ours that has said where it listens. */
export type Listening = { address: string; stop: () => Promise<void> };

/**
 * Starts a Node process and waits until a line of its output holds an http address. What it says
 * before goes to `tell`. Rejects when it ends without having said one.
 */
export async function started(
  args: readonly string[],
  environment: Record<string, string>,
  tell: (line: string) => void,
): Promise<Listening> {
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /https?:\/\/[^\s]+/.exec(line)?.[0];
    if (address !== undefined) {
      child.stdout.resume();
      return { address, stop: () => ended(child) };
    }
    tell(line);
  }
  throw new Error(`“node ${args.join(" ")}” ended before it listened`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
}
