import * as z from "zod";

import { whyUnread } from "#knowledge/review/post-mortem/unread-file";

import type { Choices } from "./choices";

const Part = z.object({
  what: z.string(),
  to: z.string(),
  from: z.number(),
  until: z.number(),
  note: z.string().optional(),
});

const Entry = z.object({ at: z.string(), text: z.string() });

const Incident = z.object({
  title: z.string().nullable(),
  started: z.string().nullable(),
  hasRootCause: z.boolean(),
  lines: z.array(z.string()),
  entries: z.array(Entry),
  waiting: z.array(Entry),
  zone: z.string().nullable(),
  people: z.array(z.object({ name: z.string(), part: z.string() })),
  document: z.object({ record: z.record(z.string(), z.unknown()), story: z.string() }),
  report: z.object({
    recognised: z.array(Part),
    guessed: z.array(Part),
    leftAsText: z.array(Part),
    dropped: z.array(z.object({ text: z.string(), line: z.number(), reason: z.string() })),
    lookAt: z.array(z.string()),
  }),
});
export type ReadIncident = z.infer<typeof Incident>;

const Answer = z.object({
  title: z.string().nullable(),
  warnings: z.array(z.string()),
  incidents: z.array(Incident),
});

/** A file that was chosen, or a text that was pasted. */
export interface Taken {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was read out of a file. */
export interface ReadFile {
  readonly name: string;
  readonly warnings: readonly string[];
  readonly incidents: readonly ReadIncident[];
}

/** Largest file that is read, in bytes. A review of this size is none. */
export const largest = 5_000_000;

/** Milliseconds after which reading is given up. */
const longestReading = 20_000;

const given = (name: string, sentence: string): ReadFile => ({
  name,
  warnings: [sentence],
  incidents: [],
});
const ourFault = "It could not be read; that is our fault.";

/** What the worker answered; says that the fault is ours where that is no answer. */
export function fileRead(name: string, posted: unknown): ReadFile {
  const answer = Answer.safeParse(posted);
  if (!answer.success) return given(name, ourFault);
  const { warnings, incidents } = answer.data;
  return { name, warnings, incidents };
}

/** Reads a file in a worker of its own, which ends with it, whatever the file does, or when stopped. */
export function readFile(
  { name, bytes }: Taken,
  choices: Choices,
  stopped: AbortSignal,
): Promise<ReadFile> {
  const address = process.env.READING_SCRIPT;
  if (bytes.length > largest || address === undefined) {
    const tooLong = `It has ${Math.round(bytes.length / 1_000_000)} MB, and at most ${largest / 1_000_000} MB are read. Nothing of it was taken.`;
    return Promise.resolve(given(name, whyUnread(bytes) ?? tooLong));
  }
  const worker = new Worker(address, { type: "module" });
  return new Promise((resolve) => {
    const end = (read: ReadFile) => {
      clearTimeout(timer);
      stopped.removeEventListener("abort", stop);
      worker.terminate();
      resolve(read);
    };
    const stop = () => end(given(name, "It was not read to its end."));
    const timer = setTimeout(() => {
      end(given(name, "It takes too long to read. Nothing of it was taken; try a part of it."));
    }, longestReading);
    stopped.addEventListener("abort", stop);
    worker.addEventListener("error", () => end(given(name, ourFault)));
    worker.addEventListener("messageerror", () => end(given(name, ourFault)));
    worker.addEventListener("message", ({ data }) => end(fileRead(name, data)));
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage({ name, bytes, now: Date.now(), ...choices });
  });
}
