import { fileURLToPath } from "node:url";
import { Client } from "pg";

import { started } from "./child-process";
import { loaded, type LoadFigures } from "./load";
import { print } from "./print";
import { fetched } from "./request";
import { sitemapAddresses } from "./sitemap-addresses";
import { type Publish, stalenessAfter } from "./staleness";
import { table } from "./table";

export type PageBench = {
  /** Origins of running production servers that share a database; load is put on the first. */
  origins: readonly [string, ...string[]];
  /** Path of the page to load. */
  page: string;
  /** Seconds of load on each of the two servers, in each form. */
  seconds: number;
  /** What the pages are at first, such as "not yet rendered". */
  before: string;
  stop: AbortSignal;
};

const CONNECTIONS = 16;
const ROUNDS = 5;
const PAGES_FOR_FIRST_BYTE = 50;
const PUBLICATIONS = 5;

/** Measures and prints how soon a page is there, and how many a second there are from then on. */
export async function benchPages(options: PageBench): Promise<void> {
  await firstBytes(options);
  await hits(options);
}

async function firstBytes({ origins: [origin], before, stop }: PageBench): Promise<void> {
  const listed = await sitemapAddresses(origin);
  const apart = Math.max(1, Math.floor(listed.length / PAGES_FOR_FIRST_BYTE));
  // Evenly from the whole sitemap, so that each kind of page is among them.
  const pages = listed.filter((_, at) => at % apart === 0).slice(0, PAGES_FOR_FIRST_BYTE);
  // The first page of all also loads code; that is the start's cost, not a page's.
  await fetched(`${origin}/`);
  const delays: number[] = [];
  for (const page of pages) {
    stop.throwIfAborted();
    delays.push((await fetched(`${origin}${page}`, { "accept-encoding": "br" })).firstByte);
  }
  delays.sort((one, other) => one - other);
  const at = (share: number) => delays[Math.floor(delays.length * share)]?.toFixed(1) ?? "unknown";
  print(`\nFirst byte of ${pages.length} pages, one after the other, each ${before}:`);
  print(`  median ${at(0.5)} ms, slowest tenth from ${at(0.9)} ms, slowest ${at(0.999)} ms`);
}

/**
 * Tells the servers of this database to forget every page they keep, and says what the pages are
 * then; without a database nothing can be told.
 */
export async function forgetEverything(databaseUrl: string | undefined): Promise<string> {
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

async function hits({ origins: [origin], page, seconds, stop }: PageBench): Promise<void> {
  const address = `${origin}${page}`;
  const share = Math.max(1, Math.round(seconds / ROUNDS));
  const rows: string[][] = [];
  for (const encoding of ["identity", "br"] as const) {
    const load = { connections: CONNECTIONS, encoding };
    // Before the bare server takes its copy: a page that many ask for is packed smaller by then.
    await loaded({ ...load, address, seconds: 2 });
    const { status, body } = await fetched(address, { "accept-encoding": encoding });
    if (status !== 200) throw new Error(`${address} answers ${status}`);
    const bareScript = fileURLToPath(new URL("bare-server.ts", import.meta.url));
    const bare = await started({
      args: ["--import", "tsx", bareScript, address, encoding],
      stop,
    });
    try {
      await loaded({ ...load, address: bare.address, seconds: 2 });
      // By turns, so that neither has the machine's better moment.
      const runs: { bare: LoadFigures; layer: LoadFigures }[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        stop.throwIfAborted();
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

/** Publishes several times and prints how long it took until every server served the new page. */
export async function benchStaleness(
  publish: Publish,
  { origins, page, stop }: Pick<PageBench, "origins" | "page" | "stop">,
): Promise<void> {
  const delays: number[] = [];
  while (delays.length < PUBLICATIONS) {
    stop.throwIfAborted();
    delays.push(await stalenessAfter(publish, origins, page));
  }
  print(
    `\nUntil all ${origins.length} processes serve the new page, after a publication was committed:`,
  );
  print(`  median ${median(delays).toFixed(0)} ms, longest ${Math.max(...delays).toFixed(0)} ms`);
}
