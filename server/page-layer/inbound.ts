import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

import { clientHeader } from "#app/_api/own-origin";

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

/**
 * Takes out of a request what Next and our handlers would trust, in place, and puts our own origin
 * into it, and where the request came from.
 */
export function cleanInbound(request: IncomingMessage, publicUrl: URL): void {
  const { headers } = request;
  const client = clientOf(request);
  for (const name of Object.keys(headers)) {
    if (isTrustedByNext(name) || FORWARDED.includes(name)) Reflect.deleteProperty(headers, name);
  }
  Object.assign(headers, originHeaders(publicUrl), { [clientHeader]: client });
}

/**
 * Where a request came from. Behind a proxy on this machine or in the same private network it is
 * what that one says in the last place; from anywhere else nobody's word is taken for it. Of an IPv6
 * address the network counts: one house has more addresses than could ever be counted.
 */
export function clientOf({ headers, socket }: IncomingMessage): string {
  const peer = socket.remoteAddress ?? "";
  const told = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",").at(-1)?.trim() ?? "";
  const written = isIP(told) !== 0 && isNear(peer) ? told : peer;
  const client = written.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(client) === 6 ? networkOf(client) : client;
}

const near = new BlockList();
near.addSubnet("127.0.0.0", 8);
near.addSubnet("10.0.0.0", 8);
near.addSubnet("172.16.0.0", 12);
near.addSubnet("192.168.0.0", 16);
near.addAddress("::1", "ipv6");
near.addSubnet("fc00::", 7, "ipv6");

function isNear(address: string): boolean {
  return near.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

function networkOf(address: string): string {
  const { hostname } = new URL(`http://[${address.replace(/%.*/, "")}]/`);
  const [head = "", tail] = hostname.slice(1, -1).split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const middle = tail === undefined ? 0 : 8 - first.length - last.length;
  return [...first, ...Array<string>(middle).fill("0"), ...last].slice(0, 4).join(":");
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
