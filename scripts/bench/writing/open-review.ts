import type { BrowserContext, Page } from "@playwright/test";
import { z } from "zod";

import { paths } from "#app/paths";
import type { IncidentDocument } from "#knowledge/incident/document";
import { setUpToken } from "#knowledge/people/joining";

import { connectedTo } from "../connected-to";

const Begun = z.object({ slug: z.string() });

/** Makes the first account of a site, as a person would who was given the link. */
export async function signUp(page: Page, origin: string, databaseUrl: string): Promise<void> {
  const token = await connectedTo(databaseUrl, setUpToken);
  if (token === null) throw new Error("the site was set up before");
  await page.goto(`${origin}${paths.setup(token)}`);
  await page.getByLabel("Name").fill("Ada Author");
  await page.getByLabel("E-mail").fill("ada@example.org");
  await page.getByLabel("New password").fill("four plain words here");
  await page.getByRole("button", { name: "Set up" }).click();
  await page.waitForURL(`**${paths.settings("people")}`);
}

/** Begins a review with a document, as the screen of the import does; gives its address. */
export async function beginReview(
  context: BrowserContext,
  origin: string,
  document: IncidentDocument,
): Promise<string> {
  const answer = await context.request.post(`${origin}${paths.apiReviews()}`, {
    headers: { origin },
    data: { template: "full-review", document },
  });
  if (!answer.ok()) throw new Error(`no review was begun: ${await answer.text()}`);
  return `${origin}${paths.review(Begun.parse(await answer.json()).slug)}`;
}

/** Waits until the editor is alive, everything is saved and the first check is answered. */
export async function settled(page: Page): Promise<void> {
  await page.locator(".ed-status", { hasText: /^Saved \d/ }).waitFor({ timeout: 60_000 });
  await page.locator(".cm-content").first().waitFor();
  await page.locator(".ed-finding").first().waitFor({ timeout: 60_000 });
  await page.waitForLoadState("networkidle");
}
