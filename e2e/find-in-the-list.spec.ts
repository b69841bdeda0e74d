import type { Locator, Page } from "@playwright/test";

import type { IncidentFile } from "./support/library";
import { expect, test } from "./support/test";

test("the whole list has every incident once, newest first", async ({ page, library }) => {
  const seen: string[] = [];
  await page.goto("/incidents");
  for (let turned = 1; ; turned += 1) {
    seen.push(...(await slugsOn(page)));
    const next = page
      .getByRole("navigation", { name: "Pages" })
      .getByRole("link", { name: "Next" });
    if ((await next.count()) === 0) break;
    expect(turned).toBeLessThan(10);
    await next.click();
    await expect(page).toHaveURL(new RegExp(`page=${turned + 1}$`));
  }
  expect(seen).toHaveLength(101);
  expect(new Set(seen)).toEqual(new Set(library.incidents.map(({ slug }) => slug)));
  const starts = seen.map(
    (slug) => library.incidents.find((one) => one.slug === slug)?.document.record.started ?? "",
  );
  const years = starts.map((start) => Number(/\d{4}/.exec(start)?.[0]));
  expect(years).toEqual(years.toSorted((a, b) => b - a));
});

const filters: readonly {
  words: string;
  label: string;
  choice: string;
  fits: (file: IncidentFile) => boolean;
}[] = [
  {
    words: "a class",
    label: "Failure class",
    choice: "Cascading failure",
    fits: (file) => bears(file, "cascading-failure"),
  },
  {
    words: "an organisation",
    label: "Organisation",
    choice: "Fastly",
    fits: ({ document }) => document.record.organization.includes("Fastly"),
  },
  {
    words: "a sector",
    label: "Sector",
    choice: "Telecommunications",
    fits: ({ document }) => document.record.sectors.includes("telecom"),
  },
  {
    words: "a severity",
    label: "Severity",
    choice: "Minor",
    fits: ({ document }) => document.record.severity === "minor",
  },
  {
    words: "what was no near miss",
    label: "Kind",
    choice: "Incident",
    fits: ({ document }) => document.record.kind === "incident",
  },
];

for (const { words, label, choice, fits } of filters) {
  test(`the list narrows to ${words}, and the address says so`, async ({ page, library }) => {
    await page.goto("/incidents");
    const filter = page.getByRole("main").getByRole("heading", { name: label, exact: true });
    const options = filter.locator("xpath=ancestor::*[contains(@class, 'facet')][1]");
    await options.evaluate((list) => {
      for (const one of [list, ...list.querySelectorAll("details")]) one.setAttribute("open", "");
    });
    const option = options.getByRole("link", { name: new RegExp(`^${choice}\\b`) });
    await option.click();
    const expected = library.incidents.filter(fits);
    await expect(foundOn(page)).toHaveText(new RegExp(`^${expected.length} incidents?$`));
    expect(new Set(await slugsOn(page)).size).toBe(Math.min(20, expected.length));
    for (const slug of await slugsOn(page))
      expect(expected.map((file) => file.slug)).toContain(slug);
    // The address alone brings the same to someone else.
    const before = await slugsOn(page);
    await page.goto(page.url());
    expect(await slugsOn(page)).toEqual(before);
    await expect(option).toHaveAttribute("aria-current", "true");
  });
}

test("years are inclusive, also for incidents that lasted longer", async ({ page, library }) => {
  await page.goto("/incidents?from=1985&to=1999");
  const expected = library.incidents.filter(({ document }) =>
    /^\D*19(8[5-9]|9\d)/.test(document.record.started ?? ""),
  );
  expect(new Set(await slugsOn(page))).toEqual(new Set(expected.map(({ slug }) => slug)));
});

test("words are looked for in the whole incident, and in every form", async ({ page }) => {
  await page.goto("/incidents");
  await page.getByRole("main").getByRole("searchbox").fill("feature file");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/incidents\?q=feature/);
  expect((await slugsOn(page))[0]).toBe("cloudflare-2025-11-bot-management");
});

test("the figure beside a class is what one gets by choosing it", async ({ page }) => {
  await page.goto("/incidents?severity=critical");
  const classes = page.getByRole("region", { name: "Failure class" });
  const row = classes.getByRole("link").first();
  const figure = /\d+/.exec(await row.innerText())?.[0];
  await row.click();
  await expect(page).toHaveURL(/class=.*severity=critical/);
  await expect(foundOn(page)).toHaveText(`${figure} incidents`);
});

test("the list needs no script, and shows no factors", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await page.goto("/incidents?class=staged-rollout-gap");
  await page.waitForLoadState("networkidle");
  expect(scripts.filter((url) => url.includes("/_next/"))).toEqual([]);
  await expect(page.locator(".factor-line")).toHaveCount(0);
  await expect(page.locator(".incident-excerpt").first()).toBeVisible();
});

test("nothing found is said gently, with a way on", async ({ page }) => {
  await page.goto("/incidents?org=fastly&severity=minor");
  await expect(
    page.getByRole("heading", { name: "No incident here fits all of this." }),
  ).toBeVisible();
  await page.getByRole("link", { name: /without severity/ }).click();
  await expect(page).toHaveURL(/\/incidents\?org=fastly$/);
  expect(await slugsOn(page)).toEqual(["fastly-2021-06-vcl"]);
});

/** How many incidents the list says that it has found. */
function foundOn(page: Page): Locator {
  const found = page.getByRole("region", { name: "Incidents found" });
  return found.getByText(/^\d+ incidents?( in all)?$/);
}

async function slugsOn(page: Page): Promise<string[]> {
  const found = page
    .getByRole("region", { name: "Incidents found" })
    .getByRole("heading")
    .getByRole("link");
  const hrefs = await found.evaluateAll((all) =>
    all.map((link) => link.getAttribute("href") ?? ""),
  );
  return hrefs.map((href) => href.replace("/incidents/", "").replace(/#.*/, ""));
}

function bears({ document }: IncidentFile, slug: string): boolean {
  return document.record.factors.some((factor) => factor.classes.includes(slug));
}
