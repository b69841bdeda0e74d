import { paths } from "#app/paths";

import { addPicture, ask, begin, publish, published, save, written } from "./authored";
import { canary, canaryDocument, canaryWords } from "./canary";
import { expect, somebodyAt, test, type People } from "./people";
import { hear, readAround, type Heard } from "./reading-around";

/**
 * What one may not see is nowhere: a draft for members, the draft of what is public in another
 * revision, and what was published for members on a site that everybody reads.
 */

test.describe.configure({ mode: "serial" });
test.setTimeout(300_000);

const openSlug = "open-as-published";
const membersSlug = "for-members-alone";

/** Where figures, orders and gaps would tell of what is not shown. */
const telling = [
  "/",
  "/incidents",
  "/search",
  "/search?sort=factors&class=unhandled-input",
  "/search?org=cloudflare",
  "/search.json",
  "/search.json?class=unhandled-input&match=factor",
  "/search.json?from=2026",
  "/search.csv",
  "/search.csv?rows=factors",
  "/search.atom",
  "/search/answer?org=cloudflare",
  "/search/suggestions?q=q",
  "/search/suggestions?q=cl",
  "/classes",
  "/classes/unhandled-input",
  "/classes/unhandled-input.md",
  "/classes/unhandled-input.json",
  "/patterns",
  "/claims",
  "/organizations",
  "/organizations/cloudflare",
  "/products",
  "/sectors/cloud",
  "/sources",
  "/feed.atom",
  "/feed.json",
  "/sitemap.xml",
  "/sitemap-1.xml",
  "/api/v1/incidents",
  "/api/v1/incidents?org=cloudflare",
  "/api/v1/factors?class=unhandled-input",
  "/api/v1/classes",
  "/api/v1/search?q=certificate",
  "/api/v1/search",
  "/incidents/aws-2017-02-s3",
  "/incidents/aws-2017-02-s3.json",
  `/incidents/${openSlug}`,
  `/incidents/${openSlug}.md`,
  `/incidents/${openSlug}.json`,
  `/incidents/${openSlug}/history`,
  `/incidents/${openSlug}/picture.png`,
];

interface Hidden {
  readonly draft: string;
  readonly pictures: readonly string[];
}

let hidden: Hidden;
const before = new Map<string, Heard>();

test.beforeAll(async ({ own, people }) => {
  const { owner: author, editor, visitor } = people;
  await published({ author, editor }, written("Open as published"), openSlug);
  for (const one of await hear(visitor.asks, telling)) before.set(one.asked, one);
  hidden = await hide(people);
  // What is refused may not find its way into the log either.
  const faulty = { version: 1, document: { record: { title: ["Quokkatitle"] }, story: "" } };
  const refused = await author.asks.put(paths.apiReview(hidden.draft), { data: faulty });
  expect(refused.status()).toBe(422);
  expect(own.said()).not.toMatch(canary);
});

/** Brings the canaries in, each by the way that people have; gives where they are. */
async function hide({ owner, editor }: People): Promise<Hidden> {
  const draft = await begin(owner, written("To be hidden", { visibility: "members" }));
  const picture = await addPicture(owner, draft);
  const document = canaryDocument("members", picture);
  await save(owner, draft, { version: 1, document });

  const newer = await addPicture(owner, openSlug);
  const open = { version: 1, document: canaryDocument("public", newer) };
  await save(owner, openSlug, open);

  const members = await begin(owner, written("For members", { visibility: "members" }));
  const shown = await addPicture(owner, members);
  const forMembers = canaryDocument("members", shown);
  const { version } = await save(owner, members, { version: 1, document: forMembers });
  const revision = await ask(owner, members, version);
  await publish(editor, members, { revision, as: membersSlug });
  return { draft, pictures: [picture, newer, shown] };
}

/** Searches for the canaries in every form that there is. */
const searches = [
  ...canaryWords,
  "quokka",
  "quokkatitel",
  '"quokkastory, as of"',
  "certificate -quokkatitle",
].flatMap((words) => {
  const q = encodeURIComponent(words);
  return [
    `/search?q=${q}`,
    `/incidents?q=${q}`,
    `/search/answer?q=${q}`,
    `/search/suggestions?q=${q}`,
    `/search.json?q=${q}`,
    `/search.csv?q=${q}`,
    `/search.csv?q=${q}&rows=factors`,
    `/search.atom?q=${q}`,
    `/api/v1/search?q=${q}`,
    `/api/v1/incidents?q=${q}`,
  ];
});

const others = [
  "/products/quokkaproduct",
  "/organizations/quokkaorganisation",
  "/search?product=quokkaproduct",
  "/search.json?product=quokkaproduct&org=quokkaorganisation",
  "/search/suggestions?q=quo",
  `/compare?incident=aws-2017-02-s3&incident=${membersSlug}`,
  "/api/v1/factors?role=trigger",
];

/** The addresses at which they would stand. */
function addressesOf({ draft }: Hidden): string[] {
  return [draft, membersSlug].flatMap((slug) => [
    paths.incident(slug),
    paths.incidentMarkdown(slug),
    paths.incidentJson(slug),
    paths.incidentHistory(slug),
    paths.revision(slug, 1),
    paths.revisionMarkdown(slug, 1),
    paths.incidentPicture(slug),
    paths.apiIncident(slug),
  ]);
}

/** What of an answer tells of a canary, without what was asked and is said again. */
function tracesIn({ asked, status, said }: Heard): string[] {
  const words = decodeURIComponent(asked).match(/quokka\w*/gi) ?? [];
  const rest = words.reduce(
    (text, word) => text.replaceAll(new RegExp(`${word}\\b`, "gi"), ""),
    said,
  );
  const at = rest.search(canary);
  return [
    ...(at < 0 ? [] : [`${asked}: ${rest.slice(Math.max(0, at - 60), at + 60)}`]),
    ...(status >= 500 ? [`${asked}: ${status}`] : []),
  ];
}

const asRouter = { RSC: "1" };
const asPrefetch = { RSC: "1", "Next-Router-Prefetch": "1" };

test("whoever works on them finds them, so there is something to be found", async ({ people }) => {
  const { owner, reader } = people;
  const preview = await (await owner.asks.get(paths.reviewPreview(hidden.draft))).text();
  for (const word of ["title", "summary", "factor", "entry", "story", "source", "action"]) {
    expect(preview.toLowerCase()).toContain(`quokka${word}`);
  }
  const [found] = await hear(reader.asks, ["/search.json?q=quokkastory"]);
  expect(found?.said).toMatch(/"total":\s*1\b[^]*Quokkatitle/);
  const lists = ["/feed.atom", "/sitemap.xml", "/claims", "/organizations"];
  for (const address of [...lists, "/organizations/quokkaorganisation"]) {
    const [heard] = await hear(reader.asks, [address]);
    expect(heard?.said, address).toMatch(/quokka|for-members-alone/i);
  }
  const [data] = await hear(reader.asks, [paths.incident(membersSlug)], asRouter);
  expect(data?.said).toMatch(/text\/x-component[^]*Quokkatitle/);
  const picture = await reader.asks.get(`/${hidden.pictures[2]}`);
  expect(picture.status()).toBe(200);
});

test("a visitor finds them by no search, in no list and at no address", async ({ people }) => {
  const { asks } = people.visitor;
  const own = addressesOf(hidden);
  const pages = await hear(asks, [...searches, ...others, ...own]);
  const heard = [
    ...pages,
    ...(await hear(asks, [...telling, ...own, ...others, ...searches.slice(0, 20)], asRouter)),
    ...(await hear(asks, [...telling, ...own, ...others], asPrefetch)),
  ];
  expect(heard.flatMap(tracesIn)).toEqual([]);
  const totals = heard.filter(({ asked }) =>
    /^\/(search\.json|api\/v1\/search)\?q=quokka/.test(asked),
  );
  expect(totals.length).toBeGreaterThan(20);
  for (const { asked, said } of totals)
    expect(said, asked).toMatch(/"total":\s*0\b|application\/problem/);
  const shown = pages.filter(({ asked, status }) => own.includes(asked) && status === 200);
  expect(shown.map(({ asked }) => asked)).toEqual([]);
});

test("nor by a text that is like them, nor in what it is told to be like", async ({ people }) => {
  const { asks } = people.visitor;
  const text =
    "quokkafactor quokkastory quokkaentry: an expired certificate that nobody had thought of";
  const answer = await asks.post(paths.searchByText(), { form: { text } });
  expect(answer.status()).toBe(200);
  const said = await answer.text();
  expect(tracesIn({ asked: text, status: 200, said })).toEqual([]);
});

test("no figure, order or gap is another than if they had never been", async ({ people }) => {
  const different: string[] = [];
  for (const { asked, said } of await hear(people.visitor.asks, telling)) {
    const earlier = before.get(asked)?.said ?? "";
    if (said !== earlier) different.push(`${asked}: ${differenceOf(earlier, said)}`);
  }
  expect(different).toEqual([]);
});

/** Where two texts part. */
function differenceOf(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return `${one.slice(Math.max(0, at - 40), at + 80)} | ${other.slice(Math.max(0, at - 40), at + 80)}`;
}

test("their pictures are there for no visitor", async ({ own, people }) => {
  const visitor = await somebodyAt(own.url);
  for (const picture of hidden.pictures) {
    const [hash = ""] = /[0-9a-f]{64}/.exec(picture) ?? [];
    const headers = { "if-none-match": `"${hash}"` };
    expect((await visitor.get(`/${picture}`)).status()).toBe(404);
    expect((await visitor.get(`/${picture}`, { headers })).status()).toBe(404);
    expect((await people.owner.asks.get(`/${picture}`)).status()).toBe(200);
  }
  for (const picture of hidden.pictures.slice(0, 2)) {
    expect((await people.reader.asks.get(`/${picture}`)).status()).toBe(404);
  }
  await visitor.dispose();
});

test("no page that a visitor reaches has a trace of them, nor what the server said", async ({
  own,
  people,
}) => {
  const traces: string[] = [];
  const read = await readAround(people.visitor.asks, telling, (heard) => {
    traces.push(...tracesIn(heard));
  });
  test.info().annotations.push({ type: "read", description: `${read.size} addresses` });
  expect(read.size).toBeGreaterThan(500);
  expect(traces).toEqual([]);
  expect(own.said()).not.toMatch(canary);
});
