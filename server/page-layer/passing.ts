import type { IncomingMessage, ServerResponse } from "node:http";

import { currentAudience } from "#knowledge/people/audience";

import type { Next } from "./captured-response";
import { cleanInbound } from "./inbound";
import { FILE_POLICY, PICTURE_POLICY, pagePolicy } from "./policy";

/**
 * Lets Next answer a request itself, byte by byte as it comes, under the same headers as every other
 * answer. For the API, for what changes something, and for the router's own questions.
 *
 * A page that comes this way (the answer to a form sent without script) gets the policy of pages and
 * no hashes, so it is shown in full and its inline scripts do not run.
 */
export async function passToNext(
  next: Next,
  request: IncomingMessage,
  response: ServerResponse,
  { publicUrl, always }: { publicUrl: URL; always: readonly string[] },
): Promise<void> {
  cleanInbound(request, publicUrl);
  const isPrivate = currentAudience() === "members";
  for (let at = 0; at + 1 < always.length; at += 2) {
    response.setHeader(always[at] ?? "", always[at + 1] ?? "");
  }
  response.setHeader("Content-Security-Policy", FILE_POLICY);
  // The last moment at which the type of the answer is known and its headers can still be changed;
  // every way of beginning an answer leads through here.
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (...given: unknown[]) => {
    const headers = given.at(-1);
    if (typeof headers === "object" && headers !== null && !Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined)
          response.setHeader(name, Array.isArray(value) ? value : String(value));
      }
    }
    response.removeHeader("X-Powered-By");
    // Whatever the handler says: what a member is answered is for them alone.
    if (isPrivate) {
      response.setHeader("Cache-Control", "private, no-store");
      response.removeHeader("Access-Control-Allow-Origin");
    }
    const type = String(response.getHeader("content-type"));
    if (type.startsWith("text/html")) {
      response.setHeader("Content-Security-Policy", pagePolicy());
    } else if (type.startsWith("image/")) {
      response.setHeader("Content-Security-Policy", PICTURE_POLICY);
    }
    return writeHead(Number(given[0]));
  };
  await next(request, response);
}
