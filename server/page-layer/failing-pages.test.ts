import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { tagPage } from "#app/page-tags";

import {
  type FakeNext,
  gate,
  layerInFrontOf,
  type LayerUnderTest,
  writePage,
} from "./layer-under-test";
import type { PageLayerOptions } from "./page-layer";

const open: LayerUnderTest[] = [];
async function layerWith(next: FakeNext, options?: Partial<PageLayerOptions>) {
  const made = await layerInFrontOf(next, options);
  open.push(made);
  return made;
}
const log = vi.spyOn(console, "error");
beforeEach(() => void log.mockReset().mockReturnValue());
afterAll(() => log.mockRestore());
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

describe("a page that fails", () => {
  test.each<[string, FakeNext]>([
    ["Next throws", () => Promise.reject(new Error("boom"))],
    ["Next answers with an error page", (_, response) => writePage(response, "<b>stack</b>", 500)],
    ["a handler throws", (_, response) => void response.writeHead(500).end()],
    ["a part of it fails", (_, response) => writePage(response, "<!--$!--><p>x</p>")],
    [
      "Next breaks off",
      (_, response) => {
        response.write("<html>");
        response.destroy(new Error("boom"));
      },
    ],
    ["Next takes too long", () => pause(500)],
  ])("says so in plain words with a number that the log also has: %s", async (_, next) => {
    const { get } = await layerWith(next, { renderDeadline: 50 });
    const failed = await get("/a");
    expect(failed.status).toBe(500);
    const [id] = /[0-9a-f]{12}/.exec(failed.text) ?? [];
    expect(id).toBeDefined();
    expect(failed.text).not.toMatch(/boom|stack/);
    expect(log).toHaveBeenCalledTimes(1);
    expect(log.mock.calls[0]?.[0]).toContain(id);
  });

  test("is rendered again for the next reader", async () => {
    let works = false;
    const { get } = await layerWith((_, response) => {
      if (!works) throw new Error("boom");
      tagPage("all");
      writePage(response, "page");
    });
    expect((await get("/a")).status).toBe(500);
    works = true;
    expect((await get("/a")).status).toBe(200);
  });

  test("when passed on after its answer has begun ends the connection, not the process", async () => {
    const { get } = await layerWith((request, response) => {
      if (request.url !== "/api/half") return writePage(response, "page");
      response.write("half");
      throw new Error("boom");
    });
    await expect(get("/api/half")).rejects.toThrow(/aborted|hang up/);
    expect((await get("/a")).status).toBe(200);
  });
});

/** A site whose database the test can take away. */
async function siteWithDatabase() {
  const state = { reachable: true };
  const next: FakeNext = (_, response) => {
    if (!state.reachable) throw new Error("ECONNREFUSED");
    tagPage("all");
    writePage(response, "page");
  };
  const made = await layerWith(next, { databaseReachable: () => state.reachable });
  return { ...made, state };
}

describe("while the database is away", () => {
  test("kept pages are served, the others say when to come back, and all recovers by itself", async () => {
    const { get, state } = await siteWithDatabase();
    await get("/kept");
    state.reachable = false;
    expect((await get("/kept")).status).toBe(200);
    expect(await get("/other")).toMatchObject({
      status: 503,
      text: expect.stringContaining("The database is away"),
      headers: { "retry-after": "5", "cache-control": "no-store" },
    });
    expect(log).not.toHaveBeenCalled();
    state.reachable = true;
    expect((await get("/other")).status).toBe(200);
  });

  test("pages kept before the layer was suspended are served, since none can be newer", async () => {
    const { get, state, layer } = await siteWithDatabase();
    await get("/kept");
    layer.suspend();
    state.reachable = false;
    expect((await get("/kept")).status).toBe(200);
    expect((await get("/other")).status).toBe(503);
  });

  test("a session's page says so too", async () => {
    const { get } = await layerWith(() => Promise.reject(new Error("ECONNREFUSED")), {
      databaseReachable: () => Promise.reject(new Error("away")),
      ownCookies: ["session"],
    });
    expect((await get("/a", { headers: { cookie: "session=1" } })).status).toBe(503);
  });
});

describe("a suspended layer", () => {
  test("renders every page and keeps none until it is resumed, with nothing from before", async () => {
    const next = vi.fn<FakeNext>((_, response) => {
      tagPage("all");
      writePage(response, `render ${next.mock.calls.length}`);
    });
    const { get, layer } = await layerWith(next);
    await get("/a");
    layer.suspend();
    expect((await get("/a")).text).toContain("render 2");
    expect((await get("/a")).text).toContain("render 3");
    layer.resume();
    expect((await get("/a")).text).toContain("render 4");
    expect((await get("/a")).text).toContain("render 4");
  });

  test("does not keep what was being rendered when it was suspended", async () => {
    const { passed, open: finish } = gate();
    const next = vi.fn<FakeNext>(async (_, response) => {
      await passed;
      tagPage("all");
      writePage(response, "page");
    });
    const { get, layer } = await layerWith(next);
    const asked = get("/a");
    await vi.waitFor(() => expect(next).toHaveBeenCalled(), 20_000);
    layer.suspend();
    layer.resume();
    finish();
    await asked;
    expect(layer.figures().entries).toBe(0);
  });
});
