import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { paths } from "#app/paths";
import { database } from "#knowledge/database/client";
import { sealedLibrary } from "#knowledge/library/testing/sealed-library";

import { appRoutes } from "./testing/app-routes";
import { siteUnderTest, type SiteUnderTest } from "./testing/site-under-test";

let site: SiteUnderTest;
let library: Awaited<ReturnType<typeof sealedLibrary>>;

beforeAll(async () => {
  site = await siteUnderTest();
  library = await sealedLibrary();
  // A page that anybody could read is kept, and may be served no longer.
  await site.ask("/incidents/open-one");
  await settle(true);
});

afterAll(async () => {
  await site.close();
  await library.drop();
});

/** Settles who may read, and waits until the process has heard of it. */
async function settle(membersOnly: boolean): Promise<void> {
  await database().query(`UPDATE "Site" SET "membersOnly" = $1`, [membersOnly]);
  await database().query(`SELECT pg_notify('page_tags', '["*"]')`);
  await vi.waitFor(
    async () => {
      const { status } = await site.ask("/incidents/open-one");
      if (status !== (membersOnly ? 303 : 200)) throw new Error("not heard of yet");
    },
    { timeout: 20_000 },
  );
}

/** What one needs in order to become a member, and to run the site. */
const open = [
  "/sign-in",
  "/setup",
  "/join/a-token",
  "/reset/a-token",
  "/robots.txt",
  "/healthz",
  "/readyz",
  "/icon.svg",
  "/favicon.ico",
  "/assets/reader.js",
  "/_next/static/chunks/one.js",
];

/** Handlers that ask by themselves who it is. */
const asking = ["/api/sessions", "/api/accounts", "/api/passwords"];

const all = appRoutes().map(
  ({ segments }) => `/${segments.map((one) => (one.startsWith("[") ? "a-token" : one)).join("/")}`,
);
const closed = [
  ...all.filter((path) => ![...open, ...asking].includes(path)),
  "/incidents/open-one",
  "/incidents/open-one.md",
  "/incidents/open-one.json",
  "/classes/dns-failure.json",
  "/search?q=wobbled",
  "/search.csv?rows=factors",
  "/api/v1/incidents/open-one",
  "/nothing-at-all",
];

describe("on a site for members only, a visitor", () => {
  test.each(open)("is let through at %s", async (path) => {
    const { status } = await site.ask(path);
    expect([200, 404, 410, 308]).toContain(status);
  });

  test.each(closed)("is turned away at %s", async (path) => {
    for (const asked of [{}, { method: "HEAD" }, { headers: { rsc: "1" } }]) {
      const { status, headers, text } = await site.ask(path, asked);
      const isForPrograms = path.startsWith("/api/");
      expect({ asked, status }).toEqual({ asked, status: isForPrograms ? 404 : 303 });
      expect(headers.location).toBe(isForPrograms ? undefined : paths.signIn(path));
      expect(text).not.toMatch(/open-one|Zebras|Acme/);
      expect(headers["cache-control"]).toBe("no-store");
    }
  });

  test("is turned away with whatever is sent", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const asked = { method: "POST", headers, body: "text=zebras" };
    expect((await site.ask("/search/by-text", asked)).status).toBe(404);
    expect((await site.ask("/api/sessions", asked)).status).toBe(403);
  });

  test.each([
    ["POST", "/api/reviews"],
    ["PUT", "/api/reviews/open-one"],
    ["PUT", "/api/reviews/no-such-review"],
    ["POST", "/api/v1/language"],
    ["POST", "/api/nothing-at-all"],
  ])("is asked to sign in before %s %s, whether or not it is there", async (method, path) => {
    const headers = { "content-type": "application/json" };
    const { status, text } = await site.ask(path, { method, headers, body: "{}" });
    expect({ status, text }).toEqual({ status: 401, text: expect.stringContaining("Sign in") });
    expect(text).not.toMatch(/open-one|Zebras|Acme/);
  });

  test.each([
    "/_next/static/../../incidents/open-one",
    "/_next/static/%2e%2e/%2e%2e/incidents/open-one",
    "/assets/../incidents/open-one.md",
    "/assets/..%2fincidents%2fopen-one",
    "/healthz/../incidents/open-one",
    "/healthz?/../incidents/open-one",
    "/join/..%2f..%2fincidents%2fopen-one",
    "/join/a%2f..%2f..%2fincidents%2fopen-one",
    "//incidents/open-one",
    "/./incidents/open-one",
    "/sign-in/../incidents/open-one",
    "/sign-in;/incidents/open-one",
    "/%69ncidents/open-one",
    "http://incidents.example:3000/incidents/open-one",
  ])("comes to nothing by %s", async (path) => {
    const { status, text } = await site.ask(path);
    expect(status === 200 ? path : status).not.toBe("/incidents/open-one");
    expect(text).not.toMatch(/Zebras/);
  });

  test("is a visitor also with a cookie of their own making", async () => {
    const headers = { cookie: "hindsight=a.b; hindsight-said=c" };
    expect((await site.ask("/incidents/open-one", { headers })).status).toBe(303);
  });
});

describe("on a site for members only, a member", () => {
  test("reads as on any other, and visitors do again when it is opened", async () => {
    const headers = { cookie: await site.signedIn("Rea", "reader") };
    const addresses = ["/incidents/open-one", "/feed.atom", "/search.csv", "/api/v1/incidents"];
    for (const path of addresses) {
      expect((await site.ask(path, { headers })).status).toBe(200);
    }
    await settle(false);
    for (const path of addresses) expect((await site.ask(path)).status).toBe(200);
  });
});
