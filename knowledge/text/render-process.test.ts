import { ChildProcess, execFile, spawn } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { createRenderProcess } from "./render-process";

const settings = { root: process.cwd(), deadline: 10_000, memory: 256, silence: 120_000 };
const hello = { markdown: "Hello", citations: [] };
const rendered = { kind: "rendered", html: "<p>Hello</p>" };
// Takes a tenth of a second, and a signal that is sent at once arrives before it begins.
const long = { markdown: "- a\n  - b\n".repeat(600), citations: [] };
// Takes minutes.
const endless = { markdown: "- a\n  - b\n".repeat(20_000), citations: [] };

/** The programs that this process has started, in order. */
const started: ChildProcess[] = [];
const Started = z.object({ process: z.instanceof(ChildProcess) });
const note = (message: unknown) => started.push(Started.parse(message).process);
beforeEach(() => {
  started.length = 0;
  subscribe("child_process", note);
});
afterEach(() => {
  unsubscribe("child_process", note);
  vi.unstubAllEnvs();
});

describe("a process that renders", () => {
  test("is started once and renders one story after the other", async () => {
    const rendering = createRenderProcess(settings);
    for (let n = 0; n < 20; n += 1) expect(await rendering.answer(hello)).toMatchObject(rendered);
    expect(started.length).toBe(1);
    await rendering.end();
  });

  test("is gone when it is ended, in the middle of a story too", async () => {
    const rendering = createRenderProcess(settings);
    await rendering.answer(hello);
    const answers = Promise.allSettled([rendering.answer(endless)]);
    await sleep(100);
    await rendering.end();
    expect(await answers).toMatchObject([{ reason: { message: "The renderer was closed." } }]);
    expect(started.map(({ signalCode }) => signalCode)).toEqual(["SIGKILL"]);
    await expect(rendering.answer(hello)).rejects.toThrow("closed");
  });

  test("is gone when it is ended while it is being started", async () => {
    const rendering = createRenderProcess(settings);
    const answers = Promise.allSettled([rendering.answer(hello)]);
    await rendering.end();
    expect(await answers).toMatchObject([{ reason: { message: "The renderer was closed." } }]);
    expect(started.map(({ signalCode }) => signalCode)).toEqual(["SIGKILL"]);
  });

  test("says why it cannot be started", async () => {
    const nowhere = createRenderProcess({ ...settings, root: "/nonexistent" });
    await expect(nowhere.answer(hello)).rejects.toThrow("cannot be started");
    const elsewhere = createRenderProcess({ ...settings, root: `${process.cwd()}/docs` });
    await expect(elsewhere.answer(hello)).rejects.toMatchObject({
      message: expect.stringContaining("cannot be started"),
      cause: { message: expect.stringContaining("render.child.ts") },
    });
  });

  test("refuses a text for its memory, in a process that prints nothing", async () => {
    const script = `
      import { createRenderer } from "./knowledge/text/renderer";
      const renderer = createRenderer({ memory: 48, deadline: 60_000 });
      const answer = await renderer.render("- a\\n".repeat(120_000), { citations: [] });
      console.log(answer.faults[0].message);
      await renderer.close();
    `;
    const { stdout, stderr } = await run(script);
    expect(stdout.trim()).toBe("This text needs more than 48 MB to render. Split it.");
    expect(stderr).toBe("");
  }, 120_000);

  test("lets the process that ordered end while it is idle", async () => {
    const script = `
      import { createRenderer } from "./knowledge/text/renderer";
      const answer = createRenderer().render("Hello", { citations: [] });
      void answer.then(({ kind }) => console.log(kind));
    `;
    expect((await run(script)).stdout.trim()).toBe("rendered");
  }, 120_000);

  test("ends by itself when the process that ordered was killed in the middle of a story", async () => {
    const script = `
      import { subscribe } from "node:diagnostics_channel";
      import { createRenderer } from "./knowledge/text/renderer";
      const started = [];
      subscribe("child_process", ({ process }) => started.push(process));
      const renderer = createRenderer({ deadline: 1_000 });
      await renderer.render("Hello", { citations: [] });
      void renderer.render("] ".repeat(50_000), { citations: [] });
      setTimeout(() => console.log(started.at(-1).pid), 200);
    `;
    const ordering = spawn(process.execPath, argumentsFor(script), {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(createInterface({ input: ordering.stdout }), "line");
    const pid = z.coerce.number().int().min(2).parse(line);
    expect(runs(pid)).toBe(true);
    ordering.kill("SIGKILL");
    while (runs(pid)) await sleep(50);
  });

  test.each(["SIGKILL", "SIGTERM", "SIGINT"] as const)(
    "gives a story a second try when the first was ended from outside, by %s",
    async (signal) => {
      const rendering = createRenderProcess(settings);
      await rendering.answer(hello);
      // It cannot be done with the story before the signal comes.
      const answer = rendering.answer(long);
      started[0]?.kill(signal);
      expect(await answer).toMatchObject({ kind: "rendered" });
      expect(started.map(({ signalCode }) => signalCode)).toEqual([signal, null]);
      await rendering.end();
    },
  );

  test("refuses a story with which it ends twice, and renders the next one", async () => {
    const rendering = createRenderProcess(settings);
    await rendering.answer(hello);
    started[0]?.kill("SIGKILL");
    const answer = rendering.answer(endless);
    await vi.waitFor(() => expect(started.length).toBe(2), 30_000);
    started[1]?.once("message", () => started[1]?.kill("SIGKILL"));
    expect(await answer).toMatchObject({
      kind: "refused",
      faults: [{ message: expect.stringContaining("ended the program") }],
    });
    expect(await rendering.answer(hello)).toMatchObject(rendered);
    expect(started.length).toBe(3);
    await rendering.end();
  });

  test("is given up when it does not answer at all", async () => {
    const rendering = createRenderProcess({ ...settings, silence: 3_000 });
    await rendering.answer(hello);
    started[0]?.kill("SIGSTOP");
    expect(await rendering.answer(hello)).toMatchObject({ kind: "refused" });
    expect(started[0]?.signalCode).toBe("SIGKILL");
    expect(await rendering.answer(hello)).toMatchObject(rendered);
    await rendering.end();
  });

  test("is out of reach of the terminal's Ctrl-C, in a group of its own", async () => {
    const rendering = createRenderProcess(settings);
    await rendering.answer(hello);
    const group = started[0]?.pid ?? 0;
    expect(group).toBeGreaterThan(1);
    expect(() => process.kill(-group, 0)).not.toThrow();
    await rendering.end();
  });

  test.runIf(process.platform === "linux")("is told no secret", async () => {
    vi.stubEnv("SECRET", "not-for-texts");
    vi.stubEnv("DATABASE_URL", "postgres://not-for-texts");
    const rendering = createRenderProcess(settings);
    await rendering.answer(hello);
    const environment = readFileSync(`/proc/${started[0]?.pid}/environ`, "utf8");
    expect(environment).toContain("NODE_CHANNEL_FD");
    expect(environment).not.toContain("not-for-texts");
    await rendering.end();
  });
});

/** What a script prints that is run from the project's folder as a process of its own. */
function run(script: string): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, argumentsFor(script), { timeout: 100_000 });
}

function argumentsFor(script: string): string[] {
  return ["--import", "tsx", "--input-type=module", "--eval", script];
}

/** Whether a process computes; one that has ended may stay listed where nobody asks after it. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
