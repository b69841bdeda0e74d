import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Client } from "pg";

import { type Listening, started } from "./child-process";
import { loaded, type LoadFigures } from "./load";
import { fetched } from "./request";
import { type Publish, stalenessAfter } from "./staleness";
import { table } from "./table";

export type BenchOptions = {
  /** Origins of running production servers that share a database; none: one is started. */
  origins: readonly string[];
  /** Path of the page to load. */
  page: string;
  /** Seconds of load on each of the two servers, in each form. */
  seconds: number;
  /** The servers' database, through which they are told to forget what they keep. */
  databaseUrl?: string | undefined;
  /** Publishes a change; without it staleness is not measured. */
  publish?: Publish | undefined;
};

const CONNECTIONS = 16;
const ROUNDS = 5;
const PAGES_FOR_FIRST_BYTE = 50;
const PAGE = "/incidents/cloudflare-2025-11-bot-management";
const project = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The verb `bench`: measures how fast pages are served and prints it. Options on the command line:
 * `--address` (repeatable: origins of running servers), `--page`, `--seconds`, `--database`.
 */
export async function benchFromCommandLine(args: string[], publish?: Publish): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      address: { type: "string", multiple: true, default: [] },
      page: { type: "string", default: PAGE },
      seconds: { type: "string", default: "10" },
      database: { type: "string" },
    },
  });
  await benchPages({
    origins: values.address.map((address) => new URL(address).origin),
    page: values.page,
    seconds: Number(values.seconds) || 10,
    databaseUrl: values.database,
    publish,
  });
  return 0;
}

/** Measures and prints everything; see `BenchOptions`. */
export async function benchPages(options: BenchOptions): Promise<void> {
  const own = options.origins.length === 0 ? await ownServer() : null;
  try {
    const origins = own ? [own.address] : options.origins;
    const [origin = ""] = origins;
    const before = own ? "not yet rendered" : await forgetEverything(options.databaseUrl);
    await firstBytes(origin, before);
    await hits(origin, options);
    await staleness(origins, options);
  } finally {
    await own?.stop();
  }
}

/** A server on a free port with a data folder of its own, both gone when it is stopped. */
async function ownServer(): Promise<Listening> {
  const folder = await mkdtemp(path.join(tmpdir(), "hindsight-bench-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const environment = { PORT: "0", DATA_DIR: folder, DATABASE_URL: "", PUBLIC_URL: "" };
  const command = [path.join(project, "bin/hindsight.mjs"), "start"];
  try {
    const server = await started(command, environment, print);
    const stop = async () => {
      await server.stop();
      await remove();
    };
    return { address: new URL(server.address).origin, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function firstBytes(origin: string, before: string): Promise<void> {
  const pages = (await addressesIn(`${origin}/sitemap.xml`)).slice(0, PAGES_FOR_FIRST_BYTE);
  // The first page of all also loads code; that is the start's cost, not a page's.
  await fetched(`${origin}/`);
  const delays: number[] = [];
  for (const page of pages) {
    delays.push((await fetched(`${origin}${page}`, { "accept-encoding": "br" })).firstByte);
  }
  delays.sort((one, other) => one - other);
  const at = (share: number) => delays[Math.floor(delays.length * share)]?.toFixed(1) ?? "unknown";
  print(`\nFirst byte of ${pages.length} pages, one after the other, each ${before}:`);
  print(`  median ${at(0.5)} ms, slowest tenth from ${at(0.9)} ms, slowest ${at(0.999)} ms`);
}

async function forgetEverything(databaseUrl: string | undefined): Promise<string> {
  if (databaseUrl === undefined) return "perhaps rendered before (no --database to forget by)";
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_notify('page_tags', $1)", [JSON.stringify("*")]);
  } finally {
    await client.end();
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return "not yet rendered";
}

async function addressesIn(sitemap: string): Promise<string[]> {
  const { body } = await fetched(sitemap);
  const listed = body.toString("utf8").matchAll(/<loc>([^<]+)<\/loc>/g);
  return [...listed].map(([, address = ""]) => new URL(address).pathname);
}

async function hits(origin: string, { page, seconds }: BenchOptions): Promise<void> {
  const address = `${origin}${page}`;
  const share = Math.max(1, Math.round(seconds / ROUNDS));
  const rows: string[][] = [];
  for (const encoding of ["identity", "br"] as const) {
    const { status, body } = await fetched(address, { "accept-encoding": encoding });
    if (status !== 200) throw new Error(`${address} answers ${status}`);
    const bareScript = fileURLToPath(new URL("bare-server.ts", import.meta.url));
    const bare = await started(["--import", "tsx", bareScript, address, encoding], {}, print);
    try {
      const load = { connections: CONNECTIONS, encoding };
      // Both are warmed, then measured by turns, so that neither has the machine's better moment.
      await loaded({ ...load, address, seconds: 2 });
      await loaded({ ...load, address: bare.address, seconds: 2 });
      const runs: { bare: LoadFigures; layer: LoadFigures }[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        runs.push({
          bare: await loaded({ ...load, address: bare.address, seconds: share }),
          layer: await loaded({ ...load, address, seconds: share }),
        });
      }
      rows.push(...rowsOf(encoding, body.length, runs));
    } finally {
      await bare.stop();
    }
  }
  print(`\n${page}, ${CONNECTIONS} connections, median of ${ROUNDS} runs by turns:`);
  print(table(["form", "bytes", "server", "req/s", "p50 ms", "p99 ms", "failed", "ratio"], rows));
}

function rowsOf(
  encoding: string,
  bytes: number,
  runs: readonly { bare: LoadFigures; layer: LoadFigures }[],
): string[][] {
  const bare = middle(runs.map((run) => run.bare));
  const layer = middle(runs.map((run) => run.layer));
  // Of neighbouring runs, since the machine may have other work in one minute than in the next.
  const ratio = median(runs.map((run) => run.layer.perSecond / run.bare.perSecond)).toFixed(2);
  const cells = (name: string, { perSecond, p50, p99, failed }: LoadFigures, last: string) => {
    const measured = [perSecond.toFixed(0), String(p50), String(p99), String(failed)];
    return [encoding, String(bytes), name, ...measured, last];
  };
  return [cells("bare node:http", bare, ""), cells("Hindsight", layer, ratio)];
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function middle(figures: readonly LoadFigures[]): LoadFigures {
  const sorted = figures.toSorted((one, other) => one.perSecond - other.perSecond);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (found === undefined) throw new Error("there was no run to take the middle of");
  return found;
}

async function staleness(
  origins: readonly string[],
  { publish, page }: BenchOptions,
): Promise<void> {
  if (publish === undefined) return;
  const delay = await stalenessAfter(publish, origins, page);
  print(`\nAfter a publication all ${origins.length} processes serve the new page:`);
  print(`  ${delay.toFixed(0)} ms after it was committed`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
