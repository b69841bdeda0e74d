import { readFileSync } from "node:fs";

import * as fc from "fast-check";
import { ImageResponse } from "next/og";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { IncidentPicture, lightColors, pictureSize, type PictureWords } from "./picture";
import { drawable, pictureFonts } from "./picture-fonts";

const words: PictureWords = {
  title: "A doubled bot-detection file stops Cloudflare's core proxy worldwide",
  facts: ["Cloudflare", "18 November 2025"],
  severity: "critical",
  isNearMiss: false,
  roles: new Map([
    ["precondition", 10],
    ["trigger", 1],
    ["amplifier", 12],
    ["detection", 2],
    ["recovery", 3],
    ["safeguard", 4],
  ]),
};

async function drawn(more: Partial<PictureWords>): Promise<Buffer> {
  const fonts = await pictureFonts();
  const picture = <IncidentPicture words={{ ...words, ...more }} />;
  return Buffer.from(await new ImageResponse(picture, { ...pictureSize, fonts }).arrayBuffer());
}

function sizeOf(png: Buffer): { width: number; height: number } {
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

// Every request that drawing makes to a network is refused and remembered.
const asked: string[] = [];
const { fetch } = globalThis;

beforeEach(() => {
  asked.length = 0;
  vi.spyOn(globalThis, "fetch").mockImplementation((input) => {
    const address = input instanceof Request ? input.url : String(input);
    // The renderer's own parts come as addresses that hold their bytes.
    if (address.startsWith("data:")) return fetch(input);
    asked.push(address);
    return Promise.reject(new Error("there is no network"));
  });
});

afterEach(() => vi.restoreAllMocks());

describe("the picture of an incident", { timeout: 30_000 }, () => {
  test("is a PNG of 1200 by 630, drawn without asking the network", async () => {
    expect(sizeOf(await drawn({}))).toEqual(pictureSize);
    expect(asked).toEqual([]);
  });

  test.each([
    ["the longest title of the widest letter", "W".repeat(160)],
    ["the longest title of ordinary words", "Recovering switches fail again. ".repeat(5)],
    ["one letter", "x"],
  ])("can be drawn for %s", async (_, title) => {
    expect(sizeOf(await drawn({ title }))).toEqual(pictureSize);
    expect(asked).toEqual([]);
  });

  test("can be drawn for whatever title is left of any words", async () => {
    const titles = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 160 })
      .map((title) => drawable(title) ?? "x");
    await fc.assert(
      fc.asyncProperty(titles, async (title) => {
        expect(sizeOf(await drawn({ title, facts: [title] }))).toEqual(pictureSize);
      }),
      { numRuns: 25 },
    );
    expect(asked).toEqual([]);
  });

  test("draws every character that counts as drawable without asking the network", async () => {
    const all = Array.from({ length: 0x30000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((character) => drawable(character) === character);
    expect(all.length).toBeGreaterThan(600);
    for (let from = 0; from < all.length; from += 150) {
      const title = all.slice(from, from + 150).join("");
      await drawn({ title, facts: [title] });
    }
    expect(asked).toEqual([]);
  });

  test("would ask the network for anything else, which is why nothing else is let through", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await drawn({ title: "停電" }).catch(() => undefined);
    expect(asked).not.toEqual([]);
  });
});

test("the picture's colours are those of the light theme", () => {
  const tokens = readFileSync("app/_ui/tokens.css", "utf8");
  const light = [...tokens.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}),/g)];
  const themed = new Map(light.map(([, name, color]) => [name, color]));
  for (const [name, color] of Object.entries(lightColors)) expect(themed.get(name)).toBe(color);
});

describe("what can be drawn of a text", () => {
  test.each([
    ["Ångström’s “Müller” naïve €5 − 3 ½", "Ångström’s “Müller” naïve €5 − 3 ½"],
    ["Отказ сети", "Отказ сети"],
    ["Διακοπή", "Διακοπή"],
    ["Zażółć gęślą jaźń, đường", "Zażółć gęślą jaźń, đường"],
    ["An outage 🔥 of 5\u2011minutes\u202f→ more", "An outage of 5-minutes more"],
    ["e\u0301te\u0301", "été"],
  ])("of %j is %j", (text, expected) => {
    expect(drawable(text)).toBe(expected);
  });

  test.each(["東京証券取引所の停止", "🔥🔥", "", "انقطاع في AWS"])("of %j is nothing", (text) => {
    expect(drawable(text)).toBeNull();
  });
});
