import { chanceFrom } from "../chance";
import { machine, withOwnSite } from "../own-site";
import { print } from "../print";
import { withOwnPostgres } from "../temporary-database";
import { withTemporaryFolder } from "../temporary-folder";
import { BarestSearch, longestStatement } from "./barest";
import { growingLibrary } from "./growing-library";
import { searchMaterial } from "./material";
import { measuredSearch, type Measured } from "./measured";
import { growthOf, reportOf } from "./report";
import type { SearchBenchRequest } from "./search-request";
import { mixInWords, mixSeed, queryShapes, typedBeginnings, type Shape } from "./shapes";

/** How many queries are measured. */
const queries = 200;
/** How many names and words are typed letter by letter. */
const typedNames = 60;

interface Mix {
  readonly shapes: readonly Shape[];
  readonly typed: readonly string[];
}

/**
 * Measures and prints how fast search answers as the library grows, with one server on a database of
 * its own, beside hand-written SQL for the same rows in the same run. What was started is taken down
 * and what was written is removed when it ends, also when it is stopped; it then rejects.
 */
export async function benchSearch(request: SearchBenchRequest, stop: AbortSignal): Promise<void> {
  print(machine());
  const material = await searchMaterial();
  const shapes = queryShapes(queries, material, chanceFrom(mixSeed));
  const mix = { shapes, typed: typedBeginnings(typedNames, material, chanceFrom(mixSeed)) };
  print(`${mixInWords(shapes, mixSeed)}; ${mix.typed.length} beginnings of ${typedNames} names.`);
  print("Searches for machines are never kept; pages and suggestions are forgotten before each");
  print("round and asked for once in it, so all are computed but those under “kept”.");
  print("The SQL runs over one connection of pg, without the program, and brings the first 20");
  print("incidents and their number, those of words by date. Measured apart, once for each query:");
  print(
    `words by ts_rank, and facets by GROUP BY. What takes ${longestStatement / 1_000} s is given up.`,
  );
  await withTemporaryFolder(async (folder) => {
    const at = (databaseUrl: string) =>
      measuredAt({ ...request, ...mix, databaseUrl, folder }, stop);
    if (request.on !== null) {
      await at(request.on);
      return;
    }
    await withOwnPostgres(folder, async ({ url }) => {
      const library = await growingLibrary(url, print, stop);
      const sizes: Measured[] = [];
      for (const size of request.sizes) {
        await library.growTo(size);
        sizes.push(await at(url));
      }
      if (sizes.length > 1) print(growthOf(sizes));
    });
  });
}

async function measuredAt(
  {
    databaseUrl,
    folder,
    ...measuring
  }: SearchBenchRequest & Mix & { databaseUrl: string; folder: string },
  stop: AbortSignal,
): Promise<Measured> {
  return withOwnSite({ databaseUrl, folder, processes: 1, stop }, async ([origin = ""]) => {
    const barest = await BarestSearch.open(databaseUrl);
    try {
      const measured = await measuredSearch({ ...measuring, origin, databaseUrl, barest, stop });
      print(reportOf(measured));
      return measured;
    } finally {
      await barest.close();
    }
  });
}
