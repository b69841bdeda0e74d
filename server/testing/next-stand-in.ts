import { AsyncLocalStorage } from "node:async_hooks";
import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

import { createElement } from "react";
import { prerender } from "react-dom/static";
import { createViteServer } from "vitest/node";
import { z } from "zod";

import { escapeHtml } from "#knowledge/text/html";

import nextConfig from "../../next.config";
import type { Next } from "../page-layer/captured-response";
import { projectFolder } from "../project";
import { appRoutes, routeAt, type AppRoute } from "./app-routes";

/** The site's own pages and handlers without Next. */
export type StandIn = {
  next: Next;
  /** How often it was asked. */
  asked: () => number;
  close: () => Promise<void>;
};

/** Where what stands for `next/headers` finds the headers of the request. */
const HEADERS = "hindsight.headers under test";

const headersOfNow = new AsyncLocalStorage<Headers>();

/**
 * Stands for Next where a test wants the real pages and handlers, in front of a real database, and
 * no build: it finds them by their folders, gives them what Next gives, and renders pages with React.
 * As with Next they are a module graph of their own beside the server's. What it does not show is
 * what Next itself adds: the root layout, and the data for the browser, which is that of the islands'
 * own properties.
 */
export async function standInForNext(): Promise<StandIn> {
  Reflect.set(globalThis, Symbol.for(HEADERS), headersOfNow);
  const vite = await createViteServer({
    configFile: false,
    root: projectFolder,
    appType: "custom",
    logLevel: "error",
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    plugins: [asNextResolves],
  });
  const routes = appRoutes();
  const rewritten = await rewrites();
  let asked = 0;
  const next: Next = async (request, response) => {
    asked += 1;
    const url = new URL(rewritten(request.url ?? "/"), `http://${request.headers.host}`);
    const found = routeAt(routes, url.pathname);
    const load = (route: AppRoute) => vite.ssrLoadModule(route.file);
    const headers = headersOf(request);
    await headersOfNow.run(headers, async () => {
      if (!found)
        await write(response, new Response("<p>Nothing.</p>", { status: 404, headers: html }));
      else if (found.route.kind === "page") {
        await write(response, await page(await load(found.route), { ...found, url }));
      } else {
        await write(
          response,
          await answered(await load(found.route), { ...found, url, headers, request }),
        );
      }
    });
  };
  return { next, asked: () => asked, close: () => vite.close() };
}

const html = { "content-type": "text/html; charset=utf-8" };

const stubs: Readonly<Record<string, string>> = {
  "server-only": "",
  "request-headers": `
    const store = globalThis[Symbol.for(${JSON.stringify(HEADERS)})];
    export const headers = async () => store.getStore();
    export const cookies = async () => ({
      get(name) {
        const pairs = (store.getStore().get("cookie") ?? "").split(/;\\s*/).map((pair) => pair.split("="));
        const found = pairs.find(([key]) => key === name);
        return found && { name, value: found.slice(1).join("=") };
      },
    });`,
};

const asNextResolves = {
  name: "as-next-resolves",
  enforce: "pre" as const,
  // What is installed is loaded by Node and asks no plugin; another name is not.
  transform: (code: string) => code.replaceAll('from "next/headers"', 'from "request-headers"'),
  resolveId(id: string) {
    if (id in stubs) return `\0${id}`;
    if (!id.startsWith("#app/")) return null;
    const path = join(projectFolder, "app", id.slice("#app/".length));
    return [".ts", ".tsx"].map((ending) => path + ending).find((file) => existsSync(file)) ?? null;
  },
  load: (id: string) => (id.startsWith("\0") ? (stubs[id.slice(1)] ?? null) : null),
};

/** Addresses that the configuration has answered elsewhere, such as those of the twins. */
async function rewrites(): Promise<(url: string) => string> {
  const all = (await nextConfig.rewrites?.()) ?? [];
  const patterns = (Array.isArray(all) ? all : []).map(({ source, destination }) => {
    const names = [...source.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
    const pattern = source
      .replaceAll(".", String.raw`\.`)
      .replace(/:\w+(\([^)]*\))?/g, (_, own) => own ?? "([^/]+)");
    return { pattern: new RegExp(`^${pattern}$`), names, destination };
  });
  return (url) => {
    const [path = "", ...query] = url.split("?");
    for (const { pattern, names, destination } of patterns) {
      const found = pattern.exec(path);
      if (!found) continue;
      const to = names.reduce(
        (rest, name, at) => rest.replace(`:${name}`, found[at + 1] ?? ""),
        destination,
      );
      return [to, ...query].join("?");
    }
    return url;
  };
}

function headersOf({ headers }: IncomingMessage): Headers {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) all.set(name, String(value));
  }
  return all;
}

interface Asked {
  readonly url: URL;
  readonly params: Record<string, string | string[]>;
}

type Module = Readonly<Record<string, unknown>>;

async function answered(
  module: Module,
  { url, params, headers, request }: Asked & { headers: Headers; request: IncomingMessage },
): Promise<Response> {
  const { method = "GET" } = request;
  const handler = module[method] ?? (method === "HEAD" ? module.GET : undefined);
  if (typeof handler !== "function") return new Response(null, { status: 405 });
  const body = method === "GET" || method === "HEAD" ? null : await buffer(request);
  const asked = new Request(url, { method, headers, body });
  const answer: unknown = await Reflect.apply(handler, undefined, [
    asked,
    { params: Promise.resolve(params) },
  ]);
  return z.instanceof(Response).parse(answer);
}

/** What Next's own errors say in their `digest`: where to go, or that there is nothing. */
const Digest = z.object({ digest: z.string() });

async function page(module: Module, { url, params }: Asked): Promise<Response> {
  const searchParams = Object.fromEntries(
    [...new Set(url.searchParams.keys())].map((name) => {
      const values = url.searchParams.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(searchParams) };
  try {
    const metadata = await metadataOf(module, props);
    const body = await renderedPage(module, props);
    const head = `<meta name="metadata" content="${escapeHtml(JSON.stringify(metadata))}">`;
    const whole = `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
    return new Response(whole, { headers: html });
  } catch (error) {
    const told = Digest.safeParse(error).data?.digest.split(";") ?? [];
    const [what, , to = "", status] = told;
    if (what === "NEXT_REDIRECT") {
      return new Response(null, { status: Number(status), headers: { location: to } });
    }
    throw error;
  }
}

async function metadataOf(module: Module, props: object): Promise<unknown> {
  const make = module.generateMetadata;
  if (typeof make !== "function") return module.metadata ?? {};
  const made: unknown = await Reflect.apply(make, undefined, [props]);
  return made;
}

async function renderedPage(module: Module, props: object): Promise<string> {
  const make = module.default;
  if (typeof make !== "function") throw new Error("a page without a default export");
  const element = createElement(() => Reflect.apply(make, undefined, [props]));
  const { prelude } = await prerender(element, { onError: () => undefined });
  return new Response(prelude).text();
}

async function write(response: ServerResponse, answer: Response): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) {
    if (name !== "set-cookie") response.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("set-cookie", cookies);
  response.end(Buffer.from(await answer.arrayBuffer()));
}
