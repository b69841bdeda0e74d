import { setTimeout as pause } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";

import { keepPageUntil, tagPage } from "#app/page-tags";

import {
  type FakeNext,
  gate,
  layerInFrontOf,
  type LayerUnderTest,
  writePage,
} from "./layer-under-test";
import type { PageLayerOptions } from "./page-layer";

/** How long to wait for what happens at once, unless the machine is busy with other things. */
const PATIENCE = 20_000;

const open: LayerUnderTest[] = [];
async function layerWith(next: FakeNext, options?: Partial<PageLayerOptions>) {
  const made = await layerInFrontOf(next, options);
  open.push(made);
  return made;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
  vi.restoreAllMocks();
});

/** A Next whose every page carries its address as tag and counts how often it was rendered. */
function counting(body = "<p>known</p>") {
  const urls: string[] = [];
  const next: FakeNext = async (request, response) => {
    urls.push(request.url ?? "");
    await pause(5);
    tagPage(`path:${request.url}`, "all");
    writePage(response, `${body} ${urls.length}`);
  };
  return { urls, next };
}

describe("a page", () => {
  test("is rendered once for all who ask, at once and later", async () => {
    const { passed, open: finish } = gate();
    const next = vi.fn<FakeNext>(async (_, response) => {
      await passed;
      tagPage("all");
      writePage(response, "page");
    });
    const { get, layer } = await layerWith(next);
    const first = [get("/a"), get("/a"), get("/a?utm=1")];
    await vi.waitFor(() => expect(layer.figures().misses).toBe(3), PATIENCE);
    finish();
    for (const { text } of await Promise.all(first)) expect(text).toContain("page");
    expect((await get("/a")).text).toContain("page");
    expect(next).toHaveBeenCalledTimes(1);
    expect(layer.figures()).toMatchObject({ entries: 1, hits: 1, misses: 3 });
  });

  test("is rendered from its canonical address", async () => {
    const { urls, next } = counting();
    const { get } = await layerWith(next);
    await get("/incidents?class=a&x=1&q=dns");
    await get("/incidents?q=dns&class=a");
    expect(urls).toEqual(["/incidents?q=dns&class=a"]);
  });

  test("that names no tag is rendered every time", async () => {
    const next = vi.fn<FakeNext>((_, response) => writePage(response, "untagged"));
    const { get, layer } = await layerWith(next);
    await get("/a");
    await get("/a");
    expect(next).toHaveBeenCalledTimes(2);
    expect(layer.figures().entries).toBe(0);
  });

  test("is rendered anew when something that it shows has changed, and only then", async () => {
    const { urls, next } = counting();
    const { get, layer } = await layerWith(next);
    await get("/a");
    layer.drop(["path:/b"]);
    await get("/a");
    expect(urls.length).toBe(1);
    layer.drop(["path:/a"]);
    await get("/a");
    expect(urls.length).toBe(2);
    layer.drop(["*"]);
    await get("/a");
    expect(urls.length).toBe(3);
  });

  test("whose render began before a change is not kept after it, nor given to later readers", async () => {
    let shown = "old";
    const { passed, open: finish } = gate();
    const renders: string[] = [];
    const next: FakeNext = async (_, response) => {
      const read = shown;
      renders.push(read);
      await passed;
      tagPage("incident:a");
      writePage(response, read);
    };
    const { get, layer } = await layerWith(next);
    const early = get("/a");
    await vi.waitFor(() => expect(renders).toEqual(["old"]), PATIENCE);
    shown = "new";
    layer.drop(["incident:a"]);
    const late = get("/a");
    await vi.waitFor(() => expect(renders).toEqual(["old", "new"]), PATIENCE);
    finish();
    expect((await early).text).toContain("old");
    expect((await late).text).toContain("new");
    expect((await get("/a")).text).toContain("new");
    expect(renders).toEqual(["old", "new"]);
  });

  test("that speaks of today ends with the day", async () => {
    let now = Date.UTC(2026, 10, 21, 23, 59);
    const next = vi.fn<FakeNext>((_, response) => {
      tagPage("all");
      keepPageUntil(new Date(Date.UTC(2026, 10, 22)));
      writePage(response, "today");
    });
    const { get } = await layerWith(next, { now: () => now });
    await get("/");
    await get("/");
    expect(next).toHaveBeenCalledTimes(1);
    now = Date.UTC(2026, 10, 22);
    await get("/");
    expect(next).toHaveBeenCalledTimes(2);
  });

  test("is finished and kept though the one who asked first has gone", async () => {
    const { passed, open: finish } = gate();
    const next = vi.fn<FakeNext>(async (_, response) => {
      await passed;
      tagPage("all");
      writePage(response, "whole");
    });
    const { get, layer, port } = await layerWith(next);
    const leaving = new AbortController();
    const left = fetch(`http://127.0.0.1:${port}/a`, { signal: leaving.signal });
    await vi.waitFor(() => expect(next).toHaveBeenCalled(), PATIENCE);
    const staying = get("/a");
    await vi.waitFor(() => expect(layer.figures().misses).toBe(2), PATIENCE);
    leaving.abort();
    await expect(left).rejects.toThrow("aborted");
    finish();
    expect((await staying).text).toContain("whole");
    expect(next).toHaveBeenCalledTimes(1);
  });

  test("for a session is made for that session, with its cookies, and never kept", async () => {
    const next = vi.fn<FakeNext>((request, response) => {
      tagPage("all");
      response.setHeader("Set-Cookie", "session=2");
      writePage(response, request.headers.cookie ?? "nobody");
    });
    const { get, layer } = await layerWith(next, { ownCookies: ["session"] });
    const own = await get("/a", { headers: { cookie: "theme=dark; session=1" } });
    expect(own.text).toContain("session=1");
    expect(own.headers).toMatchObject({
      "cache-control": "private, no-store",
      "set-cookie": ["session=2"],
    });
    expect(own.headers).not.toHaveProperty("etag");
    expect(layer.figures().entries).toBe(0);
    const shared = await get("/a", { headers: { cookie: "theme=dark" } });
    expect(shared.text).toContain("nobody");
    expect(shared.headers).not.toHaveProperty("set-cookie");
  });
});

describe("what travels", () => {
  const body = "<p>Has this happened before?</p>".repeat(100);

  test("is the form that the reader prefers, with its own tag and the right length", async () => {
    const { get } = await layerWith(counting(body).next);
    const plain = await get("/a");
    const gzip = await get("/a", { headers: { "accept-encoding": "gzip" } });
    const br = await get("/a", { headers: { "accept-encoding": "gzip, br" } });
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(br.headers["content-encoding"]).toBe("br");
    expect(gunzipSync(gzip.bytes)).toEqual(plain.bytes);
    expect(brotliDecompressSync(br.bytes)).toEqual(plain.bytes);
    expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers, bytes } of [plain, gzip, br]) {
      expect(headers["content-length"]).toBe(String(bytes.length));
      expect(headers.vary).toBe("Accept-Encoding");
    }
  });

  test("is nothing when the reader has it, in whatever form", async () => {
    const { get } = await layerWith(counting(body).next);
    const etag = (await get("/a", { headers: { "accept-encoding": "br" } })).headers.etag ?? "";
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
      const again = await get("/a", { headers: { "if-none-match": known } });
      expect(again).toMatchObject({ status: 304, text: "" });
      expect(again.headers).toHaveProperty("content-security-policy");
    }
    expect((await get("/a", { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  test("for HEAD is the same without the body", async () => {
    const { urls, next } = counting(body);
    const { get } = await layerWith(next);
    const head = await get("/a", { method: "HEAD" });
    const whole = await get("/a");
    expect(head.bytes.length).toBe(0);
    expect(head.headers["content-length"]).toBe(whole.headers["content-length"]);
    expect(head.headers.etag).toBe(whole.headers.etag);
    expect(urls.length).toBe(1);
  });

  test("becomes smaller once many have asked for it", async () => {
    const varied = Array.from({ length: 400 }, (_, n) => `<p>Factor ${n * 7919} of ${n}</p>`).join(
      "",
    );
    const { get } = await layerWith(counting(varied).next);
    const br = { headers: { "accept-encoding": "br" } };
    const first = await get("/a", br);
    for (let times = 0; times < 6; times += 1) await get("/a", br);
    await vi.waitFor(async () => {
      const later = await get("/a", br);
      expect(later.bytes.length).toBeLessThan(first.bytes.length);
      expect(later.headers.etag).not.toBe(first.headers.etag);
      expect(brotliDecompressSync(later.bytes)).toEqual(brotliDecompressSync(first.bytes));
    }, PATIENCE);
  });

  test("is a redirect without a body, kept when it is for ever", async () => {
    const next = vi.fn<FakeNext>((_, response) => {
      tagPage("incident:new");
      response.writeHead(308, { Location: "/incidents/new", "Content-Type": "text/html" });
      response.end("<html>moved</html>");
    });
    const { get } = await layerWith(next);
    await get("/incidents/old");
    const again = await get("/incidents/old");
    expect(again).toMatchObject({ status: 308, text: "", headers: { location: "/incidents/new" } });
    expect(next).toHaveBeenCalledTimes(1);
  });

  test("is a file that is kept for ever where its address changes with it", async () => {
    const next = vi.fn<FakeNext>((_, response) => {
      response.setHeader("Content-Type", "text/javascript");
      response.end("0;".repeat(1000));
    });
    const { get } = await layerWith(next);
    await get("/_next/static/a.js");
    const kept = await get("/_next/static/a.js?x=1", { headers: { "accept-encoding": "br" } });
    expect(kept.headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "br",
    });
    expect(next).toHaveBeenCalledTimes(1);
    const unversioned = await get("/assets/theme.js");
    expect(unversioned.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  });
});

describe("monitors", () => {
  test("hear that the process lives and whether it can serve, without Next", async () => {
    let ready = true;
    const next = vi.fn<FakeNext>();
    const { get } = await layerWith(next, {
      ready: () => Promise.resolve(ready ? { ok: true } : { ok: false, why: "no database" }),
    });
    expect(await get("/healthz")).toMatchObject({ status: 200, text: "ok\n" });
    expect(await get("/readyz")).toMatchObject({ status: 200 });
    ready = false;
    expect(await get("/readyz")).toMatchObject({
      status: 503,
      text: "no database\n",
      headers: { "retry-after": "5" },
    });
    expect(next).not.toHaveBeenCalled();
  });
});
