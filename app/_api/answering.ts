import { createHash, randomBytes } from "node:crypto";

import { isPrivate, privateHeaders } from "#app/private-answer";
import { databaseAnswers } from "#knowledge/library/health.store";

import { problem } from "./problem";
import type { Problem } from "./shapes";

/** What a handler of the API came to. */
export type Outcome =
  | { readonly kind: "value"; readonly value: unknown }
  /** A value made from what was sent, which nobody is to keep; written already. */
  | { readonly kind: "momentary"; readonly json: string }
  | { readonly kind: "problem"; readonly problem: Problem; readonly headers?: HeadersInit }
  /** The same thing, for ever, at another path of this site. */
  | { readonly kind: "moved"; readonly path: string };

/** Seconds after which it is worth asking again while the database is away. */
const retryAfter = 5;

/** PostgreSQL's code for a statement that was stopped because it took too long. */
const stopped = "57014";

// What visitors are answered anyone may read, from any page.
const readableByAll = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag",
} as const;

/** Who may have the answer besides whoever asked: anybody, or nobody where it is a member's. */
function sharing(): Record<string, string> {
  return isPrivate() ? privateHeaders() : readableByAll;
}

/**
 * Answers a request of the API: a value with an ETag, or 304 to who has it already; a problem as
 * `application/problem+json`. What a member is answered is for them alone. What fails is logged under
 * an id that the answer names.
 */
export async function answering(
  request: Request,
  outcome: () => Promise<Outcome> | Outcome,
): Promise<Response> {
  try {
    return responseTo(request, await outcome());
  } catch (error) {
    return responseTo(request, await failed(request, error));
  }
}

function responseTo(request: Request, outcome: Outcome): Response {
  switch (outcome.kind) {
    case "value":
      return valueResponse(request, outcome.value);
    case "momentary":
      return momentaryResponse(outcome.json);
    case "problem":
      return problemResponse(outcome.problem, outcome.headers);
    case "moved":
      return new Response(null, {
        status: 308,
        headers: { ...sharing(), location: outcome.path },
      });
  }
}

function valueResponse(request: Request, value: unknown): Response {
  const body = JSON.stringify(value);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = { "cache-control": "no-cache", etag, ...sharing() };
  if (isKnown(etag, request.headers.get("if-none-match"))) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(body, { headers: { ...headers, "content-type": "application/json" } });
}

function momentaryResponse(json: string): Response {
  return new Response(json, {
    headers: {
      ...readableByAll,
      "cache-control": "no-store",
      "content-type": "application/json",
    },
  });
}

// A proxy that packs the answer makes a strong tag weak, or writes how it was packed behind it.
function isKnown(etag: string, ifNoneMatch: string | null): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.trim() === "*" || ifNoneMatch.includes(etag.slice(0, -1));
}

function problemResponse(value: Problem, headers: HeadersInit = {}): Response {
  return new Response(JSON.stringify(value), {
    status: value.status,
    headers: {
      "cache-control": "no-store",
      ...sharing(),
      ...Object.fromEntries(new Headers(headers)),
      "content-type": "application/problem+json",
    },
  });
}

async function failed(request: Request, error: unknown): Promise<Outcome> {
  const value = await failure(request, error);
  if (value.status !== 503) return { kind: "problem", problem: value };
  return { kind: "problem", problem: value, headers: { "retry-after": String(retryAfter) } };
}

/** What a request that failed is told; a fault of ours is logged under an id that it names. */
export async function failure(request: Request, error: unknown): Promise<Problem> {
  if (tookTooLong(error)) {
    return problem(503, "This question takes longer to answer than we allow; ask for less.");
  }
  if (!(await databaseAnswers())) {
    return problem(503, "The database cannot be reached at the moment; ask again shortly.");
  }
  const id = randomBytes(6).toString("base64url");
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`Request ${id} failed: ${request.method} ${request.url}: ${what}`);
  return problem(500, `This is a fault of ours. It is in the log under ${id}.`);
}

/** Whether the database stopped a statement because it ran for longer than we allow. */
export function tookTooLong(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === stopped;
}

const methods = "GET, HEAD, OPTIONS";

/** The answer to a method that an address of the API does not take. */
export function onlyRead(): Response {
  return problemResponse(problem(405, "This address can only be read: use GET or HEAD."), {
    allow: methods,
  });
}

/** What a browser is told that asks beforehand whether a page of another site may read here. */
export function readingAllowed(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...readableByAll,
      allow: methods,
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "If-None-Match",
      "access-control-max-age": "86400",
    },
  });
}

const askingMethods = "POST, OPTIONS";

/** The answer to a method that an address does not take where something is asked by sending it. */
export function onlyAsk(): Response {
  return problemResponse(problem(405, "This address answers what is sent to it: use POST."), {
    allow: askingMethods,
  });
}

/** What a browser is told that asks beforehand whether a page of another site may ask here. */
export function askingAllowed(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...readableByAll,
      allow: askingMethods,
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "Content-Type",
      "access-control-max-age": "86400",
    },
  });
}
