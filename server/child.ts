import { spawn } from "node:child_process";

/** How a program ended: its exit code (null when a signal ended it) and all that it printed. */
export type Ended = { code: number | null; output: string };

/**
 * Runs a Node program of one of the packages to its end and keeps what it prints. `stop` ends it
 * early.
 */
export function runNode(
  args: string[],
  environment: Record<string, string>,
  folder: string,
  stop?: AbortSignal,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const end = () => child.kill("SIGTERM");
    stop?.addEventListener("abort", end);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => {
      stop?.removeEventListener("abort", end);
      resolve({ code, output });
    });
  });
}
