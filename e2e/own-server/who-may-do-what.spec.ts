import type { APIResponse } from "@playwright/test";

import { paths } from "#app/paths";

import { fewAtOnce } from "../support/at-once";
import { actCalled, acts, attempt, changingHandlers } from "./acts";
import { putBack, reviewsInEveryState, states, type Standing } from "./every-state";
import { expect, somebodyAt, test, type People, type Person } from "./people";
import { readableTable } from "./readable-table";

/**
 * Who may do what with a review, as the design's table and its states have it, through the interface
 * that browsers use. The three authors are one who began the review, one with whom it is shared, and
 * one who has nothing to do with it.
 */

test.describe.configure({ mode: "serial" });
test.setTimeout(300_000);

/**
 * What somebody is answered who wants to do something: `sign in`; `nothing`, as if there were no
 * such review; `no`; or it is `done`, as far as the state allows it.
 */
const whoMay = readableTable(`
                     | visitor | reader  | owner | shared | neither | editor | admin
  save               | sign in | nothing | done  | done   | nothing | done   | done
  name a revision    | sign in | nothing | done  | done   | nothing | done   | done
  restore a revision | sign in | nothing | done  | done   | nothing | done   | done
  add a picture      | sign in | nothing | done  | done   | nothing | done   | done
  share              | sign in | nothing | done  | done   | nothing | done   | done
  take an author off | sign in | nothing | done  | done   | nothing | done   | done
  ask for approval   | sign in | nothing | done  | done   | nothing | done   | done
  put into the bin   | sign in | nothing | done  | done   | nothing | done   | done
  take out of the bin| sign in | nothing | done  | done   | nothing | done   | done
  approve            | sign in | nothing | no    | no     | nothing | done   | done
  send back          | sign in | nothing | no    | no     | nothing | done   | done
  publish            | sign in | nothing | no    | no     | nothing | done   | done
  unpublish          | sign in | nothing | no    | no     | nothing | done   | done
  archive            | sign in | nothing | no    | no     | nothing | done   | done
  merge              | sign in | nothing | no    | no     | nothing | done   | done
`);

/** In which states it can be done at all. What was merged is only looked at. */
const when = readableTable(`
                     | draft | waiting | published | newer waits | unpublished | archived | merged  | binned
  save               | done  | done    | done      | done        | done        | no       | no      | no
  name a revision    | done  | done    | done      | done        | done        | no       | no      | no
  restore a revision | done  | done    | done      | done        | done        | no       | no      | no
  add a picture      | done  | done    | done      | done        | done        | no       | no      | no
  share              | done  | done    | done      | done        | done        | no       | no      | no
  take an author off | done  | done    | done      | done        | done        | no       | no      | no
  ask for approval   | done  | done    | done      | done        | done        | no       | no      | no
  put into the bin   | done  | done    | no        | no          | done        | no       | no      | no
  take out of the bin| no    | no      | no        | no          | no          | no       | no      | done
  approve            | done  | done    | done      | done        | done        | no       | no      | no
  send back          | done  | done    | done      | done        | done        | no       | no      | no
  publish            | done  | done    | done      | done        | done        | done     | no      | no
  unpublish          | no    | no      | done      | done        | no          | no       | no      | no
  archive            | no    | no      | done      | done        | no          | no       | no      | no
  merge              | no    | no      | done      | done        | no          | done     | no      | no
`);

/**
 * What stands at the addresses of a review. `read`: what readers see, for everybody where it is
 * public and for members where it is theirs. `own`: for its authors and editors. `own, leads`: for
 * these what it said, and others are led on.
 */
const whatStands = readableTable(`
                        | draft   | waiting | published | newer waits | unpublished | archived  | merged     | binned
  the incident          | nothing | nothing | read      | read        | nothing     | withdrawn | leads      | nothing
  its Markdown          | nothing | nothing | read      | read        | nothing     | withdrawn | leads      | nothing
  its JSON              | nothing | nothing | read      | read        | nothing     | withdrawn | leads      | nothing
  the API's             | nothing | nothing | read      | read        | nothing     | withdrawn | leads      | nothing
  its card              | nothing | nothing | read      | read        | nothing     | withdrawn | leads      | nothing
  its history           | own     | own     | read      | read        | own         | own       | own, leads | own
  its first revision    | own     | own     | read      | read        | own         | own       | own, leads | own
  the revision's file   | own     | own     | read      | read        | own         | own       | own, leads | own
  its picture           | own     | own     | read      | read        | own         | own       | own        | own
  the editor            | own     | own     | own       | own         | own         | own       | own        | own
  its preview           | own     | own     | own       | own         | own         | own       | own        | own
`);

const addresses: Readonly<Record<string, (review: Standing) => string>> = {
  "the incident": ({ slug }) => paths.incident(slug),
  "its Markdown": ({ slug }) => paths.incidentMarkdown(slug),
  "its JSON": ({ slug }) => paths.incidentJson(slug),
  "the API's": ({ slug }) => paths.apiIncident(slug),
  "its card": ({ slug }) => paths.incidentPicture(slug),
  "its history": ({ slug }) => paths.incidentHistory(slug),
  "its first revision": ({ slug }) => paths.revision(slug, 1),
  "the revision's file": ({ slug }) => paths.revisionMarkdown(slug, 1),
  "its picture": ({ picture }) => `/${picture}`,
  "the editor": ({ slug }) => paths.review(slug),
  "its preview": ({ slug }) => paths.reviewPreview(slug),
};

const working: ReadonlySet<string> = new Set(["owner", "shared", "editor", "admin"]);

let reviews: Standing[] = [];
test.beforeAll(async ({ people }) => {
  test.setTimeout(300_000);
  reviews = await reviewsInEveryState(people);
});

test("the tables tell of every handler and every state there is", () => {
  const ofReviews = changingHandlers().filter(({ path }) => path.startsWith("/api/reviews/[slug]"));
  const tried = Object.values(acts).map(({ to, method = "POST" }) => `${method} ${to("[slug]")}`);
  const told = new Set(tried.map((one) => one.replace(/\/revisions\/\d+/, "/revisions/[number]")));
  expect([...told].toSorted()).toEqual(
    ofReviews.map(({ method, path }) => `${method} ${path}`).toSorted(),
  );
  expect(whoMay.rows).toEqual(Object.keys(acts));
  expect(when.rows).toEqual(Object.keys(acts));
  expect(whatStands.rows).toEqual(Object.keys(addresses));
  for (const { columns } of [when, whatStands]) expect(columns).toEqual([...states]);
});

test("at its addresses a review stands for those for whom it is, and for nobody else", async ({
  people,
}) => {
  const wrong: string[] = [];
  await forEveryCell(people, whatStands.rows, async ({ who, person, what, review }) => {
    const answer = await person.asks.get(addresses[what]?.(review) ?? "");
    const expected = standing({ who, what, review });
    const told = answer.status();
    if (told !== expected) wrong.push(`${name({ who, what, review })}: ${told}, not ${expected}`);
    if (answer.status() === 404 && (await answer.text()).includes(review.title)) {
      wrong.push(`${name({ who, what, review })}: a 404 with the title`);
    }
  });
  expect(wrong).toEqual([]);
});

test("readers see what was published, never the draft that waits behind it", async ({ people }) => {
  for (const review of reviews.filter(({ state }) => state === "newer waits")) {
    for (const person of [people.visitor, people.reader, people.neither]) {
      for (const address of Object.values(addresses)) {
        expect(await (await person.asks.get(address(review))).text()).not.toContain("newer words");
      }
      const newer = await person.asks.get(paths.revision(review.slug, 2));
      expect(newer.status()).toBe(404);
    }
    const own = await people.shared.asks.get(paths.revision(review.slug, 2));
    expect(await own.text()).toContain("newer words");
  }
});

test("who may not do something is told so, and nothing has changed", async ({ people }) => {
  const before = await everything(people);
  const wrong: string[] = [];
  const tried = { refused: 0, allowed: 0 };
  await forEveryCell(people, Object.keys(acts), async ({ who, person, what, review }) => {
    const act = actCalled(what);
    const expected = answerTo(what, who, review);
    if (expected === "done" && !act.harmless) return;
    tried[expected === "done" ? "allowed" : "refused"] += 1;
    const answer = await attempt(person, act, review.slug);
    const fault = await misfit(answer, expected === "done" ? act.harmless : refusals[expected]);
    if (fault !== null) wrong.push(`${name({ who, what, review })}: ${fault}`);
  });
  expect(wrong).toEqual([]);
  expect(await everything(people)).toEqual(before);
  test.info().annotations.push({ type: "tried", description: JSON.stringify(tried) });
  expect(tried.refused).toBeGreaterThan(1_000);
});

test("who may do something does it, and not twice", async ({ people }) => {
  const irreversible = Object.keys(acts).filter((what) => !actCalled(what).harmless);
  const cells = everyCell(people, irreversible).filter(
    ({ what, who, review }) => answerTo(what, who, review) === "done",
  );
  expect(cells.length).toBeGreaterThan(40);
  // One after the other: each changes what the next one finds.
  for (const { who, person, what, review } of cells) {
    const twice = [
      (await attempt(person, actCalled(what), review.slug)).status(),
      (await attempt(person, actCalled(what), review.slug)).status(),
    ];
    expect(twice, name({ who, what, review })).toEqual([200, 403]);
    await putBack(people, review);
  }
});

interface Cell {
  readonly who: string;
  readonly what: string;
  readonly review: Standing;
}

function name({ who, what, review }: Cell): string {
  return `${who}, ${what}, ${review.state}, ${review.visibility}`;
}

function everyCell(people: People, whats: readonly string[]): (Cell & { person: Person })[] {
  return Object.entries(people).flatMap(([who, person]: [string, Person]) =>
    whats.flatMap((what) => reviews.map((review) => ({ who, person, what, review }))),
  );
}

/** Goes through everybody, everything and every review, a few at a time. */
async function forEveryCell(
  people: People,
  whats: readonly string[],
  look: (cell: Cell & { person: Person }) => Promise<void>,
): Promise<void> {
  await fewAtOnce(everyCell(people, whats), look);
}

type Answered = "sign in" | "nothing" | "no" | "done";

function answerTo(what: string, who: string, { state }: Standing): Answered {
  const ofPerson = whoMay.says(what, who);
  if (ofPerson === "sign in" || ofPerson === "nothing") return ofPerson;
  const ofState = when.says(what, state);
  if (ofState === "nothing") return "nothing";
  return ofPerson === "done" && ofState === "done" ? "done" : "no";
}

const refusals = {
  "sign in": { status: 401, says: /You are not signed in/ },
  nothing: { status: 404, says: /There is nothing here under this name/ },
  no: { status: 403, says: /(?:Your account may not do this|by now)[^]*Nothing was changed/ },
} as const;

async function misfit(
  answer: APIResponse,
  expected: { status: number; says: RegExp } | undefined,
): Promise<string | null> {
  const text = await answer.text();
  const fits = answer.status() === expected?.status && expected.says.test(text);
  return fits ? null : `${answer.status()} ${text.slice(0, 200)}, not ${expected?.status}`;
}

/** What is answered to a reader for whom something is. */
const statuses: Readonly<Record<string, number>> = {
  read: 200,
  withdrawn: 410,
  leads: 308,
  "own, leads": 308,
};

/** The status that stands in the table for somebody. */
function standing({ who, what, review: { state, visibility } }: Cell): number {
  const stands = whatStands.says(what, state);
  const isWritten = what === "the editor" || what === "its preview";
  if (who === "visitor" && isWritten) return 307;
  if (stands.startsWith("own") && working.has(who)) return 200;
  const mayRead = visibility === "public" || who !== "visitor";
  return mayRead ? (statuses[stands] ?? 404) : 404;
}

/** All that can be seen of the reviews by who sees most, and by readers. */
async function everything({ admin, reader }: People): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  const look = async ({ asks }: Person, path: string) => {
    const answer = await asks.get(path);
    const text = await answer.text();
    const [words = text] = /<main[^>]*>[^]*<\/main>/.exec(text) ?? [];
    seen[path] = `${answer.status()} ${words}`;
  };
  for (const { slug } of reviews) {
    await look(admin, paths.incidentHistory(slug));
    await look(admin, paths.reviewPreview(slug));
    await look(reader, paths.incidentMarkdown(slug));
    const conflict = await attempt(admin, actCalled("save"), slug);
    seen[`${slug} as it stands`] = await conflict.text();
  }
  await look(admin, paths.reviews());
  await look(admin, paths.settings("bin"));
  await look(reader, paths.incidents());
  return seen;
}

test("on a site for members only a visitor is shown nothing at all", async ({ own, people }) => {
  const settle = async (reading: string) =>
    expect((await people.admin.asks.post(paths.apiSite(), { data: { reading } })).status()).toBe(
      200,
    );
  await settle("members");
  try {
    const visitor = await somebodyAt(own.url);
    for (const review of reviews.filter(({ state }) => state === "published")) {
      for (const [what, address] of Object.entries(addresses)) {
        const isApi = what === "the API's";
        const status = (await visitor.get(address(review))).status();
        expect(`${what} ${status}`).toBe(`${what} ${isApi ? 404 : 303}`);
        const member = await people.reader.asks.get(address(review));
        expect(member.status(), what).toBe(standing({ who: "reader", what, review }));
      }
    }
    await visitor.dispose();
  } finally {
    await settle("everybody");
  }
});
