import { htmlPages } from "./support/crawl";
import { addressesOf } from "./support/library";
import { faultsOfHeaders } from "./support/security-headers";
import { expect, test } from "./support/test";

// One walk serves all tests here; with many pages it takes a while.
test.setTimeout(300_000);

test("every link leads to something", ({ crawled }) => {
  const dead = [...crawled.pages.values()]
    .filter(({ status }) => status !== 200)
    .map(({ address, status }) => `${status} ${address} (on ${crawled.seenOn.get(address)})`);
  expect(dead).toEqual([]);
});

test("every page of the content is reached from the front page", ({ crawled, library }) => {
  const unreached = Object.entries(addressesOf(library)).flatMap(([kind, addresses]) => {
    expect(addresses.length, kind).toBeGreaterThan(0);
    return addresses.filter((address) => !crawled.pages.has(address));
  });
  expect(unreached).toEqual([]);
  expect(addressesOf(library).incidents).toHaveLength(101);
  expect(addressesOf(library)["failure classes"]).toHaveLength(86);
});

test("every link to a place on a page finds that place", ({ crawled }) => {
  const ids = new Map(htmlPages(crawled).map(({ address, html }) => [address, new Set(html.ids)]));
  const isLost = (link: string) => {
    const [path = "", fragment = ""] = link.split("#");
    return fragment !== "" && ids.get(path)?.has(decodeURIComponent(fragment)) === false;
  };
  const lost = htmlPages(crawled).flatMap(({ address, html }) =>
    html.links.filter(isLost).map((link) => `${link} (on ${address})`),
  );
  expect(lost).toEqual([]);
});

test("every page says what it is, in which language, and is ordered by its headings", ({
  crawled,
}) => {
  const faults = htmlPages(crawled).flatMap(({ address, html }) => {
    const { headings } = html;
    const jumps = headings.some((level, at) => level > (headings[at - 1] ?? 0) + 1);
    return [
      html.title.trim() === "" && "has no title",
      !/^en\b/.test(html.language) && `is in "${html.language}"`,
      headings.filter((level) => level === 1).length !== 1 && "has not one heading of level 1",
      jumps && `jumps in its headings: ${headings.join(" ")}`,
      html.emptyHeadings > 0 && "has an empty heading",
      html.repeatedIds.length > 0 && `has twice: ${html.repeatedIds.join(" ")}`,
      html.nameless.length > 0 && `has links or buttons that say nothing: ${html.nameless[0]}`,
    ]
      .filter((fault) => fault !== false)
      .map((fault) => `${address} ${fault}`);
  });
  expect(faults).toEqual([]);
});

test("no two things have one title", ({ crawled, library }) => {
  // Sources keep theirs: an article can stand at two addresses.
  const { sources: _, ...kinds } = addressesOf(library);
  const addresses = Object.values(kinds).flat();
  const titles = addresses.flatMap((address) => {
    const { status, html } = crawled.pages.get(address) ?? {};
    const title = status === 200 ? html?.title : undefined;
    return title === undefined ? [] : [`${address.split("/")[1]}: ${title}`];
  });
  expect(titles.length).toBeGreaterThan(300);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

test("no page carries script or style of its own, or parts from elsewhere", ({ crawled }) => {
  const faults = htmlPages(crawled).flatMap(({ address, html }) =>
    [
      html.styleAttributes > 0 && `has ${html.styleAttributes} style attributes`,
      html.inlineScripts > 0 && !html.isIsland && `has ${html.inlineScripts} inline scripts`,
      html.inlineListeners > 0 && `has ${html.inlineListeners} inline listeners`,
      html.foreignParts.length > 0 && `needs ${html.foreignParts.join(" ")}`,
    ]
      .filter((fault) => fault !== false)
      .map((fault) => `${address} ${fault}`),
  );
  expect(faults).toEqual([]);
});

test("every answer has the strict policy and the other headers", ({ crawled }) => {
  const faults = [...crawled.pages.values()].flatMap(({ address, headers, html }) =>
    faultsOfHeaders(headers, html?.isIsland).map((fault) => `${address}: ${fault}`),
  );
  expect(faults).toEqual([]);
});

test("so have refusals, redirects, errors, files and probes", async ({ request }) => {
  const answers: [address: string, status: number][] = [
    ["/nothing-here", 404],
    ["/incidents/nothing-here", 404],
    ["/incidents/nothing-here.md", 404],
    ["/incidents/nothing-here.json", 404],
    ["/incidents/", 308],
    ["/%", 400],
    [`/${"a".repeat(5_000)}`, 400],
    ["/_next/static/nothing-here.js", 404],
    ["/assets/reader.js", 200],
    ["/icon.svg", 200],
    ["/healthz", 200],
    ["/readyz", 200],
  ];
  for (const [address, status] of answers) {
    const answer = await request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(status);
    expect(faultsOfHeaders(answer.headers()), address).toEqual([]);
  }
});

test("what a page shows does not change from one look to the next", async ({
  request,
  library,
}) => {
  for (const address of ["/", "/incidents", `/incidents/${library.incidents[0]?.slug}`]) {
    const [first, second] = [await request.get(address), await request.get(address)];
    expect(await second.text(), address).toBe(await first.text());
  }
});
