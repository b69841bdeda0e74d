import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

import type { APIResponse } from "@playwright/test";

import { paths } from "#app/paths";

import { project } from "./own-server";
import type { Person } from "./people";

/**
 * How something is asked for that can be done with a review. Where it can be asked for in such a way
 * that it is allowed and still comes to nothing (a version that is not the last, a revision that is
 * not there), `harmless` is what is answered then; acts without it are done.
 */
export interface Act {
  readonly to: (slug: string) => string;
  readonly body: unknown;
  readonly method?: "PUT";
  readonly harmless?: { readonly status: number; readonly says: RegExp };
}

const step = (part: Parameters<typeof paths.apiOfReview>[1]) => (slug: string) =>
  paths.apiOfReview(slug, part);
const outdated = 999_999;
const noRevision = { status: 409, says: /does not wait|has approved this/ };

/** Everything that can be done with a review, by what people call it. */
export const acts: Readonly<Record<string, Act>> = {
  save: {
    to: paths.apiReview,
    method: "PUT",
    body: { version: outdated, document: { record: { title: "Changed" }, story: "" } },
    harmless: { status: 409, says: /Somebody else has saved/ },
  },
  "name a revision": {
    to: (slug) => paths.apiRevision(slug, 999),
    body: { name: "Changed" },
    harmless: { status: 404, says: /no revision of this number/ },
  },
  "restore a revision": {
    to: (slug) => paths.apiRestorations(slug, 1),
    body: { version: outdated },
    harmless: { status: 409, says: /has saved since/ },
  },
  "add a picture": {
    to: step("pictures"),
    body: Buffer.from("no picture"),
    harmless: { status: 422, says: /this is none/ },
  },
  share: {
    to: step("authors"),
    body: { account: "nobody" },
    harmless: { status: 422, says: /no author of this name/ },
  },
  "take an author off": {
    to: step("authors"),
    body: { account: "nobody", works: "no" },
    harmless: { status: 422, says: /no author of this name/ },
  },
  "ask for approval": {
    to: step("approval-requests"),
    body: { version: outdated },
    harmless: { status: 409, says: /has saved since/ },
  },
  "put into the bin": { to: step("bin"), body: { lies: "there" } },
  "take out of the bin": { to: step("bin"), body: { lies: "here" } },
  approve: {
    to: step("assessments"),
    body: { revision: 999, assessment: "approved" },
    harmless: noRevision,
  },
  "send back": {
    to: step("assessments"),
    body: { revision: 999, assessment: "sent-back", note: "Not yet." },
    harmless: noRevision,
  },
  publish: {
    to: step("publications"),
    body: { revision: 999, as: "nothing-of-it" },
    harmless: noRevision,
  },
  unpublish: { to: step("withdrawals"), body: { act: "unpublish" } },
  archive: { to: step("withdrawals"), body: { act: "archive" } },
  merge: {
    to: step("merges"),
    body: { into: "no-such-incident" },
    harmless: { status: 422, says: /no other published incident/ },
  },
};

export function actCalled(name: string): Act {
  const act = acts[name];
  if (!act) throw new Error(`Nobody knows how to ${name}.`);
  return act;
}

/** Asks for an act on a review. */
export function attempt({ asks }: Person, act: Act, slug: string): Promise<APIResponse> {
  const { to, method = "POST", body } = act;
  const isFile = Buffer.isBuffer(body);
  const headers = { "content-type": isFile ? "image/png" : "application/json" };
  const data = isFile ? body : JSON.stringify(body);
  return asks.fetch(to(slug), { method, headers, data });
}

export interface Handler {
  /** Its address as the folders have it, such as `/api/reviews/[slug]`. */
  readonly path: string;
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
}

/** Every handler that changes something, found by looking: a new one is in no table yet. */
export function changingHandlers(): Handler[] {
  const root = join(project, "app/api");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith("route.ts") && !/^(v1|\[\.\.\.rest\])/.test(file))
    .flatMap((file) => {
      const path = ["/api", ...file.split(sep).slice(0, -1)].join("/");
      const source = readFileSync(join(root, file), "utf8");
      const found = source.matchAll(/^export .*\b(POST|PUT|PATCH|DELETE)\b/gm);
      return Array.from(found, ([, method]) => ({ path, method: methodOf(method) }));
    });
}

function methodOf(word: string | undefined): Handler["method"] {
  if (word === "POST" || word === "PUT" || word === "PATCH" || word === "DELETE") return word;
  throw new Error(`${word} changes nothing.`);
}

/** What is asked for on the site as a whole. */
export interface SiteAct {
  readonly to: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What is answered to who may, where only the thing asked for is missing. */
  readonly done: number;
}

/** What needs a duty. */
export const onSite: Readonly<Record<string, SiteAct>> = {
  "begin a review": { to: paths.apiReviews(), body: { template: "none-such" }, done: 404 },
  "see a text as HTML": {
    to: paths.apiPreviews(),
    body: { markdown: "words", sources: [] },
    done: 200,
  },
  "be reminded": { to: paths.apiLikenesses(), body: { text: "words" }, done: 200 },
  "answer a note": {
    to: paths.apiOfNote(999_999, "answers"),
    body: { answer: "words" },
    done: 404,
  },
  "close a note": { to: paths.apiOfNote(999_999, "closings"), body: {}, done: 404 },
  "credit a note": {
    to: paths.apiOfNote(999_999, "credits"),
    body: { version: 1, about: "words" },
    done: 404,
  },
  invite: { to: paths.apiInvitations(), body: { duty: "reader" }, done: 200 },
  "take an invitation back": {
    to: paths.apiWithdrawnInvitations(),
    body: { invitation: 999_999 },
    done: 404,
  },
  "set a duty": { to: paths.apiAccount("nobody"), body: { duty: "editor" }, done: 404 },
  "close an account": { to: paths.apiAccount("nobody"), body: { closed: true }, done: 404 },
  "make a reset link": { to: paths.apiResetLinks("nobody"), body: {}, done: 404 },
  "settle who reads": { to: paths.apiSite(), body: { reading: "everybody" }, done: 200 },
};

/** Where one comes in or out, or speaks as a reader. */
export const ofAnybody: Readonly<Record<string, SiteAct>> = {
  "make an account": {
    to: paths.apiAccounts(),
    body: {
      purpose: "invitation",
      token: "none-such",
      name: "Nobody",
      email: "nobody@example.org",
      password: "four plain words more",
    },
    done: 422,
  },
  "take a new password by a link": {
    to: paths.apiPasswords(),
    body: { token: "none-such", password: "four plain words more" },
    done: 422,
  },
  "change one's password": {
    to: paths.apiPasswords(),
    body: { present: "not this one", password: "four plain words more" },
    done: 422,
  },
  "sign in": {
    to: paths.apiSessions(),
    body: { email: "nobody@example.org", password: "not this one", next: "/" },
    done: 401,
  },
  "end a session": {
    to: paths.apiEndedSessions(),
    body: { session: "none-such", from: "account" },
    done: 404,
  },
  "send a note": {
    to: paths.apiNotes(),
    body: { incident: "none-such", text: "Words.", url: "https://example.org", credit: "Me" },
    done: 404,
  },
};
