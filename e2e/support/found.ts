import type { Locator, Page } from "@playwright/test";

/** How many incidents the page says that it has found. */
export function foundOn(page: Page): Locator {
  const found = page.getByRole("region", { name: "Incidents found" });
  return found.locator(".results-head > p");
}

export async function countOf(page: Page): Promise<number> {
  return figureOf(await foundOn(page).innerText());
}

/** The first number of a text. */
export function figureOf(text: string): number {
  return Number(/\d+/.exec(text)?.[0]);
}
