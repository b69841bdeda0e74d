import { readdirSync } from "node:fs";
import { join, sep } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { closeDatabase } from "#knowledge/database/client";
import { importContent } from "#knowledge/library/import";
import { smallContent, type SmallContent } from "#knowledge/library/testing/small-content";
import { auditLog } from "#knowledge/people/audit.store";
import { Duty } from "#knowledge/people/duty";
import { inTransaction, storeAccount } from "#knowledge/people/account.store";
import { hashPassword } from "#knowledge/people/password";
import { beginSession } from "#knowledge/people/sign-in.store";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";

/**
 * Every handler that changes something, found by looking: who adds one without the guard, without
 * the rules or without words fails here.
 */

const site = "https://incidents.example";
const password = "four plain words here";

/** Handlers that anybody may ask from anywhere, because they change nothing. */
const harmless = new Set(["/api/v1/language"]);

/** Takes a file, which is looked at once it is known that its sender may add it: tested with pictures. */
const takesFile = "/api/reviews/[slug]/pictures";

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

interface Changing {
  readonly path: string;
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  readonly handler: Handler;
}

let fresh: FreshDatabase;
let content: SmallContent;
let handlers: Changing[];
const cookies = new Map<string, string>();

const root = join(import.meta.dirname, "../api");

async function handlersIn(folder: string): Promise<Changing[]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const routes = files.filter((file) => file.endsWith("route.ts"));
  const found = await Promise.all(
    routes.map(async (file): Promise<Changing[]> => {
      const route: Record<string, unknown> = await import(join(folder, file));
      const path = `/api/${file.split(sep).slice(0, -1).join("/")}`;
      return (["POST", "PUT", "PATCH", "DELETE"] as const).flatMap((method) => {
        const handler = route[method];
        return isHandler(handler) ? [{ path, method, handler }] : [];
      });
    }),
  );
  return found.flat();
}

function isHandler(value: unknown): value is Handler {
  return typeof value === "function";
}

interface Sent {
  readonly origin?: string | null;
  readonly as?: string;
  readonly body?: string;
  readonly type?: string;
}

/** Asks a handler, from a page of ours and with nothing in it unless said otherwise. */
async function ask({ path, method, handler }: Changing, sent: Sent = {}): Promise<Response> {
  const { origin = site, as, body = "{}", type = "application/json" } = sent;
  const headers = new Headers({ "content-type": type });
  if (origin !== null) headers.set("origin", origin);
  const cookie = as === undefined ? undefined : cookies.get(as);
  if (cookie !== undefined) headers.set("cookie", cookie);
  const params = Promise.resolve({ slug: "draft-unknownx", id: "nobody", number: "1" });
  const request = new Request(site + path.replaceAll(/\[\w+\]/g, "x"), { method, headers, body });
  return handler(request, { params });
}

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.url;
  process.env.SECRET = "a secret of at least thirty-two characters";
  process.env.PUBLIC_URL = site;
  content = await smallContent();
  await importContent({ folder: content.folder, say: () => undefined });
  const passwordKept = await hashPassword(password);
  for (const duty of Duty.options) {
    const account = { name: duty, email: `${duty}@example.org`, duty, passwordKept };
    await inTransaction((connection) => storeAccount(account, connection));
    const begun = await beginSession(account.email, password, new Headers());
    if (begun.kind === "signed in") {
      cookies.set(duty, begun.cookies.map((one) => one.split(";")[0]).join("; "));
    }
  }
  // Reading alone takes POST in no other place.
  handlers = (await handlersIn(root)).filter(
    ({ path }) => !path.startsWith("/api/v1/") && !path.includes("[...rest]"),
  );
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
  await content.drop();
});

describe("every handler that changes something", () => {
  test("is found, and nothing under the public API is one", async () => {
    expect(handlers.length).toBeGreaterThan(15);
    const open = (await handlersIn(join(root, "v1"))).map(async (one) => {
      const path = one.path.replace("/api/", "/api/v1/");
      const { status } = await ask(one);
      return status === (harmless.has(path) && one.method === "POST" ? 422 : 405);
    });
    expect(await Promise.all(open)).not.toContain(false);
  });

  test.each([
    ["none", null],
    ["another site's", "https://evil.example"],
    ["a look-alike", `${site}.evil.example`],
    ["null", "null"],
    ["the same by another scheme", "http://incidents.example"],
  ])(
    "refuses a request whose Origin is %s, from members too, and writes it down",
    async (_, origin) => {
      for (const one of handlers) {
        const response = await ask(one, { origin, as: "admin" });
        expect(`${one.method} ${one.path} ${response.status}`).toBe(
          `${one.method} ${one.path} 403`,
        );
        expect(await response.text()).toContain("not sent from a page of this site");
      }
      const [last] = await auditLog(1, "refused");
      expect(last).toMatchObject({
        actorName: "admin",
        note: { why: "not from a page of this site" },
      });
    },
  );

  test("refuses what is no form and no JSON, too large, or broken, in words", async () => {
    for (const one of handlers.filter(({ path }) => path !== takesFile)) {
      const plain = await ask(one, { as: "admin", type: "text/plain" });
      expect(`${one.path} ${plain.status}`).toBe(`${one.path} 415`);
      const broken = await ask(one, { as: "admin", body: "{" });
      expect(`${one.path} ${broken.status}`).toBe(`${one.path} 400`);
      const large = await ask(one, { as: "admin", body: JSON.stringify("x".repeat(3_100_000)) });
      expect(`${one.path} ${large.status}`).toBe(`${one.path} 413`);
      const { detail } = JSON.parse(await large.text());
      expect(detail).toMatch(/larger than \d+ bytes/);
    }
  });

  test("refuses what is no UTF-8, or holds a character that no text can keep, and writes it down", async () => {
    for (const one of handlers.filter(({ path }) => path !== takesFile)) {
      const form = "application/x-www-form-urlencoded";
      for (const [body, type] of [
        ['{"a":"\\u0000"}', "application/json"],
        ['{"a":{"\\u0000":[1]}}', "application/json"],
        ['{"a":"\0"}', "application/json"],
      ] as const) {
        const response = await ask(one, { as: "admin", body, type });
        expect(`${one.path} ${response.status}`).toBe(`${one.path} 400`);
      }
      for (const body of ["a=%ff", "a=%00", "a=%ed%a0%80"]) {
        const response = await ask(one, { as: "admin", body, type: form });
        expect(`${one.path} ${response.status}`).toBe(`${one.path} 303`);
        const [last] = await auditLog(1, "refused");
        expect(last).toMatchObject({ actorName: "admin", note: { why: "cannot be read" } });
      }
    }
    const likenesses = handlers.find(({ path }) => path === "/api/likenesses");
    if (!likenesses) throw new Error("there is no /api/likenesses");
    // A text about the sign is a text.
    const body = JSON.stringify({ text: "The byte `\\u0000` ended it." });
    expect(body).toContain("\\\\u0000");
    expect((await ask(likenesses, { as: "author", body })).status).toBe(200);
  });

  test("asks a visitor to sign in, unless it is how one comes in or a reader's note", async () => {
    const open = ["/api/sessions", "/api/accounts", "/api/passwords", "/api/notes"];
    for (const one of handlers.filter(({ path }) => !open.includes(path))) {
      const response = await ask(one, { body: bodyFor(one.path) });
      expect(`${one.path} ${response.status}`).toBe(`${one.path} 401`);
      const [last] = await auditLog(1, "refused");
      expect(last).toMatchObject({ actorName: null, note: { why: "not signed in" } });
    }
  });

  test("reads nothing of what a visitor sends where it is for members", async () => {
    const open = ["/api/sessions", "/api/accounts", "/api/passwords", "/api/notes"];
    for (const { path, method, handler } of handlers.filter((one) => !open.includes(one.path))) {
      const headers = { origin: site, "content-type": "application/json" };
      const body = JSON.stringify({ text: "x".repeat(3_100_000) });
      const request = new Request(site + path.replaceAll(/\[\w+\]/g, "x"), {
        method,
        headers,
        body,
      });
      const params = Promise.resolve({ slug: "draft-unknownx", id: "nobody", number: "1" });
      const { status } = await handler(request, { params });
      const told = { path, status, isRead: request.bodyUsed };
      expect(told).toEqual({ path, status: 401, isRead: false });
    }
  });

  test("of one review tells who may not know of it that there is nothing", async () => {
    const ofReviews = handlers.filter(({ path }) => path.startsWith("/api/reviews/[slug]"));
    expect(ofReviews.length).toBeGreaterThanOrEqual(8);
    for (const one of ofReviews) {
      for (const duty of ["reader", "author", "editor"]) {
        const response = await ask(one, { as: duty, body: bodyFor(one.path) });
        expect(`${one.path} ${duty} ${response.status}`).toBe(`${one.path} ${duty} 404`);
      }
    }
  });

  test("of accounts and the site is an admin's", async () => {
    const ofAdmins = [
      "/api/accounts/[id]",
      "/api/accounts/[id]/reset-links",
      "/api/invitations",
      "/api/invitations/withdrawn",
      "/api/site",
    ];
    for (const path of ofAdmins) {
      const one = handlers.find((handler) => handler.path === path);
      if (!one) throw new Error(`there is no ${path}`);
      for (const duty of ["reader", "author", "editor"]) {
        const response = await ask(one, { as: duty, body: bodyFor(path) });
        expect(`${path} ${duty} ${response.status}`).toBe(`${path} ${duty} 403`);
      }
      expect((await ask(one, { as: "admin", body: bodyFor(path) })).status).not.toBe(403);
    }
  });

  test("takes no right from what is sent: a duty in the body of another form changes nothing", async () => {
    const one = handlers.find(({ path }) => path === "/api/reviews");
    if (!one) throw new Error("there is no /api/reviews");
    const body = JSON.stringify({ template: "none", duty: "admin", actor: { duty: "admin" } });
    expect((await ask(one, { as: "reader", body })).status).toBe(403);
  });
});

/** What each of them takes, so that it is refused for who asks and not for what is asked. */
function bodyFor(path: string): string {
  const bodies: Record<string, object> = {
    "/api/accounts/[id]": { duty: "reader" },
    "/api/invitations": { duty: "reader" },
    "/api/invitations/withdrawn": { invitation: 1 },
    "/api/site": { reading: "everybody" },
    "/api/sessions/ended": { session: "none" },
    "/api/notes/[id]/answers": { review: "draft-unknownx", answer: "words" },
    "/api/notes/[id]/credits": { review: "draft-unknownx", version: 1, about: "words" },
    "/api/reviews": { template: "none" },
    "/api/likenesses": { text: "words" },
    "/api/previews": { markdown: "words", sources: [] },
    "/api/reviews/[slug]": { version: 1, document: { record: {}, story: "" } },
    "/api/reviews/[slug]/approval-requests": { version: 1 },
    "/api/reviews/[slug]/assessments": { revision: 1, assessment: "approved" },
    "/api/reviews/[slug]/publications": { revision: 1 },
    "/api/reviews/[slug]/withdrawals": { act: "archive" },
    "/api/reviews/[slug]/merges": { into: "old-one" },
    "/api/reviews/[slug]/authors": { account: "nobody" },
    "/api/reviews/[slug]/bin": { lies: "there" },
    "/api/reviews/[slug]/revisions/[number]/restorations": { version: 1 },
  };
  return JSON.stringify(bodies[path] ?? {});
}
