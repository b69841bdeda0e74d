import { APIError, betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { z } from "zod";

import { prisma } from "#knowledge/database/client";

import { visitor, type Actor } from "./actor";
import { Duty } from "./duty";
import { hashPassword, matchesPassword, passwordLimits } from "./password";

/** Seconds for which one stays signed in on a browser. */
const sessionSeconds = 30 * 24 * 60 * 60;

/** Where the site is reached, as the process was told. */
function publicUrl(): string {
  return process.env.PUBLIC_URL ?? "http://localhost:3000";
}

/**
 * The cookie that says who is signed in. By https it has the prefix that makes a browser refuse it
 * from anyone but this very host.
 */
export function sessionCookie(): string {
  return publicUrl().startsWith("https:") ? "__Host-hindsight" : "hindsight";
}

function createAuthentication() {
  return betterAuth({
    appName: "Hindsight",
    baseURL: publicUrl(),
    secret: process.env.SECRET ?? "",
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: prismaAdapter(prisma(), { provider: "postgresql" }),
    // Accounts come of invitations, and every way in is counted by our own limits.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLimits.least,
      maxPasswordLength: passwordLimits.most,
      password: {
        hash: hashPassword,
        verify: ({ password, hash }) => matchesPassword(password, hash),
      },
    },
    rateLimit: { enabled: false },
    user: {
      modelName: "account",
      additionalFields: {
        duty: { type: "string", input: false, required: true },
        closedAt: { type: "date", input: false, required: false },
      },
    },
    session: {
      modelName: "session",
      fields: { userId: "accountId" },
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
    },
    account: { modelName: "credential", fields: { accountId: "subject", userId: "accountId" } },
    advanced: {
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      cookies: {
        session_token: {
          name: sessionCookie(),
          attributes: { secure: publicUrl().startsWith("https:"), sameSite: "lax", path: "/" },
        },
      },
    },
  });
}

// Made when first needed: only then does the process know its address and its secret.
let made: ReturnType<typeof createAuthentication> | undefined;

function authentication() {
  return (made ??= createAuthentication());
}

const SignedIn = z.object({
  session: z.object({ id: z.string() }),
  user: z.object({
    id: z.string(),
    name: z.string(),
    duty: Duty,
    closedAt: z.date().nullish(),
  }),
});

/** Who sends a request with these headers: the member whose session its cookie names, or a visitor. */
export async function actorOf(headers: Headers): Promise<Actor> {
  if (!(headers.get("cookie") ?? "").includes(`${sessionCookie()}=`)) return visitor;
  const found = await authentication().api.getSession({ headers });
  const read = SignedIn.safeParse(found);
  if (!read.success || read.data.user.closedAt) return visitor;
  const { session, user } = read.data;
  return { kind: "member", id: user.id, name: user.name, duty: user.duty, sessionId: session.id };
}

/** Cookies to send along with an answer, each as the value of a `Set-Cookie` header. */
export type Cookies = readonly string[];

export type PasswordCheck =
  | { readonly kind: "signed in"; readonly accountId: string; readonly cookies: Cookies }
  | { readonly kind: "refused" };

/**
 * Begins a session for whoever has this address and password. An unknown address takes as long to
 * refuse as a wrong password. `headers` are the request's: the session remembers the browser.
 */
export async function beginSession(
  email: string,
  password: string,
  headers: Headers,
): Promise<PasswordCheck> {
  try {
    const { headers: answer, response } = await authentication().api.signInEmail({
      body: { email, password },
      headers,
      returnHeaders: true,
    });
    return { kind: "signed in", accountId: response.user.id, cookies: answer.getSetCookie() };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return { kind: "refused" };
    throw error;
  }
}

/** Ends the session that a request with these headers belongs to. */
export async function endOwnSession(headers: Headers): Promise<Cookies> {
  const { headers: answer } = await authentication().api.signOut({ headers, returnHeaders: true });
  return answer.getSetCookie();
}
