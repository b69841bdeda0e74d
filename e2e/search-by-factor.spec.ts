import type { Page } from "@playwright/test";

import { overflowOf } from "./support/browser-facts";
import { countOf, figureOf, foundOn } from "./support/found";
import type { IncidentFile, Library } from "./support/library";
import { expect, test } from "./support/test";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one asks in words, then narrows by role, class and year, and takes it back", async ({
    page,
  }) => {
    await page.goto("/");
    await page.getByRole("searchbox", { name: "What happened" }).fill("configuration");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/\/search\?q=configuration$/);
    for (const [group, choice, address] of [
      ["Role it played", /^Amplifier/, /role=amplifier/],
      ["Failure class", /^Staged-rollout gap/, /class=staged-rollout-gap/],
    ] as const) {
      const link = page.getByRole("region", { name: group }).getByRole("link", { name: choice });
      const promised = figureOf(await link.innerText());
      await link.click();
      await expect(page).toHaveURL(address);
      expect(await countOf(page), group).toBe(promised);
    }
    await page.getByText("Years as a list").click();
    const year = page
      .getByRole("region", { name: "When" })
      .getByRole("link", { name: /^20\d\d/ })
      .first();
    const promised = figureOf((await year.innerText()).replace(/^20\d\d/, ""));
    await year.click();
    expect(await countOf(page)).toBe(promised);
    const chips = page.getByRole("list", { name: "Filters in use" }).getByRole("link");
    await expect(chips).toHaveText([/Staged-rollout gap/, /Amplifier/, /in 20\d\d/]);
    await chips.last().click();
    await expect(page).toHaveURL(
      /\/search\?q=configuration&class=staged-rollout-gap&role=amplifier$/,
    );
    await expect(page.getByRole("searchbox")).toHaveValue("configuration");
  });

  test("sending the box keeps the filters", async ({ page }) => {
    await page.goto("/search?role=trigger&sort=severity");
    await page.getByRole("searchbox").fill("certificate");
    await page.getByRole("searchbox").press("Enter");
    await expect(page).toHaveURL(/\/search\?q=certificate&role=trigger&sort=severity$/);
  });

  test("a span of years is typed, and keeps everything else", async ({ page, library }) => {
    await page.goto("/search?severity=critical");
    const when = page.getByRole("region", { name: "When" });
    await when.getByLabel("From").fill("2010");
    await when.getByLabel("to").fill("2015");
    await when.getByRole("button", { name: "Show" }).click();
    const expected = library.incidents.filter(
      ({ document: { record } }) =>
        record.severity === "critical" && /^\D*201[0-5]/.test(record.started ?? ""),
    );
    expect(await countOf(page)).toBe(expected.length);
    expect(new Set(await slugsOn(page))).toEqual(new Set(expected.map(({ slug }) => slug)));
  });

  test("filters that are typed into the box become filters", async ({ page }) => {
    await page.goto("/search");
    await page
      .getByRole("searchbox")
      .fill('class:staged-rollout-gap role:amplifier "feature file" -bgp');
    await page.getByRole("searchbox").press("Enter");
    await expect(page.getByRole("searchbox")).toHaveValue('"feature file" -bgp');
    const chips = page.getByRole("list", { name: "Filters in use" }).getByRole("link");
    await expect(chips).toHaveText([/Staged-rollout gap/, /Amplifier/]);
  });
});

test("a class in a role finds the incidents of which one factor is both, and shows it", async ({
  page,
  library,
}) => {
  await page.goto("/search?class=staged-rollout-gap&role=amplifier");
  const expected = library.incidents.filter((file) =>
    file.document.record.factors.some(isBoth("staged-rollout-gap", "amplifier")),
  );
  expect(await countOf(page)).toBe(expected.length);
  for (const slug of await slugsOn(page)) {
    const file = expected.find((one) => one.slug === slug);
    const article = page
      .getByRole("article")
      .filter({ has: page.locator(`h2 a[href$="${slug}"]`) });
    const shown = article.locator(".factor-line");
    const own = file?.document.record.factors.filter(isBoth("staged-rollout-gap", "amplifier"));
    await expect(shown).toHaveCount(own?.length ?? -1);
    await expect(shown.first()).toContainText("Amplifier");
    await expect(shown.first().locator(".chip-asked")).toHaveText("Staged-rollout gap");
  }
});

test("the matched words stand out, and lead to the very factor", async ({ page }) => {
  await page.goto("/search?q=feature+file");
  const first = page.getByRole("article").first();
  await expect(first.locator("mark").first()).toHaveText(/features?|files?/);
  const factor = first.locator(".factor-line a").first();
  await expect(factor).toHaveAttribute("href", /^\/incidents\/[a-z0-9-]+#factor-[a-z0-9-]+$/);
  await factor.click();
  await expect(page.locator(":target")).toBeVisible();
});

test("two classes can be wanted both, either, or in one factor", async ({ page, library }) => {
  await page.goto("/search?class=staged-rollout-gap&class=config-bypasses-release-path");
  const choice = page.getByRole("navigation", { name: "How the classes belong together" });
  const has = (file: IncidentFile, slug: string) =>
    file.document.record.factors.some(({ classes }) => classes.includes(slug));
  const [one, other] = ["staged-rollout-gap", "config-bypasses-release-path"] as const;
  const counts = {
    all: library.incidents.filter((file) => has(file, one) && has(file, other)).length,
    any: library.incidents.filter((file) => has(file, one) || has(file, other)).length,
    factor: library.incidents.filter(({ document: { record } }) =>
      record.factors.some(({ classes }) => classes.includes(one) && classes.includes(other)),
    ).length,
  };
  expect(await countOf(page)).toBe(counts.all);
  await choice.getByRole("link", { name: "Any" }).click();
  await expect(foundOn(page)).toHaveText(`${counts.any} incidents`);
  await choice.getByRole("link", { name: "In one factor" }).click();
  expect(counts.factor).toBeGreaterThan(1);
  await expect(foundOn(page)).toHaveText(`${counts.factor} incidents`);
});

test("every figure beside a filter is what one gets by choosing it", async ({
  page,
  request,
  library,
}) => {
  for (const address of [
    "/search",
    "/search?q=update&role=amplifier",
    "/search?class=untested-path&class=staged-rollout-gap&match=any&severity=critical",
  ]) {
    await page.goto(address);
    const options = await page.locator("a.facet-option:not([aria-current])").evaluateAll((all) =>
      all.map((link) => ({
        href: link.getAttribute("href") ?? "",
        figure: link.querySelector(".facet-count")?.textContent ?? "",
      })),
    );
    expect(options.length).toBeGreaterThan(20);
    // Every seventh is enough to see each filter.
    for (const { href, figure } of options.filter((_, at) => at % 7 === 0)) {
      const answer = await (await request.get(href.replace("/search", "/search/answer"))).json();
      expect(`${answer.total}`, href).toBe(/\d+/.exec(figure)?.[0]);
    }
  }
  expect(library.incidents).toHaveLength(101);
});

test("what lacks a word comes after a line that says so, and names the word", async ({ page }) => {
  await page.goto("/search?q=flight+plan+waypoints+name");
  const found = page.getByRole("region", { name: "Incidents found" });
  await expect(found.getByText("Some words missing")).toBeVisible();
  expect((await slugsOn(page))[0]).toMatch(/^nats-/);
  const lacking = found.getByRole("article").filter({ hasText: "lacks:" });
  expect(await lacking.count()).toBeGreaterThan(1);
  await expect(found.getByRole("article").first()).not.toContainText("lacks:");
});

test("a word that occurs nowhere is replaced by those like it, and the page says so", async ({
  page,
}) => {
  await page.goto("/search?q=certificat+expirey");
  await expect(
    page.getByText(/expirey occurs in no incident; searched for .*expiry/),
  ).toBeVisible();
  await page.goto("/search?q=the+certificate");
  await expect(page.getByText("the says too little to be searched by.")).toBeVisible();
});

test("an unknown name finds nothing, and the nearest is one step away", async ({ page }) => {
  await page.goto("/search?class=staged-rolout-gap");
  await expect(page.getByText("There is no failure class called staged-rolout-gap")).toBeVisible();
  await page.getByRole("link", { name: "Staged-rollout gap" }).click();
  await expect(page).toHaveURL(/class=staged-rollout-gap/);
  await expect(foundOn(page)).not.toHaveText(/^0 /);
});

test("where nothing fits, the page says which one condition to drop to get how many", async ({
  page,
  library,
}) => {
  await page.goto('/search?q="feature+file"&org=fastly');
  await expect(
    page.getByRole("heading", { name: "No incident here fits all of this." }),
  ).toBeVisible();
  const ways = page.getByRole("link", { name: /^without / });
  await expect(ways).toHaveText([/"feature file"/, /Fastly/]);
  const fastly = library.incidents.filter(({ document }) =>
    document.record.organization.includes("Fastly"),
  );
  await expect(ways.first().locator("xpath=..")).toContainText(String(fastly.length));
  await ways.first().click();
  await expect(page).toHaveURL(/\/search\?org=fastly$/);
  await expect(foundOn(page)).toHaveText(`${fastly.length} incident`);
});

test("one orders by how many factors match", async ({ page, library }) => {
  await page.goto("/search?role=safeguard");
  await page
    .getByRole("navigation", { name: "Order" })
    .getByRole("link", { name: "Factors" })
    .click();
  await expect(page).toHaveURL(/sort=factors/);
  const counts = (await slugsOn(page)).map((slug) => safeguardsOf(library, slug));
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});

test("on a narrow screen the filters are folded away, and nothing sticks out", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(
    "/search?class=staged-rollout-gap&class=config-bypasses-release-path&match=any&q=update",
  );
  const role = page.getByRole("link", { name: /^Amplifier/ });
  await expect(role).toBeHidden();
  expect(await overflowOf(page)).toEqual({ pixels: 0, widest: "" });
  await page.getByText("Filters", { exact: true }).click();
  await expect(role).toBeVisible();
  expect(await overflowOf(page)).toEqual({ pixels: 0, widest: "" });
});

test("printed, the results stay and the filters go", async ({ page }) => {
  await page.goto("/search?role=amplifier&q=update");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("article").first()).toBeVisible();
  await expect(page.getByText("Role it played")).toBeHidden();
  await expect(page.getByRole("button", { name: "Search" })).toBeHidden();
});

function isBoth(slug: string, role: string) {
  return (factor: { role: string; classes: readonly string[] }) =>
    factor.role === role && factor.classes.includes(slug);
}

function safeguardsOf({ incidents }: Library, slug: string): number {
  const factors = incidents.find((one) => one.slug === slug)?.document.record.factors ?? [];
  return factors.filter(({ role }) => role === "safeguard").length;
}

async function slugsOn(page: Page): Promise<string[]> {
  const titles = page.getByRole("article").getByRole("heading").getByRole("link");
  const hrefs = await titles.evaluateAll((all) =>
    all.map((link) => link.getAttribute("href") ?? ""),
  );
  return hrefs.map((href) => href.replace("/incidents/", ""));
}
