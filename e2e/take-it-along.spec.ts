import { z } from "zod";

import { incidents } from "./support/kinds";
import { classesOf } from "./support/library";
import { expect, test } from "./support/test";

const incident = `/incidents/${incidents.botManagement}`;

test("an incident prints as a paper, without what only a screen needs", async ({ page }) => {
  await page.goto(incident);
  await page.emulateMedia({ media: "print" });
  for (const role of ["banner", "contentinfo"] as const)
    await expect(page.getByRole(role)).toBeHidden();
  for (const navigation of await page.getByRole("navigation").all())
    await expect(navigation).toBeHidden();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const paper = await page.pdf({ format: "A4" });
  const pages = paper.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.length).toBeLessThan(12);
});

test("dark readers print on white paper too", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  await page.goto(incident);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toMatch(
    /rgb\((\d{1,2}), (\d{1,2}), (\d{1,2})\)/,
  );
});

test("an incident can be cited as text and as BibTeX", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(incident);
  await page.getByText("Cite", { exact: true }).click();
  await page.getByRole("button", { name: "Copy BibTeX" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const bibtex = await page.evaluate(() => navigator.clipboard.readText());
  expect(bibtex).toMatch(
    /^@\w+\{[\s\S]*title\s*=[\s\S]*url\s*=\s*\{http[^}]*bot-management\}[\s\S]*\}\s*$/,
  );
});

test("the twins of an incident and a class are linked from their pages", async ({
  page,
  request,
}) => {
  for (const address of [incident, "/classes/staged-rollout-gap"]) {
    await page.goto(address);
    for (const ending of [".md", ".json"]) {
      expect(
        await page.locator(`a[href="${address}${ending}"]`).count(),
        address + ending,
      ).toBeGreaterThan(0);
      expect(await page.locator(`link[rel=alternate][href$="${address}${ending}"]`).count()).toBe(
        1,
      );
      expect((await request.get(`${address}${ending}`)).status()).toBe(200);
    }
  }
});

const ClassTwin = z.object({ slug: z.string(), name: z.string(), means: z.string() });

test("every class is to be had as JSON and as Markdown", async ({ request, library }) => {
  for (const { slug, name, means } of classesOf(library)) {
    const twin = ClassTwin.parse(await (await request.get(`/classes/${slug}.json`)).json());
    expect(twin).toEqual({ slug, name, means });
    const markdown = await (await request.get(`/classes/${slug}.md`)).text();
    expect(markdown).toContain(name);
    expect(markdown).toContain(means);
  }
});

const JsonFeed = z.object({
  version: z.string().startsWith("https://jsonfeed.org/version/1"),
  items: z.array(z.object({ id: z.string().startsWith("tag:"), url: z.url(), title: z.string() })),
});

test("what is new comes as Atom and as JSON feed, with the same entries", async ({
  page,
  request,
}) => {
  await page.goto("/");
  const atom = await (await request.get("/feed.atom")).text();
  const read = await page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, "text/xml");
    const textOf = (parent: ParentNode, name: string) =>
      parent.querySelector(name)?.textContent ?? "";
    return {
      fault: feed.querySelector("parsererror")?.textContent ?? null,
      root: feed.documentElement.namespaceURI,
      entries: [...feed.querySelectorAll("entry")].map((entry) => ({
        id: textOf(entry, "id"),
        title: textOf(entry, "title"),
        updated: textOf(entry, "updated"),
      })),
    };
  }, atom);
  expect(read.fault).toBeNull();
  expect(read.root).toBe("http://www.w3.org/2005/Atom");
  expect(read.entries.length).toBeGreaterThan(10);
  for (const { updated } of read.entries) expect(updated).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  const json = JsonFeed.parse(await (await request.get("/feed.json")).json());
  expect(json.items.map(({ id, title }) => ({ id, title }))).toEqual(
    read.entries.map(({ id, title }) => ({ id, title })),
  );
  await expect(page.locator("link[rel=alternate][type='application/atom+xml']")).toHaveCount(1);
});

test("the sitemap names every incident and class, with whole addresses, and robots name it", async ({
  request,
  library,
  site,
}) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain(`Sitemap: ${site}/sitemap.xml`);
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const places = new Set([...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place]) => place));
  for (const { slug } of library.incidents) expect(places).toContain(`${site}/incidents/${slug}`);
  for (const { slug } of classesOf(library)) expect(places).toContain(`${site}/classes/${slug}`);
});

test("every incident has a picture for those who pass it on, drawn for it", async ({
  page,
  request,
  library,
}) => {
  await page.goto(incident);
  const address = await page.locator("meta[property='og:image']").getAttribute("content");
  expect(address).toBe(new URL(`${incident}/picture.png`, page.url()).href);
  const sizes = new Set<number>();
  for (const { slug } of library.incidents.slice(0, 5)) {
    const picture = await request.get(`/incidents/${slug}/picture.png`);
    expect(picture.headers()["content-type"]).toBe("image/png");
    const bytes = await picture.body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], slug).toEqual([1200, 630]);
    sizes.add(bytes.length);
  }
  expect(sizes.size).toBe(5);
});

const Described = z
  .object({ "@context": z.string().includes("schema.org"), "@type": z.string() })
  .loose();

test("an incident describes itself to search engines", async ({ page }) => {
  await page.goto(incident);
  const text = await page.locator("script[type='application/ld+json']").textContent();
  const described = Described.parse(JSON.parse(text ?? ""));
  expect(JSON.stringify(described)).toContain("A doubled bot-detection file");
  await expect(page.locator("meta[name=description]")).toHaveAttribute("content", /.{50,200}/);
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute(
    "href",
    new RegExp(`^http.*${incident}$`),
  );
});
