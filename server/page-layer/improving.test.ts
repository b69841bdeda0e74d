import { afterEach, expect, test, vi } from "vitest";

import { tagPage } from "#app/page-tags";

import type * as encodings from "./encodings";
import { layerInFrontOf, type LayerUnderTest, writePage } from "./layer-under-test";

// Packing does not fail for any page that we know of, so the failure has to be put in its place.
const { failing } = vi.hoisted(() => ({ failing: { times: 0 } }));
vi.mock("./encodings", async (original) => {
  const real = await original<typeof encodings>();
  const packed: typeof encodings.packed = async (body, encoding, effort) => {
    if (effort === "thorough" && failing.times > 0) {
      failing.times -= 1;
      throw new Error("no memory");
    }
    return real.packed(body, encoding, effort);
  };
  return { ...real, packed };
});

/** How long to wait for what happens at once, unless the machine is busy with other things. */
const PATIENCE = 10_000;

let open: LayerUnderTest | undefined;
afterEach(() => open?.close());

test("a page that cannot be packed smaller is served on, and the next one still is packed", async () => {
  failing.times = 2;
  const log = vi.spyOn(console, "error").mockReturnValue();
  const { get } = (open = await layerInFrontOf((_, response) => {
    tagPage("all");
    writePage(
      response,
      Array.from({ length: 4000 }, (_unused, at) => `<p>${(at * 7919) % 1009}</p>`).join(""),
    );
  }));
  const br = { headers: { "accept-encoding": "br" } };
  const askOften = async (path: string) => {
    for (let times = 0; times < 8; times += 1) await get(path, br);
  };
  const quick = (await get("/a", br)).bytes.length;
  await askOften("/a");
  await vi.waitFor(() => expect(log).toHaveBeenCalledTimes(1), PATIENCE);
  expect(log.mock.calls[0]?.[0]).toContain("/a could not be packed smaller: Error: no memory");
  expect((await get("/a", br)).status).toBe(200);
  await askOften("/b");
  await vi.waitFor(
    async () => expect((await get("/b", br)).bytes.length).toBeLessThan(quick),
    PATIENCE,
  );
  log.mockRestore();
});
