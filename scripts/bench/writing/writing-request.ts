import { readArguments } from "#server/command";

/** What `hindsight bench writing` is told to measure. */
export interface WritingBenchRequest {
  /** How many letters are typed in each field. */
  readonly letters: number;
  /** Bytes of the review as a file. */
  readonly bytes: number;
  /** The folder for what the browser recorded, which its developer tools can open; null: none. */
  readonly traces: string | null;
}

const usage = "hindsight bench writing [--letters n] [--bytes n] [--traces folder]";

/** Reads the arguments after `writing`: 300 letters in a review of 100 kB unless told otherwise. */
export function readWritingRequest(
  args: readonly string[],
): { kind: "read"; request: WritingBenchRequest } | { kind: "faulty"; sentence: string } {
  const options = {
    letters: { type: "string" },
    bytes: { type: "string" },
    traces: { type: "string" },
  } as const;
  const read = readArguments(args, options, usage);
  if (read.kind === "faulty") return read;
  const letters = Number(read.values.letters ?? "300");
  const bytes = Number(read.values.bytes ?? "100000");
  if (![letters, bytes].every((number) => Number.isInteger(number) && number > 0)) {
    return {
      kind: "faulty",
      sentence: `--letters and --bytes are whole numbers from 1.\nUsage: ${usage}`,
    };
  }
  return { kind: "read", request: { letters, bytes, traces: read.values.traces ?? null } };
}
