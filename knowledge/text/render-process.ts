import { type ChildProcess, spawn } from "node:child_process";
import { Socket } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import { StoryAnswer, type StoryOrder } from "./story-answer";

/**
 * `root` is the project's folder, `deadline` milliseconds a story, `memory` MB a process, and
 * `silence` the milliseconds after which a process that does not answer at all is given up.
 */
export type ProcessSettings = { root: string; deadline: number; memory: number; silence: number };

/** A process that renders one story at a time. */
type RenderProcess = {
  answer(order: StoryOrder): Promise<StoryAnswer>;
  end(): Promise<void>;
};

/**
 * A process that is started with its first order, and started anew after it had to be stopped.
 * While it has nothing to do it does not keep this one alive, and it ends when this one does.
 *
 * It is no thread, because the memory of a thread has no safe limit: Node asks a thread to stop when
 * its heap is nearly full, and where that comes too late V8 aborts the process with all its threads.
 */
export function createRenderProcess(settings: ProcessSettings): RenderProcess {
  let child: Child | null = null;
  let ended = false;

  async function stop(): Promise<void> {
    const stopping = child;
    child = null;
    if (!stopping) return;
    keepAliveFor(stopping.program);
    stopping.program.kill("SIGKILL");
    await stopping.end;
  }

  async function attempt(task: Task): Promise<Outcome> {
    if (ended) throw new Error(CLOSED);
    child ??= startChild(settings);
    const { program, ready } = child;
    keepAliveFor(program);
    await within(settings.silence, ready).catch(async (cause: unknown) => {
      await stop();
      if (ended) throw new Error(CLOSED);
      throw new Error("The process that renders stories cannot be started.", { cause });
    });
    const outcome = await outcomeOf(child, task, settings.silence);
    if (outcome.kind === "answer") doNotKeepAliveFor(program);
    else await stop();
    if (ended) throw new Error(CLOSED);
    return outcome;
  }

  return {
    async answer(order) {
      const task = { order, time: settings.deadline + extraTime(order.markdown) };
      let outcome = await attempt(task);
      // Somebody from outside may have ended it, which is not the text's fault and rarely happens twice.
      if (outcome.kind === "ended") outcome = await attempt(task);
      if (outcome.kind === "answer") return outcome.answer;
      const message = refusal(outcome.kind, settings, task.time);
      return { kind: "refused", faults: [{ line: 1, message }] };
    },
    async end() {
      ended = true;
      await stop();
    },
  };
}

const CLOSED = "The renderer was closed.";

/** Rejects when something is not there after so many milliseconds. */
async function within(time: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It was not ready after ${time / 1000} s.`)), time);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

// An ordinary story of 100 kB takes a quarter of a second; the longest ones take one and a half.
function extraTime(markdown: string): number {
  return Math.max(0, Math.round((markdown.length - 100_000) / 200));
}

type Child = {
  program: ChildProcess;
  /** Settled when it has said it is ready, or has ended before, then with its last words. */
  ready: Promise<void>;
  end: Promise<Ending>;
};
type Ending = { code: number | null; signal: string | null; fault?: Error };

// A text that takes all memory makes V8 abort, and no file of that memory is wanted on the disk.
const WITHOUT_CORE_FILE = 'ulimit -c 0; exec "$0" "$@"';

function startChild({ root, memory }: ProcessSettings): Child {
  // Found from the project's folder, because bundled server code has no useful address of its own.
  const entry = join(root, "knowledge", "text", "render.child.ts");
  const node = [process.execPath, `--max-old-space-size=${memory}`, "--import", "tsx", entry];
  // Not `fork`, whose file the bundler would want to pack.
  const program = spawn("/bin/sh", ["-c", WITHOUT_CORE_FILE, ...node], {
    cwd: root,
    env: environment(),
    // Out of reach of the terminal, whose Ctrl-C is for the process that ordered.
    detached: true,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let words = "";
  program.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-LAST_WORDS);
  });
  const end = new Promise<Ending>((resolve) => {
    program.once("exit", (code, signal) => resolve({ code, signal }));
    // Stays for its life: an error that nobody listens to would end this process.
    program.on("error", (fault) => {
      if (program.pid === undefined) resolve({ code: null, signal: null, fault });
    });
  });
  const ready = new Promise<void>((resolve, reject) => {
    program.once("message", () => resolve());
    void end.then(({ code, signal, fault }) =>
      reject(fault ?? new Error(`It ended with ${signal ?? code}. ${words}`.trim())),
    );
  });
  return { program, ready, end };
}

const LAST_WORDS = 2_000;

/** What it needs of the environment; the secret and the way to the database are none of it. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_ENV, TMPDIR, LD_LIBRARY_PATH } = process.env;
  return { NODE_ENV, TMPDIR, LD_LIBRARY_PATH };
}

function keepAliveFor(program: ChildProcess): void {
  program.ref();
  program.channel?.ref();
}

function doNotKeepAliveFor(program: ChildProcess): void {
  program.unref();
  program.channel?.unref();
  if (program.stderr instanceof Socket) program.stderr.unref();
}

const Answer = z.object({ kind: z.literal("answer"), answer: StoryAnswer });

type Task = { order: StoryOrder; time: number };
type Outcome =
  | { kind: "answer"; answer: StoryAnswer }
  | { kind: "late" }
  | { kind: "memory" }
  | { kind: "ended" };

function outcomeOf({ program, end }: Child, task: Task, silence: number): Promise<Outcome> {
  return new Promise((resolve) => {
    // A busy main thread sees the timer before the answer that came long ago; letting the event
    // loop go round once gives the answer its turn.
    const timer = setTimeout(() => setImmediate(settle, { kind: "late" }), silence);
    function settle(outcome: Outcome): void {
      clearTimeout(timer);
      program.off("message", onMessage);
      resolve(outcome);
    }
    function onMessage(message: unknown): void {
      const { success, data } = Answer.safeParse(message);
      settle(success ? data : { kind: "ended" });
    }
    program.on("message", onMessage);
    void end.then((ending) => settle({ kind: reasonOf(ending) }));
    // What cannot be sent has no reader any more, and its end is heard of above.
    program.send(task, () => undefined);
  });
}

function reasonOf({ code, signal }: Ending): "late" | "memory" | "ended" {
  // Its watchdog's signal.
  if (signal === "SIGALRM") return "late";
  // How V8 ends a process whose heap is full; 134 is the same where there are no signals.
  if (signal === "SIGABRT" || code === 134) return "memory";
  return "ended";
}

function refusal(kind: "late" | "memory" | "ended", settings: ProcessSettings, time: number) {
  switch (kind) {
    case "late":
      return `This text takes longer than ${time / 1000} s to render. Split it, or put what is no prose between \`\`\` fences.`;
    case "memory":
      return `This text needs more than ${settings.memory} MB to render. Split it.`;
    case "ended":
      return "This text ended the program that renders it. Split it to find the part.";
  }
}
