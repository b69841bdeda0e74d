import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";

import { paths } from "#app/paths";
import { sayNotFound } from "#app/page-tags";
import type { Actor, Member } from "#knowledge/people/actor";
import { noteRefusal } from "#knowledge/people/refusal";
import { actorOf } from "#knowledge/people/sign-in.store";

import { flashCookie, readFlash, type FlashShown } from "./flash";

/** Who the page is made for. Asked as often as one likes: one look into the database a page. */
export const currentActor: () => Promise<Actor> = cache(async () => actorOf(await headers()));

/** The member whom the page is for; a visitor is sent to sign in, and comes back to `page`. */
export async function currentMember(page: string): Promise<Member> {
  const actor = await currentActor();
  if (actor.kind === "member") return actor;
  redirect(paths.signIn(page));
}

/**
 * Answers a member with 404 for a page that is not there for them, and writes that into the audit
 * log, as what is refused of changes is.
 */
export async function refusePage(member: Member, page: string): Promise<void> {
  sayNotFound();
  await noteRefusal(member, { what: `GET ${page}`, why: "not there for them" });
}

/** What was said to this page by the change before it. */
export async function flashFor(page: string): Promise<FlashShown | null> {
  return readFlash((await cookies()).get(flashCookie)?.value, page);
}
