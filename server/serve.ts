import { createServer, type RequestListener, type Server } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import next from "next";
import { type Fault } from "./fault";
import { limitConnections } from "./page-layer/connection-limits";
import { portFault } from "./port";

/** How long requests in flight may take once we are asked to stop, in milliseconds. */
const LONGEST_FAREWELL = 10_000;

export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type ServeOptions = {
  /** The folder that holds Next's configuration and what it built. */
  project: string;
  host: string;
  port: number;
  /** The origin that pages are known by; its scheme decides a header. */
  publicUrl: string;
  mode: "production" | "development";
  /** What stands before Next: is given Next's handler and answers all requests. */
  front: (pages: PageHandler) => RequestListener;
};

/** The server, listening. */
export type Serving = {
  kind: "serving";
  /** Takes no new connections, lets what is in flight finish (at most ten seconds), then ends. */
  stop: (hurry: AbortSignal) => Promise<void>;
};

/** Starts Next in this process and listens. */
export async function serve(options: ServeOptions): Promise<Serving | Fault> {
  const { project, host, port, mode } = options;
  const server = createServer();
  limitConnections(server, options.publicUrl);
  const dev = mode === "development";
  const app = next({ dev, dir: project, hostname: host, port, httpServer: server, quiet: !dev });
  await app.prepare();
  const pages = app.getRequestHandler();
  server.on(
    "request",
    options.front(async (request, response) => pages(request, response)),
  );
  try {
    await listen(server, host, port);
  } catch (error) {
    await app.close();
    return portFault(error, host, port);
  }
  return {
    kind: "serving",
    stop: async (hurry) => {
      await closeGently(server, hurry);
      await app.close();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

async function closeGently(server: Server, hurry: AbortSignal): Promise<void> {
  const closed = new Promise<"closed">((resolve) => {
    server.close(() => resolve("closed"));
  });
  const deadline = performance.now() + LONGEST_FAREWELL;
  while (!hurry.aborted && performance.now() < deadline) {
    // A connection that has had its answer stays open for the next question; nobody will hear it.
    server.closeIdleConnections();
    if ((await Promise.race([closed, sleep(50, "open")])) === "closed") return;
  }
  server.closeAllConnections();
  await closed;
}
