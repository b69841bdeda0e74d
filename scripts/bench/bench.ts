import { benchImports } from "./imports";
import { machine, withOwnSite } from "./own-site";
import { benchPages, benchStaleness, forgetEverything, type PageBench } from "./pages";
import { print } from "./print";
import { withPublishing } from "./publication";
import { benchSizes } from "./sizes";
import { withOwnPostgres } from "./temporary-database";
import { withTemporaryFolder } from "./temporary-folder";

export type BenchRequest = {
  /** Origins of running servers to measure; none: two are started, with a database of their own. */
  origins: readonly string[];
  /** The running servers' database, through which they are told to forget what they keep. */
  databaseUrl?: string | undefined;
  /** Path of the page to put load on: an incident's. */
  page: string;
  /** Seconds of load on each of two servers, in each form. */
  seconds: number;
  /** How many generated documents to import, run by run. */
  counts: readonly number[];
};

/**
 * Measures and prints everything. What was started is taken down and what was written is removed
 * when it ends, also when it is stopped; it then rejects.
 */
export async function bench(request: BenchRequest, stop: AbortSignal): Promise<void> {
  print(machine());
  const [first, ...others] = request.origins;
  if (first === undefined) return benchOwn(request, stop);
  const before = await forgetEverything(request.databaseUrl);
  await benchPages({ ...request, origins: [first, ...others], before, stop });
}

async function benchOwn(request: BenchRequest, stop: AbortSignal): Promise<void> {
  await withTemporaryFolder((folder) =>
    withOwnPostgres(folder, async (postgres) => {
      const databaseUrl = postgres.url;
      await withOwnSite(
        { databaseUrl, folder, processes: 2, stop },
        async ([first = "", ...others]) => {
          const pages: PageBench = {
            ...request,
            origins: [first, ...others],
            before: "not yet rendered",
            stop,
          };
          await benchPages(pages);
          await benchSizes(first, request.page);
          const slug = request.page.split("/").at(-1) ?? "";
          await withPublishing(databaseUrl, slug, (publish) => benchStaleness(publish, pages));
        },
      );
      await benchImports({ postgres, counts: request.counts, stop });
    }),
  );
}
