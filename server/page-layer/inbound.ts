import type { IncomingHttpHeaders } from "node:http";

/** Headers by which Next can be told what to do; from outside they are only ever an attack. */
const TRUSTED_BY_NEXT = new Set([
  "content-security-policy",
  "content-security-policy-report-only",
  "forwarded",
  "next-resume",
  "x-http-method-override",
  "x-matched-path",
  "x-nonce",
  "x-now-route-matches",
  "x-original-url",
  "x-rewrite-url",
]);
const TRUSTED_PREFIXES = ["x-middleware-", "x-nextjs-", "x-next-", "x-invoke-", "x-vercel-"];
const FORWARDED = [
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-forwarded-prefix",
];

function isTrustedByNext(name: string): boolean {
  return TRUSTED_BY_NEXT.has(name) || TRUSTED_PREFIXES.some((prefix) => name.startsWith(prefix));
}

/** The headers that name our own origin, so that whatever Next derives from them is the public address. */
export function originHeaders(publicUrl: URL): Record<string, string> {
  const port = publicUrl.port || (publicUrl.protocol === "https:" ? "443" : "80");
  return {
    host: publicUrl.host,
    "x-forwarded-host": publicUrl.host,
    "x-forwarded-port": port,
    "x-forwarded-proto": publicUrl.protocol.slice(0, -1),
  };
}

/** Takes out of a request what Next would trust, in place, and puts our own origin into it. */
export function cleanInbound(headers: IncomingHttpHeaders, publicUrl: URL): void {
  for (const name of Object.keys(headers)) {
    if (isTrustedByNext(name) || FORWARDED.includes(name)) Reflect.deleteProperty(headers, name);
  }
  Object.assign(headers, originHeaders(publicUrl));
}

/** Whether the request carries a cookie of this name with any value. */
export function hasCookie(cookies: string | undefined, name: string | undefined): boolean {
  if (cookies === undefined || name === undefined) return false;
  return cookies.split(";").some((pair) => pair.trimStart().startsWith(`${name}=`));
}

/** Whether Next's router asks for a page's data rather than for the page. */
export function asksForPageData(headers: IncomingHttpHeaders): boolean {
  return (
    headers.rsc !== undefined ||
    headers["next-action"] !== undefined ||
    headers["next-router-prefetch"] !== undefined ||
    headers["next-router-state-tree"] !== undefined
  );
}
