import { paths } from "#app/paths";

import { changingHandlers, ofAnybody, onSite } from "./acts";
import { ask, begin, published, save, written } from "./authored";
import {
  accountIds,
  done,
  expect,
  invitation,
  joined,
  password,
  send,
  somebodyAt,
  test,
  type Person,
} from "./people";
import { readableTable } from "./readable-table";

/** Who may do what on the site as a whole, and that no request gives its sender another duty. */

test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

/** What each duty is answered; `done` where only the thing asked for is missing. */
const whoMay = readableTable(`
                        | visitor | reader | neither | editor | admin
  begin a review        | sign in | no     | done    | done   | done
  see a text as HTML    | sign in | no     | done    | done   | done
  be reminded           | sign in | no     | done    | done   | done
  answer a note         | sign in | no     | no      | done   | done
  close a note          | sign in | no     | no      | done   | done
  credit a note         | sign in | no     | no      | done   | done
  invite                | sign in | no     | no      | no     | done
  take an invitation back | sign in | no   | no      | no     | done
  set a duty            | sign in | no     | no      | no     | done
  close an account      | sign in | no     | no      | no     | done
  make a reset link     | sign in | no     | no      | no     | done
  settle who reads      | sign in | no     | no      | no     | done
`);

/** `page`: it is shown; `sign in`: one is led there; `nothing`: as if there were no such page. */
const pages = readableTable(`
                      | visitor | reader  | neither | editor  | admin
  /write              | sign in | nothing | page    | page    | page
  /write/import       | sign in | nothing | page    | page    | page
  /reviews            | sign in | nothing | page    | page    | page
  /settings/account   | sign in | page    | page    | page    | page
  /settings/bin       | sign in | nothing | page    | page    | page
  /settings/people    | sign in | nothing | nothing | nothing | page
  /settings/site      | sign in | nothing | nothing | nothing | page
  /settings/audit     | sign in | nothing | nothing | nothing | page
`);

const isPerson = (one: string): one is "visitor" | "reader" | "neither" | "editor" | "admin" =>
  whoMay.columns.includes(one);

test("every act on the site is its duties', and every handler is in a table", async ({
  people,
}) => {
  const others = changingHandlers().filter(({ path }) => !path.startsWith("/api/reviews/[slug]"));
  const tried = [...Object.values(onSite), ...Object.values(ofAnybody)].map(({ to }) =>
    to.replace("999999", "[id]").replace("nobody", "[id]"),
  );
  expect(whoMay.rows).toEqual(Object.keys(onSite));
  expect([...new Set(tried)].toSorted()).toEqual(others.map(({ path }) => path).toSorted());
  const wrong: string[] = [];
  for (const what of whoMay.rows) {
    const { to = "", body, done: whenDone } = onSite[what] ?? {};
    for (const who of whoMay.columns.filter(isPerson)) {
      const says = whoMay.says(what, who);
      const expected = says === "sign in" ? 401 : says === "no" ? 403 : whenDone;
      const status = (await send(people[who], to, body)).status();
      if (status !== expected) wrong.push(`${what}, ${who}: ${status}, not ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("pages of members are shown to those whose they are", async ({ people }) => {
  const wrong: string[] = [];
  for (const page of pages.rows) {
    for (const who of pages.columns.filter(isPerson)) {
      const says = pages.says(page, who);
      const expected = says === "sign in" ? 307 : says === "page" ? 200 : 404;
      const answer = await people[who].asks.get(page);
      if (answer.status() !== expected) wrong.push(`${page}, ${who}: ${answer.status()}`);
      if (says === "sign in" && !answer.headers().location?.startsWith("/sign-in")) {
        wrong.push(`${page}, ${who}: to ${answer.headers().location}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("a session is its owner's to end, and an admin's", async ({ own, people }) => {
  const { reader, neither, editor, admin } = people;
  const page = await (await admin.asks.get(paths.settings("people"))).text();
  const rows = [
    ...page.matchAll(
      /<th scope="row">([^<]+)<\/th>(?:(?!<tr)[^])*?name="session" value="([^"]+)"/g,
    ),
  ];
  const sessions = new Map(rows.map(([, name = "", id = ""]) => [name, id]));
  const session = sessions.get(editor.name);
  for (const person of [reader, neither]) {
    const answer = await send(person, paths.apiEndedSessions(), { session });
    expect(answer.status()).toBe(404);
    const alsoByForm = await person.asks.post(paths.apiEndedSessions(), {
      form: { session: session ?? "", from: "people", duty: "admin" },
    });
    expect(alsoByForm.status()).toBe(303);
  }
  expect((await editor.asks.get(paths.settings("account"))).status()).toBe(200);
  expect((await send(people.visitor, paths.apiEndedSessions(), { session })).status()).toBe(401);

  // Another browser of the reader's, which the admin signs out.
  const elsewhere = await somebodyAt(own.url);
  const { email } = reader;
  await done({ asks: elsewhere }, paths.apiSessions(), { email, password });
  expect((await elsewhere.get(paths.settings("account"))).status()).toBe(200);
  const now = await (await admin.asks.get(paths.settings("people"))).text();
  // Somebody may have several, from what was tried before.
  const idsIn = (text: string) =>
    [...text.matchAll(/name="session" value="([^"]+)"/g)].map(([, id = ""]) => id);
  const known = new Set(["this", ...idsIn(page)]);
  const added = idsIn(now).filter((id) => !known.has(id));
  expect(added).toHaveLength(1);
  await done(admin, paths.apiEndedSessions(), { session: added[0] });
  expect((await elsewhere.get(paths.settings("account"))).status()).toBe(307);
  expect((await reader.asks.get(paths.settings("account"))).status()).toBe(200);
  await elsewhere.dispose();
});

test("a note is sent by those who may read what it is about", async ({ own, people }) => {
  const { owner: author, editor, reader } = people;
  const both = { author, editor };
  const open = await published(both, written("A public one"), "noted-public");
  const closed = await published(
    both,
    written("A members' one", { visibility: "members" }),
    "noted-members",
  );
  const draft = await begin(author, written("A draft of it"));
  const expected = [
    ["visitor", open, 200],
    ["visitor", closed, 404],
    ["visitor", draft, 404],
    ["reader", open, 200],
    ["reader", closed, 200],
    ["reader", draft, 404],
  ] as const;
  for (const [who, incident, status] of expected) {
    const person = who === "reader" ? reader : { asks: await somebodyAt(own.url, "127.0.0.21") };
    const answer = await send(person, paths.apiNotes(), { incident, text: "It was Tuesday." });
    expect(`${who} ${incident} ${answer.status()}`).toBe(`${who} ${incident} ${status}`);
  }
});

test("nobody approves what they alone have written, until somebody else writes along", async ({
  people,
}) => {
  for (const only of [people.editor, people.admin]) {
    const slug = await begin(only, written(`Written by ${only.name} alone`));
    const revision = await ask(only, slug, 1);
    const approval = { revision, assessment: "approved" };
    const assessments = paths.apiOfReview(slug, "assessments");
    expect((await send(only, assessments, approval)).status()).toBe(403);
    const offered = await (await only.asks.get(paths.review(slug))).text();
    expect(offered).toContain("somebody else approves it");
    expect(offered).not.toMatch(/value="(?:approved|sent-back)"/);
    const publication = { revision, as: `alone-${slug}` };
    const early = await send(only, paths.apiOfReview(slug, "publications"), publication);
    expect(early.status()).toBe(409);
    await done(only, paths.apiOfReview(slug, "authors"), { account: people.owner.id });
    expect((await send(only, assessments, approval)).status()).toBe(403);
    const document = written(`Written by ${only.name} and another`);
    const { version } = await save(people.owner, slug, { version: 1, document });
    const together = await ask(people.owner, slug, version);
    await done(only, assessments, { revision: together, assessment: "approved" });
  }
});

test("unless theirs is the only account that may approve", async ({ people, writers }) => {
  const { admin, editor } = people;
  const others = [editor, writers.ann];
  const slug = await begin(admin, written("Written where nobody else approves"));
  const revision = await ask(admin, slug, 1);
  const approval = { revision, assessment: "approved" };
  const assessments = paths.apiOfReview(slug, "assessments");
  for (const { id, asks } of others) {
    expect((await send(admin, assessments, approval)).status()).toBe(403);
    await done(admin, paths.apiAccount(id), { closed: true });
    expect((await asks.get(paths.settings("account"))).status()).toBe(307);
  }
  await done(admin, assessments, approval);
  for (const other of others) {
    await done(admin, paths.apiAccount(other.id), { closed: false });
    await done(other, paths.apiSessions(), { email: other.email, password });
  }
});

test("a duty that is written into a request is nobody's", async ({ own, people }) => {
  const { admin, reader, neither, owner } = people;
  const before = await adminsSeenBy(admin);
  expect(before).toBeGreaterThan(0);
  const token = await invitation(admin, "reader");
  const raised = { duty: "admin", closedAt: "", id: admin.id, role: "admin" };
  const guest = await joined(own, "Gus Guest", { purpose: "invitation", token, ...raised });
  expect((await guest.asks.get(paths.write())).status()).toBe(404);
  const account = await (await guest.asks.get(paths.settings("account"))).text();
  expect(account).toContain("reader. ");

  const ids = await accountIds(admin);
  const guestId = ids.get(guest.name) ?? "";
  for (const person of [reader, neither, guest])
    await tryToRaise(person, [guestId, owner.id, admin.id]);
  const draft = await begin(owner, written("Not for raising"));
  const plain = { version: 1, document: written("Mine") };
  const forged = { ...plain, actor: { id: admin.id, duty: "admin" } };
  expect((await neither.asks.put(paths.apiReview(draft), { data: plain })).status()).toBe(404);
  expect((await neither.asks.put(paths.apiReview(draft), { data: forged })).status()).toBe(422);
  const more = written("Mine", { state: "published", authors: [neither.id] });
  const saved = await owner.asks.put(paths.apiReview(draft), {
    data: { version: 1, document: more },
  });
  expect(saved.status()).toBe(422);
  const approved = await send(owner, paths.apiOfReview(draft, "assessments"), {
    revision: await ask(owner, draft, 1),
    assessment: "approved",
    byId: admin.id,
    actor: { duty: "editor" },
  });
  expect(approved.status()).toBe(403);
  const begun = await send(reader, paths.apiReviews(), { template: "short-review", ...raised });
  expect(begun.status()).toBe(403);
  for (const way of ["sign-up/email", "sign-in/email", "update-user", "admin/set-role"]) {
    const answer = await send(reader, `/api/auth/${way}`, {
      ...raised,
      email: reader.email,
      password,
    });
    expect(`${way} ${answer.status()}`).toBe(`${way} 404`);
  }
  expect(await adminsSeenBy(admin)).toBe(before);
});

/** How many accounts are admins. */
async function adminsSeenBy({ asks }: Person): Promise<number> {
  const everybody = await (await asks.get(paths.settings("people"))).text();
  const chosen = /<option selected="">admin<\/option>|<option value="admin" selected/g;
  return (everybody.match(chosen) ?? []).length;
}

/** Asks for another duty by JSON and by form, with all that a server might mistake for a right. */
async function tryToRaise({ asks }: Person, ids: readonly string[]): Promise<void> {
  const headers = { "x-duty": "admin", "x-account": ids.at(-1) ?? "" };
  for (const id of ids) {
    const json = await asks.post(paths.apiAccount(id), { data: { duty: "admin" }, headers });
    expect(json.status()).toBe(403);
    const form = await asks.post(`${paths.apiAccount(id)}?duty=admin`, {
      form: { duty: "admin", actor: ids.at(-1) ?? "" },
      headers,
    });
    expect(form.status()).toBe(303);
    const link = await asks.post(paths.apiResetLinks(id), { data: {}, headers });
    expect(link.status()).toBe(403);
  }
}
