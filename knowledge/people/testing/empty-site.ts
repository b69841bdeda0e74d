import { closeDatabase } from "#knowledge/database/client";

import type { Member } from "../actor";
import { NewAccount } from "../joining";
import { actorOf } from "../sign-in.store";
import { signIn } from "../signing-in";
import { settleSite } from "./settled-site";

/** A database of the test's own, with which it ends. */
interface OwnDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

export const password = "four plain words here";

/** The headers of a browser in which nobody is signed in. */
export const nobody = new Headers();

/** A site at which there is nobody yet, and of which the process is now the server. */
export function emptySite(fresh: OwnDatabase) {
  process.env.DATABASE_URL = fresh.url;
  settleSite();
  return {
    async drop() {
      await closeDatabase();
      await fresh.drop();
    },
  };
}

export function person(name: string) {
  return NewAccount.parse({ name, email: `${name}@Example.org`, password });
}

/** Signs in and gives the headers that this browser sends from then on. */
export async function browserOf(name: string, from = "192.0.2.1"): Promise<Headers> {
  const signedIn = await signIn({ email: `${name}@example.org`, password }, nobody, from);
  if (signedIn.kind !== "signed in") throw new Error(`${name}: ${signedIn.kind}`);
  const cookie = signedIn.cookies.map((one) => one.split(";")[0]).join("; ");
  return new Headers({ cookie });
}

export async function memberOf(browser: Headers): Promise<Member> {
  const actor = await actorOf(browser);
  if (actor.kind !== "member") throw new Error("not signed in");
  return actor;
}
