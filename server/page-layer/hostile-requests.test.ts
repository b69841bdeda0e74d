import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";

import { tagPage } from "#app/page-tags";

import { type FakeNext, layerInFrontOf, type LayerUnderTest, writePage } from "./layer-under-test";
import type { PageLayerOptions } from "./page-layer";

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

const EVERY_RESPONSE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": expect.stringContaining("camera=()"),
  "content-security-policy": expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
};

/** Answers in every way that there is. */
const everyKind: FakeNext = (request, response) => {
  if (request.url === "/boom") throw new Error("boom");
  if (request.url === "/gone") return writePage(response, "gone", 404);
  if (request.url?.startsWith("/api/")) {
    response.writeHead(200, { "Content-Type": "application/json", "X-Powered-By": "Next.js" });
    response.end("{}");
    return;
  }
  if (request.url === "/moved") response.writeHead(307, { Location: "/" }).end();
  else writePage(response, "page");
};

describe("the headers of every response", () => {
  test.each([
    "/",
    "/gone",
    "/boom",
    "/moved",
    "/%",
    "/healthz",
    "/readyz",
    "/api/v1/incidents",
    "/_next/static/none.js",
    "/?_rsc=1",
  ])("are on %s", async (path) => {
    vi.spyOn(console, "error").mockReturnValue();
    const { get } = await layerWith(everyKind);
    const { headers } = await get(path);
    expect(headers).toMatchObject(EVERY_RESPONSE);
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("strict-transport-security");
  });

  test("promise strict transport only where the site is reached by https", async () => {
    const { get } = await layerWith(everyKind, { publicUrl: "https://incidents.example" });
    expect((await get("/")).headers["strict-transport-security"]).toBe("max-age=31536000");
  });

  test("shut a picture in, whatever it were taken for, and leave it the time it may be kept", async () => {
    const { get } = await layerWith((_request, response) => {
      response.setHeader("Cache-Control", "private, immutable");
      response.setHeader("Content-Type", "image/webp");
      response.end("RIFF");
    });
    const { headers, text } = await get("/files/a.webp");
    expect(headers).toMatchObject({
      ...EVERY_RESPONSE,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "cache-control": "private, immutable",
    });
    expect(text).toBe("RIFF");
  });

  test("are on the refusal of what is no HTTP", async () => {
    const { port } = await layerWith(everyKind);
    const socket = connect(port, "127.0.0.1");
    socket.write("NONSENSE\r\n\r\n");
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    await once(socket, "close");
    const refusal = Buffer.concat(chunks).toString();
    expect(refusal).toMatch(/^HTTP\/1\.1 400 /);
    expect(refusal).toContain("X-Content-Type-Options: nosniff");
    expect(refusal).toContain("Content-Security-Policy: default-src 'none'");
  });
});

describe("what a request says about itself", () => {
  const hostile = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "gopher",
    "x-forwarded-port": "1",
    "x-middleware-subrequest": "middleware",
    "x-middleware-rewrite": "/admin",
    "x-nextjs-data": "1",
    "x-invoke-path": "/admin",
    "x-matched-path": "/admin",
    "x-nonce": "abc",
    "next-resume": "1",
    "content-security-policy": "script-src 'nonce-xyz'",
  };

  test.each(["/a", "/api/v1/a"])(
    "does not reach Next where Next would trust it: %s",
    async (path) => {
      const seen: IncomingHttpHeaders[] = [];
      const { get } = await layerWith((request, response) => {
        seen.push(request.headers);
        writePage(response, "page");
      });
      await get(path, { headers: hostile });
      expect(JSON.stringify(seen)).not.toMatch(/evil|gopher|admin|xyz|middleware|resume/);
      expect(seen[0]).toMatchObject({
        host: "incidents.example:3000",
        "x-forwarded-host": "incidents.example:3000",
        "x-forwarded-proto": "http",
        "x-forwarded-port": "3000",
      });
    },
  );

  test("does not colour a page that others are given", async () => {
    const seen: IncomingHttpHeaders[] = [];
    const { get } = await layerWith((request, response) => {
      seen.push(request.headers);
      tagPage("all");
      writePage(response, "page");
    });
    await get("/a", {
      headers: { "user-agent": "x", "accept-language": "de", cookie: "a=1", "x-own": "1" },
    });
    expect(JSON.stringify(seen)).not.toMatch(/x-own|accept-language|cookie/);
  });
});

describe("a malformed address", () => {
  test.each(["//evil.example", "/%", "/%00", "/a/%2e%2e/b", `/${"a".repeat(5000)}`])(
    "is refused in plain words and never reaches Next: %s",
    async (path) => {
      const next = vi.fn<FakeNext>();
      const { get } = await layerWith(next);
      const refused = await get(path);
      expect(refused.status).toBe(400);
      expect(refused.text).toContain("There is no such address");
      expect(next).not.toHaveBeenCalled();
    },
  );

  test("asked for in endless ways costs one render and bounded memory", async () => {
    const next = vi.fn<FakeNext>((_, response) => {
      tagPage("all");
      writePage(response, "page");
    });
    const { get, layer } = await layerWith(next);
    for (let n = 0; n < 50; n += 1) await get(`/a?x=${n}`);
    expect(next).toHaveBeenCalledTimes(1);
    expect(layer.figures()).toMatchObject({ entries: 1, hits: 49 });
  });
});

describe("what programs ask of the API", () => {
  const problem = (status: number) => ({
    status,
    headers: { "content-type": "application/problem+json", ...EVERY_RESPONSE },
  });

  test("is refused as a problem where it is no address", async () => {
    const next = vi.fn<FakeNext>();
    const { get } = await layerWith(next);
    for (const path of ["/api/%00", "/api/v1/%ff", `/api/v1/search?q=${"a".repeat(10_000)}`]) {
      const refused = await get(path);
      expect(refused).toMatchObject(problem(400));
      expect(JSON.parse(refused.text)).toMatchObject({ title: "Bad Request", status: 400 });
    }
    expect(next).not.toHaveBeenCalled();
  });

  test.each(["TRACE", "PROPFIND"])("is refused as a problem with the method %s", async (method) => {
    const next = vi.fn<FakeNext>();
    const { get } = await layerWith(next);
    const refused = await get("/api/v1/search", { method });
    expect(refused).toMatchObject(problem(405));
    expect(refused.headers.allow).toBe("GET, HEAD");
    expect(next).not.toHaveBeenCalled();
  });
});

describe("what changes something", () => {
  test("is passed to Next with its body and answered as it comes", async () => {
    const { get, layer } = await layerWith(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      response.writeHead(201, { "Content-Type": "application/json" });
      response.write(Buffer.concat(chunks));
      response.end();
    });
    const saved = await get("/api/a", { method: "POST", body: '{"title":"x"}' });
    expect(saved).toMatchObject({ status: 201, text: '{"title":"x"}' });
    expect(layer.figures()).toEqual({ entries: 0, bytes: 0, hits: 0, misses: 0 });
  });

  test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])(
    "is refused at an address that is only read, also where its page is at hand: %s",
    async (method) => {
      const next = vi.fn<FakeNext>((_, response) => {
        tagPage("all");
        writePage(response, "page");
      });
      const { get } = await layerWith(next);
      for (const path of ["/a", "/a", "/assets/reader.js", "/healthz"]) {
        await get(path);
        const asked = next.mock.calls.length;
        const refused = await get(path, { method });
        expect(refused).toMatchObject({
          status: 405,
          headers: { allow: "GET, HEAD", "cache-control": "no-store", ...EVERY_RESPONSE },
        });
        expect(next).toHaveBeenCalledTimes(asked);
        expect((await get(path)).status).toBe(200);
      }
    },
  );
});
