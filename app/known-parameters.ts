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

/** The parameters of pages that read a few of their own. */
const own: ReadonlyMap<string, readonly string[]> = new Map([
  ["/search/suggestions", ["q"]],
  ["/search.csv", [...unpaged, "rows"]],
  ["/search.atom", unpaged.filter((name) => name !== "sort")],
  ["/compare", ["incident"]],
  ["/classes", ["role"]],
  ["/patterns", ["role", "family", "sort"]],
  ["/claims", ["outcome"]],
  ["/sources", ["page"]],
  ["/sign-in", ["next"]],
  ["/setup", ["token"]],
  ["/settings/audit", ["act", "page"]],
]);

/**
 * The query parameters that the page at a path reads, in their canonical order. Everything else in
 * an address is dropped before a page sees it, so that it cannot multiply what is kept.
 */
export function knownParameters(path: string): readonly string[] {
  if (queried.has(path)) return queryParameters;
  if (/^\/incidents\/[^/]+\/history\/\d+$/.test(path)) return ["against"];
  if (/^\/incidents\/[^/]+\/history$/.test(path)) return ["revision", "against"];
  if (/^\/write\/[^/]+\/preview$/.test(path)) return ["revision"];
  return own.get(path) ?? none;
}
