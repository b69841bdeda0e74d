import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { APIRequestContext } from "@playwright/test";

import { dangersOn } from "../own-server/dangers";
import { type HostileDocument, refused, textsEverywhere, wearying } from "./hostile-documents";
import { type OwnServer, project, serve } from "../own-server/own-server";
import { expect, test } from "../own-server/test";

test.setTimeout(240_000);

test("documents that mean harm are refused with file and line, and nothing of the import is done", async ({
  own,
  request,
}) => {
  const good = { slug: "ordinary-news", about: "nothing", source: goodDocument() };
  const folder = contentWith(own, [good, ...refused]);
  symlinkSync("/etc/hostname", join(folder, "incidents", "a-link-that-leads-out.md"));
  writeFileSync(join(folder, "incidents", "%2e%2e%2fclimbing.md"), good.source);
  writeFileSync(join(folder, "incidents", "Capital.md"), good.source);
  const earlier = await documentsOf(request);

  const ran = await own.hindsight("import", folder);
  expect(ran.code).toBe(1);
  expect(ran.complained).toContain("Nothing was imported");
  const faults = ran.complained.split("\n");
  const unnamed = refused.flatMap(({ slug, about, line, why }) => {
    const ofFile = faults.filter((fault) => fault.startsWith(`incidents/${slug}.md:`));
    const place = `incidents/${slug}.md:${line}: `;
    return ofFile.some((fault) => fault.startsWith(place) && why.test(fault))
      ? []
      : [`${about}: expected ${place}, found ${ofFile.join(" | ")}`];
  });
  expect(unnamed).toEqual([]);
  for (const name of ["a-link-that-leads-out.md", "%2e%2e%2fclimbing.md", "Capital.md"]) {
    expect(
      faults.filter((fault) => fault.startsWith(`incidents/${name}:1: `)),
      name,
    ).toHaveLength(1);
  }
  expect(ran.complained).not.toContain("ordinary-news");
  expect(ran.complained).not.toMatch(/\bat .*\.ts:\d+|root:x:/);
  expect((await request.get("/incidents/ordinary-news")).status()).toBe(404);
  expect(await documentsOf(request)).toEqual(earlier);
});

test("stories that wear out a parser are refused or shown in time, and readers do not wait for it", async ({
  own,
  request,
}) => {
  const began = performance.now();
  const progress = { ended: false };
  const importing = importWhatCanBe(own, wearying).finally(() => (progress.ended = true));
  const waits: number[] = [];
  for (let asked = 0; !progress.ended; asked += 1) {
    const from = performance.now();
    // Kept pages, and pages that have to be made.
    const address = asked % 2 === 0 ? "/incidents/aws-2017-02-s3" : `/incidents?q=waiting${asked}`;
    expect((await request.get(address)).status()).toBe(200);
    waits.push(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { imported, refusals } = await importing;
  tell({ imported, refusals, longestWait: Math.max(...waits) });
  expect((performance.now() - began) / 1000, "seconds for all imports").toBeLessThan(120);
  expect(refusals.size).toBeGreaterThan(10);
  expect(waits.length).toBeGreaterThan(10);
  const median = waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)];
  expect(median, "milliseconds, median").toBeLessThan(250);
  expect(Math.max(...waits), "milliseconds, longest").toBeLessThan(2_000);
  for (const { slug, about } of imported) {
    const from = performance.now();
    expect((await request.get(`/incidents/${slug}`)).status(), about).toBe(200);
    expect(performance.now() - from, `milliseconds to show ${about}`).toBeLessThan(3_000);
  }
});

test("what is imported of hostile texts stands on its pages as harmless words", async ({
  own,
  page,
}) => {
  const { imported, refusals } = await hostileTextsOf(own);
  tell({ imported, refusals });
  expect(imported.length).toBeGreaterThan(30);
  // Pictures may only come from here, and here is none.
  await page.route("**/files/*", (route) => route.fulfill({ status: 204 }));
  for (const { slug } of imported) {
    await page.goto(`/incidents/${slug}`);
    expect(await dangersOn(page), slug).toEqual([]);
  }
});

test("nor do they run on the other pages that show them", async ({ own, request, page }) => {
  await hostileTextsOf(own);
  const shared = [
    "/",
    "/incidents",
    "/incidents?q=script",
    "/classes/unhandled-input",
    "/products",
    "/sources",
    "/claims",
    "/organizations/cloudflare",
    "/sectors/cloud",
  ];
  for (const address of shared) {
    await page.goto(address);
    expect(await dangersOn(page), address).toEqual([]);
  }
  const [, first = ""] =
    /href="(\/products\/[^"]*script[^"]*)"/.exec(await (await request.get("/products")).text()) ??
    [];
  await page.goto(first);
  expect(await dangersOn(page), first).toEqual([]);
  await page.goto("/incidents/hostile-0-0/history/1");
  expect(await dangersOn(page)).toEqual([]);
  for (const feed of ["/feed.atom", "/sitemap.xml"]) {
    const text = await (await request.get(feed)).text();
    const wrong = await page.evaluate(
      (xml) =>
        new DOMParser().parseFromString(xml, "text/xml").querySelector("parsererror")?.textContent,
      text,
    );
    expect(wrong, feed).toBeUndefined();
    expect(text).not.toMatch(/<script/i);
  }
  const json = await request.get("/incidents/hostile-0-0.json");
  expect(json.headers()["content-type"]).toContain("application/json");
  expect(json.headers()["x-content-type-options"]).toBe("nosniff");
});

test("a start with broken content serves what stood before, and says so", async ({
  own,
  request,
}) => {
  const program = programWith(own.content);
  const data = join(program, ".data");
  await (await serve(program, data)).stop();

  const [broken] = refused;
  if (!broken) throw new Error("There is no broken document.");
  writeFileSync(join(program, "content/incidents", `${broken.slug}.md`), broken.source);
  const served = await serve(program, data);
  const list = await (await request.get(`${served.url}/incidents`)).text();
  await served.stop();
  expect(list).toContain("<strong>101</strong> incidents");
  expect(served.said()).toContain(`incidents/${broken.slug}.md:${broken.line}: `);
  expect(served.said()).toContain("what stood before is served");
  rmSync(program, { recursive: true, force: true });
});

const imports = new Map<string, ReturnType<typeof importWhatCanBe>>();

/** The hostile texts that this server has taken, and those it has not; imported once. */
function hostileTextsOf(own: OwnServer): ReturnType<typeof importWhatCanBe> {
  const known = imports.get(own.url) ?? importWhatCanBe(own, textsEverywhere);
  imports.set(own.url, known);
  return known;
}

/**
 * The import takes everything or nothing: what it refuses, each with file and line, is left out
 * until the rest is taken. It finds all faults of a stage at once, so this ends soon.
 */
async function importWhatCanBe(own: OwnServer, documents: readonly HostileDocument[]) {
  const refusals = new Map<string, string>();
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const imported = documents.filter(({ slug }) => !refusals.has(slug));
    const ran = await own.hindsight("import", contentWith(own, imported));
    if (ran.code === 0) return { imported, refusals };
    const faults = [...ran.complained.matchAll(/^incidents\/([a-z0-9-]+)\.md:\d+: (.*)$/gm)];
    expect(faults.length, ran.complained).toBeGreaterThan(0);
    for (const [, slug = "", why = ""] of faults) refusals.set(slug, why);
  }
  throw new Error("The import kept finding other faults.");
}

/** Leaves in the report what became of the documents. */
function tell(what: {
  imported: readonly HostileDocument[];
  refusals: ReadonlyMap<string, string>;
  longestWait?: number;
}) {
  const { imported, refusals, longestWait } = what;
  const wait = longestWait === undefined ? "" : `, longest wait ${longestWait.toFixed(0)} ms`;
  test.info().annotations.push({
    type: "documents",
    description: `${imported.length} imported, ${refusals.size} refused${wait}`,
  });
}

/** A folder with the content that ships and these documents besides. */
function contentWith(own: OwnServer, documents: readonly HostileDocument[]): string {
  const folder = mkdtempSync(join(own.dataFolder, "../hostile-"));
  cpSync(own.content, folder, { recursive: true });
  for (const { slug, source } of documents)
    writeFileSync(join(folder, "incidents", `${slug}.md`), source);
  return folder;
}

/** A copy of the program that has other content; what is large is linked. */
function programWith(content: string): string {
  const program = mkdtempSync(join(content, "../program-"));
  for (const name of [
    "app",
    "bin",
    "knowledge",
    "prisma",
    "public",
    "scripts",
    "server",
    "package.json",
    "package-lock.json",
    "next.config.ts",
    "postcss.config.mjs",
    "prisma.config.ts",
    "tsconfig.json",
    ".npmrc",
  ]) {
    cpSync(join(project, name), join(program, name), { recursive: true });
  }
  cpSync(join(project, ".next"), join(program, ".next"), {
    recursive: true,
    filter: (path) => !/\.next\/(cache|dev)/.test(path),
  });
  symlinkSync(join(project, "node_modules"), join(program, "node_modules"));
  mkdirSync(join(program, ".data"));
  cpSync(content, join(program, "content"), { recursive: true });
  return program;
}

async function documentsOf(request: APIRequestContext): Promise<string[]> {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  return [...sitemap.matchAll(/<loc>[^<]*(\/incidents\/[^<]*)<\/loc>/g)].map(
    ([, path]) => path ?? "",
  );
}

function goodDocument(): string {
  return (textsEverywhere[0]?.source ?? "")
    .replaceAll(/"<script>.*?<\/script>"/g, '"Ordinary news."')
    .replaceAll(/"<script>al"/g, '"News"')
    .replace("<script>alert(1)</script>", "Told.");
}
