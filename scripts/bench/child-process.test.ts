import { expect, test } from "vitest";

import { started } from "./child-process";

const program = (script: string) => ["--eval", script];
const runsOn = "setInterval(() => {}, 1000);";

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a process has started when it says where it listens, and is gone when it was stopped", async () => {
  const said: string[] = [];
  const server = await started({
    args: program(
      `console.log(process.pid); console.log("ready on http://localhost:1/a"); ${runsOn}`,
    ),
    tell: (line) => said.push(line),
    stop: new AbortController().signal,
  });
  expect(server.address).toBe("http://localhost:1");
  expect(said).toHaveLength(1);
  expect(isThere(Number(said[0]))).toBe(true);
  await server.stop();
  expect(isThere(Number(said[0]))).toBe(false);
});

test("a process that ends without an address is an error that names it", async () => {
  const starting = started({
    args: program("console.log('nothing')"),
    stop: new AbortController().signal,
  });
  await expect(starting).rejects.toThrow(/“node --eval .*ended before it listened/);
});

test("a process that is still starting ends when everything is stopped", async () => {
  const stopping = new AbortController();
  let pid = 0;
  const starting = started({
    args: program(`console.log(process.pid); ${runsOn}`),
    tell: (line) => {
      pid = Number(line);
      stopping.abort();
    },
    stop: stopping.signal,
  });
  await expect(starting).rejects.toThrow("ended before it listened");
  expect(pid).toBeGreaterThan(0);
  expect(isThere(pid)).toBe(false);
});
