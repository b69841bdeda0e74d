import { type BenchRequest, bench } from "../../scripts/bench/bench";
import { benchSearch } from "../../scripts/bench/search/search-bench";
import { readSearchRequest } from "../../scripts/bench/search/search-request";
import { benchWriting } from "../../scripts/bench/writing/writing-bench";
import { readWritingRequest } from "../../scripts/bench/writing/writing-request";
import { readArguments } from "#server/command";
import { complain, say } from "#server/progress";
import { listenForStop } from "#server/stopping";

const usage =
  "hindsight bench [--page path] [--seconds n] [--documents n …] [--address origin … [--database url]]\n" +
  "   or: hindsight bench search [incidents …] [--on database-url] [--rounds n] [--seconds n]\n" +
  "   or: hindsight bench writing [--letters n] [--bytes n] [--traces folder]";

const PAGE = "/incidents/cloudflare-2025-11-bot-management";

/**
 * `hindsight bench`: measures how fast pages are served, how soon a publication is seen, how large
 * pages are, and how long an import takes; on servers and a database of its own, which are gone
 * afterwards. `--documents` says how many generated documents to import (repeatable; 0: none).
 * With `--address` (repeatable) it measures the pages of running servers instead and changes nothing.
 * `hindsight bench search` measures searching instead, at several sizes of a library;
 * `hindsight bench writing` what a key costs in the editor of a long review.
 */
export async function run(args: string[]): Promise<number> {
  const work = workOf(args);
  if (work.kind === "faulty") {
    complain(work.sentence);
    return 1;
  }
  const { stop } = listenForStop();
  try {
    await work.measure(stop);
    return 0;
  } catch (error) {
    if (!stop.aborted) throw error;
    say("Stopped before the end.");
    return 1;
  }
}

type Work =
  | { kind: "read"; measure: (stop: AbortSignal) => Promise<void> }
  | { kind: "faulty"; sentence: string };

function workOf(args: readonly string[]): Work {
  if (args[0] === "search") {
    const read = readSearchRequest(args.slice(1));
    return read.kind === "faulty"
      ? read
      : { kind: "read", measure: (stop) => benchSearch(read.request, stop) };
  }
  if (args[0] === "writing") {
    const read = readWritingRequest(args.slice(1));
    return read.kind === "faulty"
      ? read
      : { kind: "read", measure: (stop) => benchWriting(read.request, stop) };
  }
  const read = requestIn(args);
  return read.kind === "faulty"
    ? read
    : { kind: "read", measure: (stop) => bench(read.request, stop) };
}

function requestIn(
  args: readonly string[],
): { kind: "read"; request: BenchRequest } | { kind: "faulty"; sentence: string } {
  const options = {
    address: { type: "string", multiple: true },
    database: { type: "string" },
    page: { type: "string" },
    seconds: { type: "string" },
    documents: { type: "string", multiple: true },
  } as const;
  const read = readArguments(args, options, usage);
  if (read.kind === "faulty") return read;
  const { address = [], page = PAGE, seconds = "10", documents = ["1000", "10000"] } = read.values;
  const figures = [seconds, ...documents].map(Number);
  if (figures.some((figure) => !Number.isInteger(figure) || figure < 0)) {
    return { kind: "faulty", sentence: `--seconds and --documents take numbers.\nUsage: ${usage}` };
  }
  const faulty = address.find((one) => !URL.canParse(one));
  if (faulty !== undefined) {
    return { kind: "faulty", sentence: `--address ${faulty} is no address.\nUsage: ${usage}` };
  }
  return {
    kind: "read",
    request: {
      origins: address.map((one) => new URL(one).origin),
      databaseUrl: read.values.database,
      page,
      seconds: Number(seconds),
      counts: documents.map(Number).filter((count) => count > 0),
    },
  };
}
