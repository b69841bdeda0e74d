import type { z } from "zod";

import { flashHeader } from "#app/_session/flash";
import { paths } from "#app/paths";
import type { Actor, Member } from "#knowledge/people/actor";
import { count } from "#knowledge/people/limit.store";
import { noteRefusal, noteVisitorsRefusal } from "#knowledge/people/refusal";
import { mayOnSite, type SiteAct } from "#knowledge/people/rules";
import { actorOf } from "#knowledge/people/sign-in.store";

import { failure } from "./answering";
import { clientOf, isFromOwnPage } from "./own-origin";
import { problem } from "./problem";
import { readBody } from "./read-body";

/** What a change came to. A form is led to a page, a script is given the value. */
export type Changed =
  | {
      readonly kind: "done";
      readonly value?: unknown;
      /** Where a form goes on. */
      readonly next: string;
      /** A sentence for the page where it goes on. */
      readonly said?: string;
      /** What that page shows once, such as a new link. */
      readonly values?: Readonly<Record<string, string>>;
      readonly cookies?: readonly string[];
    }
  | Refused;

export interface Refused {
  readonly kind: "refused";
  readonly status: number;
  /** A sentence for the person: what happened, what was kept, what to do. */
  readonly why: string;
  /** The page that a form is led back to. */
  readonly back: string;
  /** What was typed there and need not be typed again; no passwords. */
  readonly values?: Readonly<Record<string, string>>;
  /** What a script can act on, besides the sentence. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Asked<Body> {
  readonly body: Body;
  readonly headers: Headers;
}

interface Terms<Body extends z.ZodType> {
  /** The one shape of what is sent, by form or as JSON. */
  readonly body: Body;
  /** Most bytes of it. */
  readonly bytes?: number;
  /** The page that a form comes from. */
  readonly page: string;
}

const usualBytes = 64_000;

/** A change that anybody may ask for, such as signing in. */
export function changing<Body extends z.ZodType>(
  request: Request,
  terms: Terms<Body>,
  change: (asked: Asked<z.output<Body>> & { actor: Actor }) => Promise<Changed>,
): Promise<Response> {
  return fromOwnPage(request, terms.page, isSentByForm(request), async (actor) => {
    const read = await bodyOf(request, actor, terms);
    return read.kind === "body" ? change({ ...read.asked, actor }) : read;
  });
}

/** A change that only members may ask for, and, with `act`, only those who may do that. */
export function changingAsMember<Body extends z.ZodType>(
  request: Request,
  terms: Terms<Body> & { readonly act?: SiteAct },
  change: (asked: Asked<z.output<Body>> & { actor: Member }) => Promise<Changed>,
): Promise<Response> {
  return fromOwnPage(request, terms.page, isSentByForm(request), async (actor) => {
    // Nothing is read that nobody wants from them: it may be megabytes.
    const member = await memberOrRefusal(request, actor, terms);
    if (member.kind !== "member") return member;
    const read = await bodyOf(request, actor, terms);
    return read.kind === "body" ? change({ ...read.asked, actor: member }) : read;
  });
}

/**
 * A change by a member who sends a file as it is. `change` reads it, once it is known that it is
 * wanted.
 */
export function takingFile(
  request: Request,
  page: string,
  change: (actor: Member) => Promise<Changed>,
): Promise<Response> {
  return fromOwnPage(request, page, false, async (actor) => {
    const member = await memberOrRefusal(request, actor, { page });
    return member.kind === "member" ? change(member) : member;
  });
}

async function memberOrRefusal(
  request: Request,
  actor: Actor,
  { page, act }: { readonly page: string; readonly act?: SiteAct },
): Promise<Member | Refused> {
  if (actor.kind === "visitor") {
    await refusalNoted(request, actor, "not signed in");
    return signInFirst(page);
  }
  if (act && !mayOnSite(actor, act)) {
    await refusalNoted(request, actor, "not allowed");
    return refused(page, 403, "Your account may not do this. Nothing was changed.");
  }
  const seconds = await count("changes by", actor.id);
  return seconds > 0 ? tooMuch(page, seconds) : actor;
}

function isSentByForm(request: Request): boolean {
  return (request.headers.get("content-type") ?? "").includes("form-urlencoded");
}

async function bodyOf<Body extends z.ZodType>(
  request: Request,
  actor: Actor,
  { body, bytes = usualBytes, page }: Terms<Body>,
): Promise<{ readonly kind: "body"; readonly asked: Asked<z.output<Body>> } | Refused> {
  const read = await readBody(request, body, bytes);
  if (read.kind === "body") {
    return { kind: "body", asked: { body: read.body, headers: request.headers } };
  }
  await refusalNoted(request, actor, unreadable[read.status]);
  return refused(page, read.status, read.why);
}

/** Why a body was not taken, for the log. */
export const unreadable = {
  400: "cannot be read",
  413: "too large",
  415: "of a kind that is not taken",
  422: "not what is taken here",
} as const;

/** What is not sent from a page of ours changes nothing. */
async function fromOwnPage(
  request: Request,
  page: string,
  sentByForm: boolean,
  change: (actor: Actor) => Promise<Changed>,
): Promise<Response> {
  try {
    const actor = await actorOf(request.headers);
    if (!isFromOwnPage(request.headers)) {
      await refusalNoted(request, actor, "not from a page of this site");
      const why = "This was not sent from a page of this site, so nothing was changed.";
      return answered(refused(page, 403, why), { isForm: false });
    }
    return answered(await change(actor), { isForm: sentByForm });
  } catch (error) {
    const failed = await failure(request, error);
    return answered(refused(page, failed.status, failed.detail), { isForm: false });
  }
}

/** Writes a refusal into the log: who wanted what, and why it was not done. */
export async function refusalNoted(request: Request, actor: Actor, why: string): Promise<void> {
  const what = `${request.method} ${new URL(request.url).pathname}`;
  if (actor.kind === "member") await noteRefusal(actor, { what, why });
  else await noteVisitorsRefusal(clientOf(request.headers), { what, why });
}

/** The same for what a rule about one document does not allow; `why` where it is not the account's fault. */
export async function refuseAct(
  request: Request,
  actor: Actor,
  page: string,
  why = "Your account may not do this.",
): Promise<Changed> {
  await refusalNoted(request, actor, "not allowed");
  return refused(page, 403, `${why} Nothing was changed.`);
}

/** What is not there, or not for this actor, who is not told which. */
export async function refuseUnknown(
  request: Request,
  actor: Actor,
  page: string,
): Promise<Changed> {
  await refusalNoted(request, actor, "not there for them");
  return refused(page, 404, "There is nothing here under this name.");
}

/** A refusal with its sentence. */
export function refused(
  back: string,
  status: number,
  why: string,
  values: Readonly<Record<string, string>> = {},
): Refused {
  return { kind: "refused", status, why, back, values };
}

function signInFirst(page: string): Refused {
  const why = "You are not signed in (any more). Sign in, and send it again; nothing was changed.";
  return refused(paths.signIn(page), 401, why);
}

function tooMuch(page: string, seconds: number): Refused {
  const why = `That was a great deal at once. Wait ${seconds} seconds; nothing was changed.`;
  return { ...refused(page, 429, why), headers: { "retry-after": String(seconds) } };
}

function answered(outcome: Changed, { isForm }: { isForm: boolean }): Response {
  return isForm ? leading(outcome) : telling(outcome);
}

const unkept = { "cache-control": "no-store" } as const;

function leading(outcome: Changed): Response {
  const page = outcome.kind === "done" ? outcome.next : outcome.back;
  const headers = new Headers({ ...unkept, location: page });
  const { values = {} } = outcome;
  const words = outcome.kind === "done" ? { said: outcome.said } : { fault: outcome.why };
  const flash = { page: new URL(page, "http://site").pathname, ...words, values };
  headers.append("set-cookie", flashHeader(flash));
  if (outcome.kind === "done") appendCookies(headers, outcome.cookies);
  return new Response(null, { status: 303, headers });
}

function telling(outcome: Changed): Response {
  if (outcome.kind === "done") {
    const headers = new Headers({ ...unkept, "content-type": "application/json" });
    appendCookies(headers, outcome.cookies);
    return new Response(JSON.stringify(outcome.value ?? { next: outcome.next }), { headers });
  }
  const { status, why, more, headers } = outcome;
  return new Response(JSON.stringify({ ...problem(status, why), ...more }), {
    status,
    headers: { ...unkept, ...headers, "content-type": "application/problem+json" },
  });
}

function appendCookies(headers: Headers, cookies: readonly string[] = []): void {
  for (const cookie of cookies) headers.append("set-cookie", cookie);
}
