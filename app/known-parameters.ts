import { queryParameters } from "#knowledge/search/query";

const none: readonly string[] = [];

/**
 * The query parameters that the page at a path reads, in their canonical order. Everything else in
 * an address is dropped before a page sees it, so that it cannot multiply what is kept.
 */
export function knownParameters(path: string): readonly string[] {
  if (path === "/incidents") return queryParameters;
  if (path === "/classes") return ["role"];
  if (path === "/claims") return ["outcome"];
  if (path === "/sources") return ["page"];
  if (/^\/incidents\/[^/]+\/history\/[^/]+$/.test(path)) return ["against"];
  return none;
}
