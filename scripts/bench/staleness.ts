import { setTimeout as pause } from "node:timers/promises";

import { fetched } from "./request";

/** Changes something that a page shows, and says how to know the changed page. */
export type Publish = () => Promise<{ isNew: (html: string) => boolean }>;

/**
 * Milliseconds from the end of a publication until every one of these processes serves the new page
 * at `path`, asked again and again. The old page is asked for first, so that each process keeps it.
 * Infinity if one still serves the old page after ten seconds.
 */
export async function stalenessAfter(
  publish: Publish,
  origins: readonly string[],
  path: string,
): Promise<number> {
  await Promise.all(origins.map((origin) => fetched(`${origin}${path}`)));
  const { isNew } = await publish();
  const published = performance.now();
  const delays = origins.map(async (origin) => {
    while (performance.now() - published < 10_000) {
      const { body } = await fetched(`${origin}${path}`);
      if (isNew(body.toString("utf8"))) return performance.now() - published;
      await pause(5);
    }
    return Number.POSITIVE_INFINITY;
  });
  return Math.max(...(await Promise.all(delays)));
}
