import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";

import { paths } from "#app/paths";
import type { Actor, Member } from "#knowledge/people/actor";
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

/** What was said to this page by the change before it. */
export async function flashFor(page: string): Promise<FlashShown | null> {
  return readFlash((await cookies()).get(flashCookie)?.value, page);
}
