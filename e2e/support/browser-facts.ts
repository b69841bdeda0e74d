import type { Page } from "@playwright/test";

/** What moved on a page after it was first painted, and how far; nothing on a page that stands still. */
export async function shiftsOf(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  return page.evaluate(watchForShifts);
}

/** Runs in the page, which has been listening from its beginning: what is buffered comes as well. */
function watchForShifts(): Promise<string[]> {
  return new Promise((resolve) => {
    const shifts: string[] = [];
    const nameOf = (source: unknown) => {
      const node = typeof source === "object" && source && "node" in source ? source.node : null;
      return node instanceof Element ? node.outerHTML.slice(0, 80) : String(node);
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const value = "value" in entry ? Number(entry.value) : Number.NaN;
        const sources = "sources" in entry && Array.isArray(entry.sources) ? entry.sources : [];
        shifts.push(`${value} after ${entry.startTime} ms: ${sources.map(nameOf).join(", ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
    // A font that comes late would move things within the next two frames.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(shifts), 50)));
  });
}

/** By how many pixels the page is wider than the window, and what sticks out furthest. */
export async function overflowOf(page: Page): Promise<{ pixels: number; widest: string }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const pixels = Math.max(0, scrollWidth - clientWidth);
    if (pixels === 0) return { pixels, widest: "" };
    const reaching = [...document.querySelectorAll("body *")].map((element) => ({
      element,
      right: element.getBoundingClientRect().right,
    }));
    const [furthest] = reaching.toSorted((a, b) => b.right - a.right);
    return { pixels, widest: furthest?.element.outerHTML.slice(0, 120) ?? "" };
  });
}

/** The texts of a page as a reader sees them, with every run of white space as one space. */
export async function visibleText(page: Page, selector = "main"): Promise<string> {
  // Citation marks stand between the words of a text and those of the next.
  const text = await page.locator(selector).innerText();
  return text.replaceAll(/\s+/g, " ");
}

/** Those of these texts that a reader does not see on the page. */
export async function unseenOn(page: Page, texts: readonly string[]): Promise<string[]> {
  const seen = await visibleText(page);
  return texts.filter((text) => !seen.includes(text.replaceAll(/\s+/g, " ")));
}
