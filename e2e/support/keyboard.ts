import type { Page } from "@playwright/test";

/** What the focus is on, as a person who cannot see it hears it. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return "";
    const label = element.id === "" ? null : document.querySelector(`label[for="${element.id}"]`);
    const words = (label ?? element.closest("label") ?? element).textContent ?? "";
    const name = element.getAttribute("aria-label") ?? words;
    return name.replace(/\s+/g, " ").trim();
  });
}

const longestWay = 400;

/** Presses Tab until the focus is on what is called so; backwards with `Shift+Tab`. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  key: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> {
  const fits = (text: string) => (typeof name === "string" ? text === name : name.test(text));
  const heard: string[] = [];
  for (let pressed = 0; pressed < longestWay; pressed += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (fits(now)) return;
    heard.push(now);
  }
  throw new Error(
    `${String(name)} cannot be reached with ${key}. On the way: ${heard.join(" | ")}`,
  );
}
