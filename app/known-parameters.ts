import { queryParameters } from "#knowledge/search/query";

const none: readonly string[] = [];

/** The pages that read the whole search query. */
const queried: ReadonlySet<string> = new Set([
  "/incidents",
  "/search",
  "/search/answer",
  "/search.json",
]);

/** What is asked for, without the page of it: files and feeds hold all pages. */
const unpaged = queryParameters.filter((name) => name !== "page");

/**
 * The query parameters that the page at a path reads, in their canonical order. Everything else in
 * an address is dropped before a page sees it, so that it cannot multiply what is kept.
 */
export function knownParameters(path: string): readonly string[] {
  if (queried.has(path)) return queryParameters;
  if (path === "/search/suggestions") return ["q"];
  if (path === "/search.csv") return [...unpaged, "rows"];
  if (path === "/search.atom") return unpaged.filter((name) => name !== "sort");
  if (path === "/compare") return ["incident"];
  if (path === "/classes") return ["role"];
  if (path === "/claims") return ["outcome"];
  if (path === "/sources") return ["page"];
  if (/^\/incidents\/[^/]+\/history\/[^/]+$/.test(path)) return ["against"];
  return none;
}
