/** A page, as far as a machine can judge it. Addresses are without the site's own origin. */
export type PageFacts = {
  address: string;
  /** Where the answer came from, after redirects. */
  answeredBy: string;
  status: number;
  headers: Record<string, string>;
  /** Null where the answer is no HTML. */
  html: HtmlFacts | null;
};

export type HtmlFacts = {
  title: string;
  language: string;
  description: string;
  canonical: string;
  /** Levels of the headings, in the order of the page. */
  headings: number[];
  emptyHeadings: number;
  ids: string[];
  repeatedIds: string[];
  /** Where `a` elements lead on this site, with fragments. */
  links: string[];
  /** What else of this site it needs: scripts, styles, pictures, feeds. */
  parts: string[];
  /** Of scripts, styles and pictures. */
  foreignParts: string[];
  /** Part of it comes to life in the browser, for which it carries the framework's script. */
  isIsland: boolean;
  styleAttributes: number;
  inlineScripts: number;
  /** Attributes such as `onclick`. */
  inlineListeners: number;
  /** Links and buttons that say nothing. */
  nameless: string[];
};

/**
 * Fetches pages and takes them apart with the browser's own parser. It runs in a page of the site
 * and is handed over as text, so it may use nothing from outside.
 */
export async function inspect(addresses: readonly string[]): Promise<PageFacts[]> {
  const queue = addresses.entries();
  const found: PageFacts[] = [];
  const worker = async () => {
    for (const [position, address] of queue) found[position] = await inspectOne(address);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return found;

  async function inspectOne(address: string): Promise<PageFacts> {
    const response = await fetch(address);
    const body = await response.text();
    const isHtml = response.headers.get("content-type")?.startsWith("text/html") ?? false;
    return {
      address,
      answeredBy: own(response.url) ?? response.url,
      status: response.status,
      headers: Object.fromEntries(response.headers),
      html: isHtml
        ? factsOf(new DOMParser().parseFromString(body, "text/html"), response.url)
        : null,
    };
  }

  function factsOf(page: Document, address: string): HtmlFacts {
    const all = [...page.querySelectorAll("*")];
    const ids = all.map(({ id }) => id).filter((id) => id !== "");
    const headings = [...page.querySelectorAll("h1, h2, h3, h4, h5, h6")];
    const resources = ["script[src]", "img[src]", "link[href]:not([rel=canonical], [rel=license])"];
    const needed = [...page.querySelectorAll(resources.join(","))].map(
      (element) =>
        new URL(element.getAttribute("src") ?? element.getAttribute("href") ?? "", address).href,
    );
    return {
      title: page.title,
      language: page.documentElement.lang,
      description: page.querySelector("meta[name=description]")?.getAttribute("content") ?? "",
      canonical: page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? "",
      headings: headings.map(({ tagName }) => Number(tagName.slice(1))),
      emptyHeadings: headings.filter(({ textContent }) => textContent.trim() === "").length,
      ids,
      repeatedIds: ids.filter((id, position) => ids.indexOf(id) !== position),
      links: [...page.querySelectorAll("a[href]")].flatMap(
        (link) => own(new URL(link.getAttribute("href") ?? "", address).href) ?? [],
      ),
      parts: needed.flatMap((href) => own(href) ?? []),
      foreignParts: needed.filter((href) => own(href) === null),
      isIsland: page.querySelector("[data-island]") !== null,
      styleAttributes: page.querySelectorAll("[style]").length,
      inlineScripts: page.querySelectorAll("script:not([src], [type='application/ld+json'])")
        .length,
      inlineListeners: all.filter((element) =>
        element.getAttributeNames().some((name) => name.startsWith("on")),
      ).length,
      nameless: [...page.querySelectorAll("a[href], button")]
        .filter((element) => element.textContent.trim() + (element.ariaLabel ?? "") === "")
        .map((element) => element.outerHTML.slice(0, 200)),
    };
  }

  function own(href: string): string | null {
    const { origin, pathname, search, hash } = new URL(href);
    return origin === location.origin ? pathname + search + hash : null;
  }
}
