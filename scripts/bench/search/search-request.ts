import { readArguments } from "#server/command";

/** What `hindsight bench search` is told to measure. */
export interface SearchBenchRequest {
  /** Numbers of incidents, ascending. */
  readonly sizes: readonly number[];
  /** An existing database to measure as it is, in place of those of these sizes. */
  readonly on: string | null;
  /** How often each query is asked. */
  readonly rounds: number;
  /** How long many search at once. */
  readonly seconds: number;
}

const usage = "hindsight bench search [incidents …] [--on database-url] [--rounds n] [--seconds n]";

const usualSizes = ["1000", "10000", "100000"];

/**
 * Reads the arguments after `search`: how many incidents (1,000, 10,000 and 100,000 unless told) or,
 * with `--on`, a database that stands already. The server that is started on that one brings it to
 * this version and imports the content, as every start does.
 */
export function readSearchRequest(
  args: readonly string[],
): { kind: "read"; request: SearchBenchRequest } | { kind: "faulty"; sentence: string } {
  const options = {
    on: { type: "string" },
    rounds: { type: "string" },
    seconds: { type: "string" },
  } as const;
  const read = readArguments(args, options, usage);
  if (read.kind === "faulty") return read;
  const { on = null } = read.values;
  const fault = faultIn(on, read.positionals);
  if (fault !== null) return faulty(fault);
  const sizes = wholeNumbers(read.positionals.length > 0 ? read.positionals : usualSizes);
  const rounds = wholeNumber(read.values.rounds, 5);
  const seconds = wholeNumber(read.values.seconds, 20);
  if (sizes === null || rounds === null || seconds === null) {
    return faulty("Incidents, --rounds and --seconds are whole numbers from 1.");
  }
  const ascending = [...new Set(sizes)].toSorted((one, other) => one - other);
  return { kind: "read", request: { sizes: ascending, on, rounds, seconds } };
}

function faultIn(on: string | null, sizes: readonly string[]): string | null {
  if (on === null) return null;
  if (!URL.canParse(on)) return "--on takes the address of a database.";
  return sizes.length === 0
    ? null
    : "A database has the size that it has: give either --on or numbers of incidents.";
}

function faulty(sentence: string) {
  return { kind: "faulty" as const, sentence: `${sentence}\nUsage: ${usage}` };
}

/** Null when one of the texts is anything but a whole number from 1. */
function wholeNumbers(texts: readonly string[]): number[] | null {
  const numbers = texts.map(Number);
  return numbers.every((number) => Number.isInteger(number) && number > 0) ? numbers : null;
}

function wholeNumber(text: string | undefined, usual: number): number | null {
  const [number = usual] = wholeNumbers(text === undefined ? [] : [text]) ?? [null];
  return number;
}
