import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

const script = `
  import { complain, outliveReaders, say } from "./server/progress.ts";
  outliveReaders();
  process.on("uncaughtException", (error) => { process.exitCode = 1; complain(String(error)); });
  process.on("SIGUSR2", () => {
    for (let line = 0; line < 100; line += 1) setTimeout(() => { say("a line"); complain("a fault"); }, line);
    setTimeout(() => process.exit(), 500);
  });
  say("ready");
  setTimeout(() => process.exit(9), 60_000);
`;

test("A program goes on when nobody reads what it prints any more", async () => {
  const args = ["--import", "tsx", "--input-type=module", "--eval", script];
  const program = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  await once(program.stdout, "data");
  program.stdout.destroy();
  program.stderr.destroy();
  program.kill("SIGUSR2");
  const [code] = await once(program, "exit");
  expect(code).toBe(0);
});
