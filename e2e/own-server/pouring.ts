import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { request, type ClientRequest, type IncomingMessage } from "node:http";

import type { APIRequestContext } from "@playwright/test";

/** What came of a request whose body was poured until the server answered. */
export interface Poured {
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  readonly said: string;
  /** Bytes of the body that had left when the answer came. */
  readonly sent: number;
}

export interface Pouring {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly begins: Buffer;
  readonly bytes: number;
  /** Whether the request says how long it is. */
  readonly isTold: boolean;
}

const piece = Buffer.alloc(64 * 1024, "a");

/** Sends a long body piece by piece, as fast as it is taken, until an answer comes. */
export async function pour({
  method,
  url,
  headers,
  begins,
  bytes,
  isTold,
}: Pouring): Promise<Poured> {
  const length = isTold ? { "content-length": String(bytes) } : {};
  const asked = request(url, { method, headers: { ...headers, ...length } });
  const heard = answerOf(asked);
  const progress = { sent: 0, answered: false };
  void heard.finally(() => (progress.answered = true)).catch(() => undefined);
  for (let next = begins; next.length > 0 && !progress.answered;) {
    const isRoom = asked.write(next);
    progress.sent += next.length;
    if (!isRoom) await Promise.race([once(asked, "drain"), heard]).catch(() => undefined);
    // Lets an answer be heard between two pieces.
    else await new Promise((resolve) => setImmediate(resolve));
    next = piece.subarray(0, Math.min(piece.length, bytes - progress.sent));
  }
  const { sent } = progress;
  if (!progress.answered) asked.end();
  const answer = await heard;
  asked.destroy();
  return { ...answer, sent };
}

function answerOf(asked: ClientRequest): Promise<{ status: number; said: string }> {
  return new Promise((resolve) => {
    asked.once("error", (error) => resolve({ status: 0, said: error.message }));
    asked.once("response", (response: IncomingMessage) => {
      let said = "";
      response.setEncoding("utf8").on("data", (text: string) => (said += text));
      const told = () => resolve({ status: response.statusCode ?? 0, said });
      response.once("end", told).once("error", told);
    });
  });
}

/** The cookies of somebody, as a header has them. */
export async function cookiesOf(asks: APIRequestContext): Promise<string> {
  const { cookies } = await asks.storageState();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Megabytes that a process holds. */
export function heldBy(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}
