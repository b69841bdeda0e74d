import type { Page } from "@playwright/test";

import { inspect, type HtmlFacts, type PageFacts } from "./page-facts";

/** What a walk over all links of the site has found. */
export type Crawled = {
  pages: ReadonlyMap<string, PageFacts>;
  /** The page on which each address was first seen. */
  seenOn: ReadonlyMap<string, string>;
};

/** Addresses asked for between two looks at what was found. */
const batch = 60;

/**
 * Follows every link from the front page, breadth first. Filters combine without end, so links with
 * a query are followed only from pages without one, and from page to page of a list.
 */
export async function crawl(page: Page): Promise<Crawled> {
  // A page of the site: what is no page may fetch nothing.
  await page.goto("/");
  const pages = new Map<string, PageFacts>();
  const seenOn = new Map<string, string>([["/", "the beginning"]]);
  let waiting = ["/"];
  while (waiting.length > 0) {
    const found = await page.evaluate(inspect, waiting.slice(0, batch));
    waiting = waiting.slice(batch);
    for (const facts of found) {
      pages.set(facts.address, facts);
      const unseen = [...new Set(leadingOn(facts))].filter((address) => !seenOn.has(address));
      for (const address of unseen) seenOn.set(address, facts.address);
      waiting.push(...unseen);
    }
  }
  return { pages, seenOn };
}

/** The pages among what was found that are HTML; what is not there is judged as a dead link. */
export function htmlPages({ pages }: Crawled): { address: string; html: HtmlFacts }[] {
  return [...pages.values()].flatMap(({ address, status, html }) =>
    html && status === 200 ? [{ address, html }] : [],
  );
}

function leadingOn({ address, html }: PageFacts): string[] {
  if (!html) return [];
  const isFiltered = address.includes("?");
  return [...html.links, ...html.parts]
    .map((link) => link.split("#")[0] ?? link)
    .filter((link) => !isFiltered || !link.includes("?") || isNeighbour(address, link));
}

/** Whether two addresses are pages of one list. */
function isNeighbour(address: string, link: string): boolean {
  return link.replace(/\bpage=\d+/, "") === address.replace(/\bpage=\d+/, "");
}
