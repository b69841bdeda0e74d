import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";

import { stalenessAfter } from "./staleness";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A process that shows the new page so many milliseconds after it was published. */
async function processLagging(lag: number, published: () => number | null): Promise<string> {
  const server = createServer((_request, response) => {
    const since = published();
    response.end(since !== null && performance.now() - since >= lag ? "new" : "old");
  });
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}`;
}

test("staleness lasts until the slowest process serves the new page", async () => {
  let since: number | null = null;
  const origins = [await processLagging(0, () => since), await processLagging(150, () => since)];
  const publish = () => {
    since = performance.now();
    return Promise.resolve({ isNew: (html: string) => html === "new" });
  };
  const delay = await stalenessAfter(publish, origins, "/a");
  expect(delay).toBeGreaterThanOrEqual(140);
  expect(delay).toBeLessThan(2000);
});
