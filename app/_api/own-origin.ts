/**
 * Whether a request that changes something comes from a page of ours. A browser says so in `Origin`
 * with every such request; who does not say it, or says something else, is refused.
 */
export function isFromOwnPage(headers: Headers): boolean {
  const origin = headers.get("origin");
  return origin !== null && origin === new URL(process.env.PUBLIC_URL ?? "").origin;
}

/** Where a request came from, as the server in front of Next saw it. */
export const clientHeader = "x-hindsight-client";

export function clientOf(headers: Headers): string {
  return headers.get(clientHeader) ?? "unknown";
}
