import { inTransaction, storePassword } from "#knowledge/people/account.store";
import type { Member } from "#knowledge/people/actor";
import { hashPassword } from "#knowledge/people/password";
import { signIn } from "#knowledge/people/signing-in";
import { site } from "#knowledge/people/testing/settled-site";

const password = "four plain words here";

/** Signs a member in who has no password yet; gives the cookie that their browser sends from then on. */
export async function browserOf({ id, name }: Member): Promise<string> {
  const kept = await hashPassword(password);
  await inTransaction((connection) => storePassword(id, kept, connection));
  const signedIn = await signIn({ email: `${name}@example.org`, password }, new Headers(), "test");
  if (signedIn.kind !== "signed in") throw new Error(`${name}: ${signedIn.kind}`);
  return signedIn.cookies.map((one) => one.split(";")[0]).join("; ");
}

interface Sent {
  /** What a browser sends along; without it a visitor asks. */
  readonly cookie?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request from a page of the site, with a form as a browser sends it. */
export function form(fields: Readonly<Record<string, string>>, sent: Sent = {}): Request {
  return posted(new URLSearchParams(fields).toString(), "application/x-www-form-urlencoded", sent);
}

/** The same with JSON, as a script of ours sends it. */
export function json(value: unknown, sent: Sent = {}): Request {
  return posted(JSON.stringify(value), "application/json", sent);
}

/** The same with any body. */
export function posted(body: BodyInit, type: string, { cookie, headers }: Sent = {}): Request {
  // A stream is only taken with this, which the types of requests do not know.
  const asked: RequestInit & { duplex: "half" } = {
    method: "POST",
    body,
    duplex: "half",
    headers: {
      origin: site,
      "content-type": type,
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
  };
  return new Request(`${site}/asked`, asked);
}

/** A request that only reads. */
export function read(cookie?: string): Request {
  return new Request(`${site}/asked`, { headers: cookie === undefined ? {} : { cookie } });
}

/** What an answer says to the next page, of a form that was sent. */
export function flashOf(answer: Response): Record<string, unknown> {
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("hindsight-said="));
  const value = cookie?.split(";")[0]?.split("=")[1] ?? "";
  const flash: unknown = JSON.parse(Buffer.from(value, "base64url").toString("utf8"));
  return Object.fromEntries(Object.entries(Object(flash)));
}
