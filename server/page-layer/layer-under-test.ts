import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as ask,
  type ServerResponse,
} from "node:http";

import { limitConnections } from "./connection-limits";
import { createPageLayer, type PageLayer, type PageLayerOptions } from "./page-layer";

/** Stands for Next: is asked like it and writes to the response like it. */
export type FakeNext = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export type Asked = { method?: string; headers?: Record<string, string>; body?: string };
export type Answered = {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
};

export type LayerUnderTest = {
  layer: PageLayer;
  port: number;
  get: (path: string, asked?: Asked) => Promise<Answered>;
  close: () => Promise<void>;
};

/** A page layer that really listens, in front of a Next that does what the test says. */
export async function layerInFrontOf(
  next: FakeNext,
  options: Partial<PageLayerOptions> = {},
): Promise<LayerUnderTest> {
  const publicUrl = options.publicUrl ?? "http://incidents.example:3000";
  const layer = createPageLayer({
    next: async (request, response) => next(request, response),
    publicUrl,
    cacheBytes: 10_000_000,
    knownParameters: (path) => (path === "/incidents" ? ["q", "class"] : []),
    ready: () => Promise.resolve({ ok: true }),
    databaseReachable: () => true,
    unavailablePage: "<!DOCTYPE html><title>Away</title><h1>The database is away</h1>",
    ...options,
  });
  const server = createServer((request, response) => layer.serve(request, response));
  limitConnections(server, publicUrl);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the server has no port");
  const { port } = bound;
  return {
    layer,
    port,
    get: (path, asked = {}) => answered(port, path, asked),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

// `fetch` would tidy the path, follow redirects and unpack the body: all that is to be seen here.
export function answered(port: number, path: string, asked: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { method = "GET", headers = {} } = asked;
    const request = ask({ host: "127.0.0.1", port, path, method, headers, agent: false });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const { statusCode: status = 0, headers: got } = response;
        resolve({ status, headers: got, bytes, text: bytes.toString("utf8") });
      });
    });
    request.end(asked.body);
  });
}

/** Answers with a page the way Next does. */
export function writePage(response: ServerResponse, body: string, status = 200): void {
  response.statusCode = status;
  response.setHeader("X-Powered-By", "Next.js");
  response.setHeader("Cache-Control", "private, no-cache, no-store");
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.flushHeaders();
  response.write(`<!DOCTYPE html><html><head></head><body>${body}`);
  response.end("</body></html>");
}

/** Something that a test lets happen when it is time. */
export function gate(): { passed: Promise<void>; open: () => void } {
  let open: () => void = nothing;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

function nothing(): void {
  // Until the promise has been made.
}
