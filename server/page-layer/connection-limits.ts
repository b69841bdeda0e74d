import { type Server, STATUS_CODES } from "node:http";
import { Socket } from "node:net";

import { everyResponse, FILE_POLICY } from "./policy";

/** What a connection is refused with, by Node's code of the error. */
const statuses: ReadonlyMap<string | undefined, number> = new Map([
  ["HPE_HEADER_OVERFLOW", 431],
  ["ERR_HTTP_REQUEST_TIMEOUT", 408],
]);

/**
 * Bounds what one connection can cost the server that listens with the page layer: how long a
 * request may take to arrive, how long a reader may take nothing of an answer, and how a request
 * that is no HTTP is refused (Node's own refusal carries none of our headers).
 */
export function limitConnections(server: Server, publicUrl: string): void {
  server.headersTimeout = 15_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 10_000;
  // Milliseconds without a byte in either direction; an answer that nobody takes ends with it.
  server.timeout = 120_000;
  const headers = [...everyResponse(new URL(publicUrl)), "Content-Security-Policy", FILE_POLICY];
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    // Browsers open connections ahead of need. What is said on one that nothing was asked on would be
    // taken for the answer to whatever is asked just then; where it is closed they ask on another.
    const isUnused = socket instanceof Socket && socket.bytesRead === 0;
    if (error.code === "ECONNRESET" || !socket.writable || isUnused) {
      socket.destroy();
      return;
    }
    const status = statuses.get(error.code) ?? 400;
    const text = `${STATUS_CODES[status]}\n`;
    const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`];
    for (let at = 0; at + 1 < headers.length; at += 2)
      lines.push(`${headers[at]}: ${headers[at + 1]}`);
    lines.push("Content-Type: text/plain; charset=utf-8", `Content-Length: ${text.length}`);
    socket.end([...lines, "Connection: close", "", text].join("\r\n"));
  });
}
