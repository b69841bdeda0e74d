import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";

import { tagPage } from "#app/page-tags";
import { type FreshDatabase, freshDatabase } from "#server/testing/fresh-database";

import { DROPS_CHANNEL, listenForDrops, type Listening } from "./drops";
import { layerInFrontOf, type LayerUnderTest, writePage } from "./layer-under-test";

/** How long to wait for what happens at once, unless the machine is busy with other things. */
const PATIENCE = 20_000;

let database: FreshDatabase;
let publisher: Client;
beforeAll(async () => {
  database = await freshDatabase("empty");
  publisher = new Client({ connectionString: database.url });
  await publisher.connect();
});
afterAll(async () => {
  await publisher.end();
  await database.drop();
});

const open: { site: LayerUnderTest; listening: Listening }[] = [];
afterEach(async () => {
  for (const { site, listening } of open.splice(0)) {
    await listening.close();
    await site.close();
  }
});

/** One process of the site: every page shows how often it was rendered and is tagged by its path. */
async function oneProcess() {
  let renders = 0;
  const site = await layerInFrontOf((request, response) => {
    renders += 1;
    tagPage(`path:${request.url}`);
    writePage(response, `render ${renders}`);
  });
  const listening = listenForDrops({
    connectionString: database.url,
    layer: site.layer,
    firstPause: 50,
  });
  open.push({ site, listening });
  await listening.heard;
  return { ...site, renders: () => renders };
}

const tell = (payload: string) =>
  publisher.query("SELECT pg_notify($1, $2)", [DROPS_CHANNEL, payload]);

/** Ends every connection that hears of changes, as a restart of PostgreSQL does. */
const cut = () =>
  publisher.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );

describe("hearing of changes", () => {
  test("every process drops what a notification names, and nothing else", async () => {
    const processes = [await oneProcess(), await oneProcess()];
    for (const { get } of processes) {
      await get("/a");
      await get("/b");
    }
    await tell(JSON.stringify(["path:/a", "path:/x"]));
    for (const { get, layer } of processes) {
      await vi.waitFor(() => expect(layer.figures().entries).toBe(1), PATIENCE);
      expect((await get("/b")).text).toContain("render 2");
      expect((await get("/a")).text).toContain("render 3");
    }
  });

  test.each(['"*"', "not JSON", "", '{"tags":["path:/a"]}'])(
    "“%s” drops everything",
    async (payload) => {
      const { get, layer } = await oneProcess();
      await get("/a");
      await get("/b");
      await tell(payload);
      await vi.waitFor(() => expect(layer.figures().entries).toBe(0), PATIENCE);
    },
  );

  test("what is told in a transaction is heard when it is committed", async () => {
    const { get, layer } = await oneProcess();
    await get("/a");
    await publisher.query("BEGIN");
    await tell(JSON.stringify(["path:/a"]));
    await pause(100);
    expect(layer.figures().entries).toBe(1);
    await publisher.query("COMMIT");
    await vi.waitFor(() => expect(layer.figures().entries).toBe(0), PATIENCE);
  });
});

describe("when the connection is lost", () => {
  test("nothing kept is trusted, and listening begins again by itself with nothing kept", async () => {
    const { get, layer, renders } = await oneProcess();
    await get("/a");
    await get("/a");
    expect(renders()).toBe(1);
    await cut();
    // Not heard by the process, and still no old page may be shown after it.
    await tell(JSON.stringify(["path:/a"]));
    await vi.waitFor(async () => {
      expect((await get("/a")).text).not.toContain("render 1<");
    }, PATIENCE);
    await vi.waitFor(async () => {
      await get("/a");
      expect(layer.figures().entries).toBe(1);
    }, PATIENCE);
    await tell(JSON.stringify(["path:/a"]));
    await vi.waitFor(() => expect(layer.figures().entries).toBe(0), PATIENCE);
  });

  test("before there ever was one, pages are served and not kept", async () => {
    const site = await layerInFrontOf((_, response) => {
      tagPage("all");
      writePage(response, "page");
    });
    const connectionString = "postgresql://nobody@127.0.0.1:1/nowhere";
    const listening = listenForDrops({ connectionString, layer: site.layer, firstPause: 10 });
    open.push({ site, listening });
    expect((await site.get("/a")).status).toBe(200);
    await pause(100);
    expect((await site.get("/a")).status).toBe(200);
    expect(site.layer.figures().entries).toBe(0);
  });
});
