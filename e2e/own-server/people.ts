import { request, type APIRequestContext, type APIResponse } from "@playwright/test";
import * as z from "zod";

import { paths } from "#app/paths";

import { setUpLink, type OwnServer } from "./own-server";
import { test as base } from "./test";

export const password = "four plain words here";

/** Somebody who asks the server as a browser would, with the cookies of their own. */
export interface Person {
  readonly name: string;
  readonly email: string;
  /** The account's id; empty for a visitor. */
  readonly id: string;
  readonly asks: APIRequestContext;
}

/** One of each that the rules know: three authors, as one document sees them. */
export interface People {
  readonly visitor: Person;
  readonly reader: Person;
  readonly owner: Person;
  readonly shared: Person;
  readonly neither: Person;
  readonly editor: Person;
  readonly admin: Person;
}

/** Two who write at their desks: an admin and an author, apart from those who try what they may. */
export interface Writers {
  readonly ann: Person;
  readonly ben: Person;
}

/** A server on which one of each duty has joined, and on which two write, where a test wants them. */
export const test = base.extend<object, { people: People; writers: Writers }>({
  people: [
    async ({ own }, use) => {
      const people = await peopleOf(own);
      await use(people);
      await disposed(Object.values(people));
    },
    { scope: "worker", timeout: 60_000 },
  ],
  writers: [
    async ({ own, people }, use) => {
      const ann = await invited(own, people.admin, ["Ann", "admin"]);
      const ben = await invited(own, people.admin, ["Ben", "author"]);
      const withId = withIdOf(await accountIds(people.admin));
      const writers = { ann: withId(ann), ben: withId(ben) };
      await use(writers);
      await disposed(Object.values(writers));
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

async function disposed(people: readonly Person[]): Promise<void> {
  await Promise.all(people.map(({ asks }) => asks.dispose()));
}

export const { expect } = test;

/** Somebody without an account; `client` is the address that requests seem to come from. */
export function somebodyAt(url: string, client = "127.0.0.1"): Promise<APIRequestContext> {
  return request.newContext({
    baseURL: url,
    extraHTTPHeaders: { origin: url, "x-forwarded-for": client },
    maxRedirects: 0,
  });
}

/** Sends what changes something; the answer is the test's to judge. */
export function send(
  { asks }: Pick<Person, "asks">,
  path: string,
  data: unknown = {},
): Promise<APIResponse> {
  return asks.post(path, { data });
}

/** Does a step that must succeed; gives what was answered. */
export async function done(
  person: Pick<Person, "asks">,
  path: string,
  data: unknown = {},
): Promise<unknown> {
  return valueOf(await send(person, path, data));
}

export async function valueOf(answer: APIResponse): Promise<unknown> {
  expect(`${answer.url()} ${answer.status()} ${await answer.text()}`).toContain(" 200 ");
  return answer.json();
}

async function peopleOf(own: OwnServer): Promise<People> {
  const visitor = { name: "", email: "", id: "", asks: await somebodyAt(own.url) };
  const token = new URL(await setUpLink(own.said)).searchParams.get("token") ?? "";
  const admin = await joined(own, "Ada Admin", { purpose: "setup", token });
  const others = {
    reader: await invited(own, admin, ["Rea Reader", "reader"]),
    owner: await invited(own, admin, ["Olga Owner", "author"]),
    shared: await invited(own, admin, ["Sam Shared", "author"]),
    neither: await invited(own, admin, ["Nat Neither", "author"]),
    editor: await invited(own, admin, ["Ed Editor", "editor"]),
  };
  const withId = withIdOf(await accountIds(admin));
  return {
    visitor,
    reader: withId(others.reader),
    owner: withId(others.owner),
    shared: withId(others.shared),
    neither: withId(others.neither),
    editor: withId(others.editor),
    admin: withId(admin),
  };
}

function withIdOf(ids: ReadonlyMap<string, string>) {
  return (person: Person): Person => ({ ...person, id: ids.get(person.name) ?? "" });
}

const Link = z.object({ link: z.url() });

/** Makes an invitation; gives its token. */
export async function invitation(admin: Person, duty: string): Promise<string> {
  const { link } = Link.parse(await done(admin, paths.apiInvitations(), { duty }));
  return link.split("/").at(-1) ?? "";
}

async function invited(
  own: OwnServer,
  admin: Person,
  [name, duty]: readonly [name: string, duty: string],
): Promise<Person> {
  return joined(own, name, { purpose: "invitation", token: await invitation(admin, duty) });
}

/** Makes a link for a new password; gives its token. */
export async function resetLink(admin: Person, id: string): Promise<string> {
  const { link } = Link.parse(await done(admin, paths.apiResetLinks(id)));
  return link.split("/").at(-1) ?? "";
}

/** Somebody new, by a link; `more` goes along with what the form has. */
export async function joined(
  own: Pick<OwnServer, "url">,
  name: string,
  more: { readonly purpose: string; readonly token: string } & Record<string, string>,
): Promise<Person> {
  const asks = await somebodyAt(own.url);
  const email = `${name.split(" ")[0]?.toLowerCase()}@example.org`;
  await done({ asks }, paths.apiAccounts(), { name, email, password, ...more });
  return { name, email, id: "", asks };
}

/** The ids of all accounts by name, as the admin's page has them in its forms. */
export async function accountIds(admin: Person): Promise<ReadonlyMap<string, string>> {
  const page = await (await admin.asks.get(paths.settings("people"))).text();
  const forms = page.matchAll(
    /\/api\/accounts\/([^/"]+)\/reset-links[^]*? for (?:<!-- -->)?([^<]+)</g,
  );
  return new Map(Array.from(forms, ([, id = "", name = ""]) => [name, id]));
}
