import * as z from "zod";

const Part = z.object({
  what: z.string(),
  to: z.string(),
  from: z.number(),
  until: z.number(),
  note: z.string().optional(),
});

const Incident = z.object({
  title: z.string().nullable(),
  started: z.string().nullable(),
  hasRootCause: z.boolean(),
  warnings: z.array(z.string()),
  lines: z.array(z.string()),
  entries: z.array(z.object({ at: z.string(), text: z.string() })),
  document: z.object({ record: z.record(z.string(), z.unknown()), story: z.string() }),
  report: z.object({
    recognised: z.array(Part),
    guessed: z.array(Part),
    leftAsText: z.array(Part),
    dropped: z.array(z.object({ text: z.string(), line: z.number(), reason: z.string() })),
  }),
});
export type ReadIncident = z.infer<typeof Incident>;

const Answer = z.object({
  turn: z.number(),
  title: z.string().nullable(),
  warnings: z.array(z.string()),
  incidents: z.array(Incident),
});

/** What was read out of a file. */
export interface ReadFile {
  readonly name: string;
  readonly warnings: readonly string[];
  readonly incidents: readonly ReadIncident[];
}

/** What a person decides where the original does not say; empty where nothing. */
export interface Choices {
  readonly zone: string;
  readonly day: string;
}

/** Largest file that is read, in bytes. A review of this size is none. */
export const largest = 5_000_000;

/** Milliseconds after which reading is given up. */
const longestReading = 20_000;

let turns = 0;

/** Reads a file in a worker of its own, which ends with it, whatever the file does. */
export function readFile(
  { name, bytes }: { name: string; bytes: Uint8Array },
  choices: Choices,
): Promise<ReadFile> {
  const given = (sentence: string): ReadFile => ({ name, warnings: [sentence], incidents: [] });
  const address = process.env.READING_SCRIPT;
  if (bytes.length > largest || address === undefined) {
    const sentence = `It has ${Math.round(bytes.length / 1_000_000)} MB, and at most ${largest / 1_000_000} MB are read. Nothing of it was taken.`;
    return Promise.resolve(given(sentence));
  }
  turns += 1;
  const worker = new Worker(address, { type: "module" });
  return new Promise((resolve) => {
    const end = (read: ReadFile) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(read);
    };
    const timer = setTimeout(() => {
      end(given("It takes too long to read. Nothing of it was taken; try a part of it."));
    }, longestReading);
    worker.addEventListener("error", () => end(given("It could not be read; that is our fault.")));
    worker.addEventListener("message", ({ data }) => {
      const { warnings, incidents } = Answer.parse(data);
      end({ name, warnings, incidents });
    });
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage({ turn: turns, name, bytes, ...choices });
  });
}
