import { paths } from "#app/paths";

import { expectNoBarrierInEitherTheme } from "../support/barriers";
import { begin } from "./authored";
import { expect, test } from "./people";
import { browserOf, saved } from "./writing";

test("a title alone brings what is like it, and says why", async ({ browser, own, writers }) => {
  const context = await browserOf(browser, own.url, writers.ben);
  const page = await context.newPage();
  await page.goto(paths.review(await begin(writers.ben, null)));
  await saved(page);
  const pane = page.getByRole("region", { name: "Has this happened before?" });
  await expect(pane).toContainText("A title is enough to look for it");

  const title = page.getByLabel("Title", { exact: true }).first();
  await title.fill("Expired TLS certificate took down the API gateway");
  const like = pane.getByRole("listitem").filter({ hasText: "Microsoft Teams" });
  await expect(like).toContainText("Certificate expiry as trigger");
  await expect(like).toContainText("“certificate” in its trigger; “expired” in its title");
  const sounds = pane.getByRole("listitem").filter({ hasText: "You write" });
  await expect(sounds.getByRole("link", { name: "Certificate expiry" })).toHaveAttribute(
    "href",
    paths.failureClass("certificate-expiry"),
  );
  await expectNoBarrierInEitherTheme(page);

  await title.fill("Parking permits were handed out twice");
  await expect(pane).toContainText("Nothing published is like it by more than a word or two.");

  // What is merely near is there for who asks for it, in a page of its own.
  await title.fill("A configuration change is rolled out without a stage");
  for (let press = 1; press <= 2; press += 1) {
    const coming = context.waitForEvent("page");
    await pane.getByRole("button", { name: "Search with all of this text" }).press("Enter");
    const search = await coming;
    await expect(search).toHaveURL(paths.searchByText());
    await expect(search.getByLabel("Your text")).toHaveValue(await title.inputValue());
    await expect(search.getByRole("link", { name: "Staged-rollout gap" }).first()).toBeVisible();
    await search.close();
  }
  await title.fill("");
  await expect(pane).toContainText("A title is enough to look for it");
  await saved(page);
  await context.close();
});
