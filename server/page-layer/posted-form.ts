import type { IncomingMessage } from "node:http";

import { wordReply, type Reply } from "./replies";

type Posted =
  | { kind: "form"; form: URLSearchParams }
  | { kind: "refused"; reply: Reply }
  /** Whoever sent it has left, and nobody waits for an answer. */
  | { kind: "gone" };

const form = "application/x-www-form-urlencoded";

/** Reads a form that was sent to a page, up to so many bytes; anything else is refused in words. */
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
  return { kind: "form", form: new URLSearchParams(Buffer.concat(chunks).toString("utf8")) };
}

function refused(status: number, words: string): Posted {
  return { kind: "refused", reply: wordReply(status, words) };
}
