import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";

import { afterAll, beforeAll, expect, test } from "vitest";

import { limitConnections } from "./connection-limits";

// Looked at often, so that nobody waits for the half minute between two looks.
const server = createServer({ connectionsCheckingInterval: 20 }, (_request, response) => {
  response.end("answered");
});
let port = 0;

beforeAll(async () => {
  limitConnections(server, "http://incidents.example:3000");
  server.headersTimeout = 100;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the server has no port");
  port = bound.port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** All that comes back on a connection until it is closed. */
async function cameBack(sent: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  if (sent !== "") socket.write(sent);
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "close");
  return Buffer.concat(chunks).toString();
}

test("a connection on which nothing was asked is closed without a word", async () => {
  expect(await cameBack("")).toBe("");
});

test("a request that does not arrive in time is told so", async () => {
  const refusal = await cameBack("GET / HTTP/1.1\r\nHost: incidents");
  expect(refusal).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  expect(refusal).toContain("Connection: close");
});
