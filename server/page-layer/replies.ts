import type { IncomingMessage, ServerResponse } from "node:http";

import { faultPage } from "./plain-pages";
import { FILE_POLICY } from "./policy";

/** A short answer that the layer gives by itself, never kept by anyone. */
export type Reply = {
  status: number;
  type: string;
  text: string;
  retryAfter?: number;
  /** The methods that the address takes, where the request's was another. */
  allow?: string;
  /** Where to go instead. */
  location?: string;
};

/** Seconds after which it is worth asking again while the database is away. */
const RETRY_AFTER = 5;

export function wordReply(status: number, text: string): Reply {
  const type = "text/plain; charset=utf-8";
  return status === 503
    ? { status, type, text: `${text}\n`, retryAfter: RETRY_AFTER }
    : { status, type, text: `${text}\n` };
}

/** The reply to a method that pages do not take; what changes something is under `/api`. */
export const onlyRead: Reply = {
  ...wordReply(405, "This address can only be read: use GET or HEAD."),
  allow: "GET, HEAD",
};

export function pageReply(status: number, page: string): Reply {
  const type = "text/html; charset=utf-8";
  return status === 503
    ? { status, type, text: page, retryAfter: RETRY_AFTER }
    : { status, type, text: page };
}

/** A problem as in RFC 9457, as the API answers it. */
export function problemReply(status: number, title: string, detail: string): Reply {
  const text = JSON.stringify({ type: "about:blank", title, status, detail });
  return { status, type: "application/problem+json", text };
}

/** Writes a reply, or breaks the connection off where an answer had already begun. */
export function sendReply(response: ServerResponse, reply: Reply, always: readonly string[]): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const headers = [...always, "Content-Security-Policy", FILE_POLICY, "Cache-Control", "no-store"];
  headers.push("Content-Type", reply.type, "Content-Length", String(Buffer.byteLength(reply.text)));
  if (reply.retryAfter !== undefined) headers.push("Retry-After", String(reply.retryAfter));
  if (reply.allow !== undefined) headers.push("Allow", reply.allow);
  if (reply.location !== undefined) headers.push("Location", reply.location);
  response.writeHead(reply.status, headers);
  response.end(reply.text);
}

/** The reply to a request that failed by a fault of ours, which `id` names in the log. */
export function faultReply(id: string): Reply {
  return pageReply(500, faultPage(id));
}

/** Writes a failure to the log, once, so that the `id` a reader reports leads to it. */
export function logFault(
  id: string,
  request: Pick<IncomingMessage, "method" | "url">,
  fault: unknown,
): void {
  const what = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  console.error(`Request ${id} failed: ${request.method} ${request.url}: ${what}`);
}
