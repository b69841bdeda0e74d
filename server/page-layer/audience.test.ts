import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";

import { tagPage } from "#app/page-tags";
import { currentAudience } from "#knowledge/people/audience";

import { layerInFrontOf, type LayerUnderTest, writePage } from "./layer-under-test";
import type { PageLayerOptions } from "./page-layer";

const open: LayerUnderTest[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
  vi.restoreAllMocks();
});

/** A layer before pages that say for whom they were read, and handlers that would share it. */
async function layerWith(options: Partial<PageLayerOptions> = {}) {
  const made = await layerInFrontOf(
    async (request, response) => {
      await pause(2);
      if (request.url?.startsWith("/api/")) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Type", "application/json");
        response.end(JSON.stringify({ for: currentAudience() }));
        return;
      }
      tagPage("incidents");
      writePage(response, `for ${currentAudience()}`);
    },
    {
      ownCookies: ["session"],
      audienceOf: (cookies) =>
        Promise.resolve(cookies.includes("session=valid") ? "members" : "visitors"),
      ...options,
    },
  );
  open.push(made);
  return made;
}

const member = { cookie: "session=valid" };
const ended = { cookie: "session=ended" };

describe("what is asked for with a session that holds", () => {
  test("is read for a member, and for nobody else who asks at the same time", async () => {
    const { get, layer } = await layerWith();
    const all = await Promise.all(
      [member, {}, ended, member, {}].map((headers) => get("/incidents", { headers })),
    );
    expect(all.map(({ text }) => /for \w+/.exec(text)?.[0])).toEqual([
      "for members",
      "for visitors",
      "for visitors",
      "for members",
      "for visitors",
    ]);
    expect(layer.figures().entries).toBe(1);
    expect((await get("/incidents")).text).toContain("for visitors");
    expect((await get("/incidents", { headers: member })).text).toContain("for members");
  });

  test.each([
    ["a page", "/a", {}],
    ["a page's data", "/a", { rsc: "1" }],
    ["the API", "/api/v1/search", {}],
  ])("is shared with nobody: %s", async (_, path, headers) => {
    const { get } = await layerWith();
    const answer = await get(path, { headers: { ...headers, ...member } });
    expect(answer.text).toContain("members");
    expect(answer.headers["cache-control"]).toBe("private, no-store");
    expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
    const other = await get(path, { headers });
    expect(other.text).toContain("visitors");
  });

  test("is kept in no browser either, when a text was sent to be searched by", async () => {
    const { get } = await layerWith();
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const asked = (headers: Record<string, string>) =>
      get("/search/by-text", { method: "POST", headers: { ...form, ...headers }, body: "text=a" });
    const [own, others] = [await asked(member), await asked({})];
    expect([own.text, own.headers["cache-control"]]).toEqual([
      expect.stringContaining("for members"),
      "private, no-store",
    ]);
    expect(others.headers["cache-control"]).toBe("private, no-cache");
  });
});

describe("where nobody can find out who asks", () => {
  const lost = () => Promise.reject(new Error("connection refused"));

  test("one reads as a visitor while the database is away", async () => {
    const { get } = await layerWith({ audienceOf: lost, databaseReachable: () => false });
    for (const path of ["/a", "/api/v1/search"]) {
      const { status, text } = await get(path, { headers: member });
      expect([status, text]).toEqual([200, expect.stringContaining("visitors")]);
    }
  });

  test("nothing is read for anybody where that is a fault of ours", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { get } = await layerWith({ audienceOf: lost });
    for (const path of ["/a", "/api/v1/search"]) {
      expect((await get(path, { headers: member })).status).toBe(500);
    }
    expect((await get("/a")).status).toBe(200);
  });
});
