import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { database } from "#knowledge/database/client";
import {
  canary,
  sealed,
  sealedLibrary,
  withoutTheSealed,
} from "#knowledge/library/testing/sealed-library";

import { appRoutes, type AppRoute } from "./testing/app-routes";
import type { Answered, Asked } from "./page-layer/layer-under-test";
import { siteUnderTest, type SiteUnderTest } from "./testing/site-under-test";

/** What may stand in place of a parameter, by its name or by the part of the address before it. */
const values: Readonly<Record<string, readonly string[]>> = {
  incidents: [sealed.slug, sealed.formerly, sealed.merged, "sealed-dok", "open-one"],
  "[number]": ["1"],
  classes: ["dns-failure", "latent-defect"],
  organizations: [sealed.organization, "acme"],
  products: [sealed.product, "widget", "zyxprodukt"],
  sectors: ["space", "cloud"],
  patterns: ["wobbles"],
  reading: ["weekly-1"],
  glossary: ["canary"],
  "[part]": ["1"],
};

/** What is asked of those that read a query, besides nothing. */
const queries = [
  "q=zyxstory",
  "q=zyxfactr",
  "q=wobbled",
  "q=wobbles+zebras",
  "q=wobblin",
  "q=%22dns+failure%22+-zyxtitle",
  "q=zyx",
  "q=w",
  "class=dns-failure&sort=factors",
  "class=dns-failure&class=latent-defect&match=factor",
  "role=safeguard",
  `product=${sealed.product}&q=wobble`,
  `org=${sealed.organization}`,
  "org=acme&rows=factors",
  "sector=space",
  "severity=critical&sort=severity",
  "from=2010&to=2012",
  "sort=duration&limit=1",
  `incident=open-one&incident=${sealed.slug}`,
  "sort=detect&family=network",
  "outcome=contested",
  "against=1",
];

let site: SiteUnderTest;
let library: Awaited<ReturnType<typeof sealedLibrary>>;
let addresses: string[];
let member: string;
const logged: string[] = [];

beforeAll(async () => {
  for (const level of ["error", "warn", "log", "info"] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => void logged.push(words.join(" ")));
  }
  site = await siteUnderTest();
  library = await sealedLibrary();
  addresses = await everyAddress();
  member = await site.signedIn("Rea", "reader");
});

afterAll(async () => {
  vi.restoreAllMocks();
  await site.close();
  await library.drop();
});

/** Every page and handler, at every value of its parameters; and the twins as they are linked. */
async function everyAddress(): Promise<string[]> {
  const slugs = await database().query<{ slug: string }>(`SELECT "slug" FROM "Source"`);
  const sources = slugs.rows.map(({ slug }) => slug);
  const plain = appRoutes().flatMap((route) => pathsOf(route, { ...values, sources }));
  const twins = ["incidents", "classes"].flatMap((of) =>
    (values[of] ?? []).flatMap((slug) => [`/${of}/${slug}.md`, `/${of}/${slug}.json`]),
  );
  const whole = [...plain, ...twins, "/sitemap-1.xml"];
  const readsQuery = /search|\/incidents$|\/api\/v1\/|compare|patterns$|claims|history\/1$/;
  return whole.flatMap((path) =>
    readsQuery.test(path) ? [path, ...queries.map((query) => `${path}?${query}`)] : [path],
  );
}

function pathsOf(
  { segments }: AppRoute,
  known: Readonly<Record<string, readonly string[]>>,
): string[] {
  return segments.reduce<string[]>(
    (paths, segment, at) => {
      const fitting = known[segment] ?? known[segments[at - 1] ?? ""] ?? [sealed.slug];
      const parts = segment.startsWith("[") ? fitting : [segment];
      return paths.flatMap((path) =>
        parts.map((part) => (path === "/" ? `/${part}` : `${path}/${part}`)),
      );
    },
    ["/"],
  );
}

interface Seen {
  readonly status: number;
  readonly headers: string;
  readonly text: string;
}

/** Once as anybody, once as Next's router asks for a page's data. */
const ways: readonly Record<string, string>[] = [{}, { rsc: "1" }];

/** A text that is near to the members' document, sent to be searched by. */
const searchedBy: Asked = {
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: "text=zyxfactor+wobbled+zyxstory+zebras+dns",
};

async function everythingAsVisitor(): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>();
  const note = async (name: string, path: string, asked: Asked) => {
    const { status, text, headers } = await site.ask(path, asked);
    const { date: _, ...told } = headers;
    seen.set(name, { status, text, headers: JSON.stringify(told) });
  };
  for (const address of addresses) {
    for (const headers of ways) {
      await note(`${address} ${JSON.stringify(headers)}`, address, { headers });
    }
  }
  await note("a text, zyx", "/search/by-text", searchedBy);
  return seen;
}

const asMember = (path: string, asked: Asked = {}) =>
  site.ask(path, { ...asked, headers: { ...asked.headers, cookie: member } });

describe("a member", () => {
  const where: readonly [address: string, holds: RegExp][] = [
    ["/", /Zyxtitle/],
    ["/incidents", /Zyxtitle[^]*Zyxsummary/],
    [`/incidents/${sealed.slug}`, /Zyxfactor[^]*Zyxclaim[^]*Zyxstory[^]*Zyxsource/],
    [`/incidents/${sealed.slug}.md`, /^---\nformerly[^]*visibility: members[^]*Zyxstory/],
    [`/incidents/${sealed.slug}.json`, /"visibility": "members"[^]*Zyxclaim/],
    [`/incidents/${sealed.slug}/history`, /Zyxtitle[^]*History/],
    [`/incidents/${sealed.slug}/history/1`, /Zyxstory/],
    ["/incidents/open-one", /Zyxtitle/],
    ["/classes/dns-failure", /Zyxfactor/],
    ["/classes/dns-failure.md", /Zyxfactor/],
    ["/classes/dns-failure.json", /Zyxfactor/],
    ["/organizations", /Zyxorg/],
    [`/organizations/${sealed.organization}`, /Zyxtitle/],
    ["/products", /Zyxproduct/],
    [`/products/${sealed.product}`, /Zyxtitle/],
    ["/sectors/space", /Zyxtitle/],
    ["/sources", /Zyxsource/],
    ["/claims", /Zyxclaim/],
    ["/patterns/wobbles", /Zyxexample/],
    ["/patterns", /Zyxsafeguard/],
    ["/reading/weekly-1", /Zyxtitle/],
    [`/compare?incident=open-one&incident=${sealed.slug}`, /Zyxtitle/],
    ["/search?q=zyxstory", /Zyxtitle/],
    ["/search?q=zyxfactr", /zyxfactor[^]*Zyxtitle/],
    ["/search/answer?q=zyxclaim", /"total":1[^]*Zyxtitle/],
    ["/search/suggestions?q=zyx", /Zyxorg[^]*Zyxproduct/],
    ["/search.json?class=latent-defect", /Zyxfactor/],
    ["/search.csv", /Zyxtitle/],
    ["/search.csv?role=safeguard&rows=factors", /Zyxsafeguard/],
    ["/search.atom?q=zyxstory", /Zyxtitle/],
    ["/feed.atom", /Zyxtitle/],
    ["/feed.json", /Zyxtitle/],
    ["/sitemap.xml", /sealed-doc/],
    [`/api/v1/incidents/${sealed.slug}`, /Zyxclaim/],
    ["/api/v1/incidents?sector=space", /"total":1[^]*Zyxsummary/],
    ["/api/v1/factors?class=latent-defect", /Zyxdetail/],
    ["/api/v1/search?q=zyxstory", /"total":1[^]*"org":\{[^}]*"sealed-org":1/],
  ];

  test.each(where)("finds it at %s, to be kept by nobody", async (address, holds) => {
    for (const headers of ways) {
      const { status, text, headers: told } = await asMember(address, { headers });
      expect({ address, status, text }).toEqual({
        address,
        status: 200,
        text: expect.stringMatching(holds),
      });
      expectUnshared(told);
    }
  });

  test("is led on from the slugs that it had, and that have become part of it", async () => {
    for (const slug of [sealed.formerly, sealed.merged]) {
      for (const path of [
        `/incidents/${slug}`,
        `/incidents/${slug}.md`,
        `/api/v1/incidents/${slug}`,
      ]) {
        const { status, headers } = await asMember(path);
        expect([status, headers.location]).toEqual([308, path.replace(slug, sealed.slug)]);
        expectUnshared(headers);
      }
    }
  });

  test("finds its source and its picture, and what a text reminds of", async () => {
    const sources = addresses.filter((address) => address.startsWith("/sources/zyx"));
    expect(sources.length).toBeGreaterThan(0);
    for (const address of sources) expect((await asMember(address)).text).toMatch(/Zyxtitle/);
    const picture = await asMember(`/incidents/${sealed.slug}/picture.png`);
    expect([picture.status, picture.headers["content-type"]]).toEqual([200, "image/png"]);
    expectUnshared(picture.headers);
    const reminded = await asMember("/search/by-text", searchedBy);
    expect(reminded.text).toMatch(/Zyxtitle/);
    expectUnshared(reminded.headers);
  });

  test("whose session is over, or whose account is closed, is a visitor", async () => {
    const path = `/incidents/${sealed.slug}.md`;
    const [left, closed] = [
      await site.signedIn("Lea", "admin"),
      await site.signedIn("Cleo", "editor"),
    ];
    const statuses = async () =>
      Promise.all(
        [left, closed].map(
          async (cookie) => (await site.ask(path, { headers: { cookie } })).status,
        ),
      );
    expect(await statuses()).toEqual([200, 200]);
    await database().query(`UPDATE "Account" SET "closedAt" = now() WHERE "name" = 'Cleo'`);
    await database().query(
      `DELETE FROM "Session" WHERE "accountId" = (SELECT "id" FROM "Account" WHERE "name" = 'Lea')`,
    );
    expect(await statuses()).toEqual([404, 404]);
    const cookie = member.replace(/.(?=[^.]*$)/, "x");
    expect((await site.ask(path, { headers: { cookie } })).status).toBe(404);
  });
});

function expectUnshared(headers: Answered["headers"]) {
  expect(headers["cache-control"]).toBe("private, no-store");
  expect(headers["access-control-allow-origin"]).toBeUndefined();
}

describe("a visitor", () => {
  test("finds no trace of it, whatever is asked", { timeout: 300_000 }, async () => {
    const seen = await everythingAsVisitor();
    for (const [asked, { status, headers, text }] of seen) {
      // What was asked may be said again.
      const traces = [
        ...(canary.test(asked) ? [] : [canary]),
        ...(asked.includes("sealed") ? [] : [/sealed/]),
      ].filter((trace) => trace.test(headers + text));
      expect({ asked, isFault: status >= 500, traces }).toEqual({
        asked,
        isFault: false,
        traces: [],
      });
    }
    expect(logged.filter((line) => canary.test(line))).toEqual([]);

    // Nor is a figure, an order or a gap another than if it had never been.
    await withoutTheSealed();
    await site.forgotten("/glossary");
    for (const [asked, answer] of await everythingAsVisitor()) {
      expect({ asked, ...seen.get(asked) }).toEqual({ asked, ...answer });
    }
  });
});
