import type { IncomingMessage } from "node:http";

import { ComparedText, muchText } from "#app/_api/much-text";

import { clientOf } from "./inbound";
import { wordReply, type Reply } from "./replies";

type Posted =
  | { kind: "form"; form: URLSearchParams }
  | { kind: "refused"; reply: Reply }
  /** Whoever sent it has left, and nobody waits for an answer. */
  | { kind: "gone" };

const form = "application/x-www-form-urlencoded";

// The only form that a page takes is a text that is compared.
const compared = new ComparedText();

/**
 * Reads a form that was sent to a page, up to so many bytes; anything else is refused in words, and so
 * is more than one client may send.
 */
export async function readPostedForm(request: IncomingMessage, limit: number): Promise<Posted> {
  if (request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() !== form) {
    return refused(415, "Send this as a form: application/x-www-form-urlencoded.");
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) continue;
      size += chunk.length;
      if (size > limit)
        return refused(413, "That is more text than can be looked at here. Send less.");
      chunks.push(chunk);
    }
  } catch (error) {
    if (!request.complete) return { kind: "gone" };
    throw error;
  }
  const seconds = compared.take(clientOf(request), size);
  if (seconds > 0) {
    return {
      kind: "refused",
      reply: { ...wordReply(429, muchText(seconds)), retryAfter: seconds },
    };
  }
  return { kind: "form", form: new URLSearchParams(Buffer.concat(chunks).toString("utf8")) };
}

function refused(status: number, words: string): Posted {
  return { kind: "refused", reply: wordReply(status, words) };
}
