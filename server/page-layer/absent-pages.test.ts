import { afterEach, describe, expect, test, vi } from "vitest";

import { sayGone, sayNotFound, tagPage } from "#app/page-tags";

import { type FakeNext, layerInFrontOf, type LayerUnderTest, writePage } from "./layer-under-test";

const open: LayerUnderTest[] = [];
async function layerWith(next: FakeNext) {
  const made = await layerInFrontOf(next);
  open.push(made);
  return made;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

describe("a page", () => {
  test.each([
    ["was not found", 404, sayNotFound],
    ["is gone", 410, sayGone],
  ])("that says it %s is answered whole with %d and not kept", async (_, status, say) => {
    const { get, layer } = await layerWith((_request, response) => {
      tagPage("all");
      say();
      writePage(response, "<h1>No such incident</h1>");
    });
    expect(await get("/incidents/x")).toMatchObject({
      status,
      text: expect.stringContaining("No such incident"),
      headers: { "cache-control": "no-store" },
    });
    expect(layer.figures().entries).toBe(0);
  });

  test("that fails after it said so has failed", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const { get } = await layerWith((_, response) => {
      sayNotFound();
      writePage(response, "stack", 500);
    });
    expect((await get("/incidents/x")).status).toBe(500);
    log.mockRestore();
  });

  test.each([
    ["that Next leaves empty for its script to fill", '<html id="__next_error__"><head></head>'],
    ["that Next made with the build", "<html><head></head>Nothing"],
  ])("for not found %s is replaced by ours, whose fonts load early", async (_, html) => {
    const { get } = await layerWith((request, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      if (request.url === "/not-found") {
        sayNotFound();
        response.setHeader("Link", '</f.woff2>; rel=preload; as="font", </a.js>; rel=preload');
        writePage(response, "Not here");
        return;
      }
      response.statusCode = 404;
      response.end(`<!DOCTYPE html>${html}`);
    });
    for (const path of ["/x", "/not-found"]) {
      expect(await get(path)).toMatchObject({
        status: 404,
        text: expect.stringContaining("Not here"),
        headers: { link: '</f.woff2>; rel=preload; as="font"', "cache-control": "no-store" },
      });
    }
  });

  test("that a twin answers with 404 in plain words stays as it is", async () => {
    const { get } = await layerWith((_, response) => {
      response.writeHead(404, { "Content-Type": "text/plain" });
      response.end("No such incident");
    });
    expect(await get("/incidents/x.md")).toMatchObject({ status: 404, text: "No such incident" });
  });
});
