import { expectNoBarrierInEitherTheme } from "./support/barriers";
import { incidents } from "./support/kinds";
import { expect, test } from "./support/test";

const two = `/compare?incident=${incidents.channelFile}&incident=mcafee-2010-04-dat-5958`;

test("the margin of an incident names similar ones with reasons, and leads to a comparison", async ({
  page,
}) => {
  await page.goto(`/incidents/${incidents.channelFile}`);
  const margin = page.getByRole("complementary", { name: "Similar incidents" });
  const nearest = margin.getByRole("listitem").filter({
    has: page.getByRole("link", { name: "Virus definition quarantines a Windows file" }),
  });
  await expect(nearest).toContainText(
    /Both: privileged third party, staged-rollout gap as amplifier/,
  );
  await expect(nearest).toContainText("Differs, for one: memory-safety violation only here.");
  // What an author says of the relation stands there too.
  await expect(nearest).toContainText("made Windows XP machines unbootable");
  const related = page.getByRole("complementary", { name: "Related incidents" });
  await expect(related).toContainText("Security agent's eBPF program");
  await margin.getByRole("link", { name: "Compare side by side" }).click();
  await expect(page).toHaveURL(/\/compare\?incident=crowdstrike[^&]*(&incident=[a-z0-9-]+){2}$/);
  await expect(page.getByRole("table").first()).toContainText("Privileged third party");
});

test("what is shared is marked, in the table and at each factor", async ({ page }) => {
  await page.goto(two);
  const row = page.getByRole("row", { name: /^Staged-rollout gap/ });
  await expect(row.getByRole("cell")).toHaveText(["Amplifier", "Amplifier"]);
  const triggers = page.getByRole("region", { name: "Trigger" });
  await expect(triggers.getByRole("heading", { level: 3 })).toHaveText([
    "CrowdStrike, Jul 2024",
    "McAfee, Apr 2010",
  ]);
  await expect(
    triggers.getByRole("link", { name: "Configuration bypasses the release path (shared)" }),
  ).toHaveCount(2);
  await expect(page.getByRole("region", { name: "Preconditions" })).toContainText(
    "Memory-safety violation",
  );
  await expect(page.getByRole("link", { name: "Memory-safety violation (shared)" })).toHaveCount(0);
  const times = page.getByRole("region", { name: "How long it took" });
  await expect(times.getByRole("row", { name: /^CrowdStrike/ }).getByRole("cell")).toHaveText([
    "unknown",
    "78 min",
    "about 10 d",
  ]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one adds an incident by its title or address, and takes one out again", async ({
    page,
  }) => {
    await page.goto(two);
    const box = page.getByRole("combobox", { name: /Add an incident/ });
    await box.fill("https://example.org/incidents/cloudflare-2019-07-regex");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page).toHaveURL(/cloudflare-2019-07-regex$/);
    await expect(page.getByRole("columnheader", { name: "Cloudflare, Jul 2019" })).toBeVisible();
    await page
      .getByRole("group", { name: "Similar to these" })
      .getByRole("button", { name: /Agent update stops all Debian servers/ })
      .click();
    await expect(page.getByRole("link", { name: /^Take out/ })).toHaveCount(4);
    await expect(page.getByText("Four are as many as fit side by side.")).toBeVisible();
    await page.getByRole("link", { name: "Take out McAfee, Apr 2010" }).click();
    await expect(page.getByRole("link", { name: /^Take out/ })).toHaveCount(3);
    await expect(page.getByRole("columnheader", { name: "McAfee, Apr 2010" })).toHaveCount(0);
  });
});

const gentle: Readonly<Record<string, { address: string; says: RegExp }>> = {
  "none at all": { address: "/compare", says: /Two to four incidents can stand side by side/ },
  "only one": {
    address: `/compare?incident=${incidents.channelFile}`,
    says: /So far there is only/,
  },
  "the same twice": {
    address: `/compare?incident=${incidents.channelFile}&incident=${incidents.channelFile}`,
    says: /So far there is only/,
  },
  "one that is not here": {
    address: `${two}&incident=no-such`,
    says: /No incident here is called “no-such”/,
  },
  "one of which only words are known": {
    address: "/compare?incident=leap+day+cloud",
    says: /Perhaps one of these is meant/,
  },
  "more than four": {
    address: `${two}&incident=cloudflare-2019-07-regex&incident=fastly-2021-06-vcl&incident=aws-2017-02-s3`,
    says: /Four are as many as fit side by side\. Left out:/,
  },
  "no words": {
    address: "/compare?incident=%F0%9F%98%80&incident=%27%22%3B--",
    says: /No incident/,
  },
  "very many": {
    address: `/compare?${Array.from({ length: 200 }, (_, at) => `incident=x${at}`).join("&")}`,
    says: /No incident here is called “x0”/,
  },
};

for (const [named, { address, says }] of Object.entries(gentle)) {
  test(`an address that names ${named} gets a page that says what to do`, async ({ page }) => {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole("main")).toContainText(says);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Compare incidents");
  });
}

test("axe finds nothing on a comparison, light and dark", async ({ page }) => {
  await page.goto(`${two}&incident=cloudflare-2019-07-regex`);
  await expectNoBarrierInEitherTheme(page);
});

for (const width of [320, 390, 768, 1440]) {
  test(`four incidents fit a page of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${two}&incident=cloudflare-2019-07-regex&incident=fastly-2021-06-vcl`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  });
}
