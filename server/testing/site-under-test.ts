import { once } from "node:events";
import { createServer } from "node:http";

import { inTransaction, storeAccount } from "#knowledge/people/account.store";
import type { Duty } from "#knowledge/people/duty";
import { hashPassword } from "#knowledge/people/password";
import { signIn } from "#knowledge/people/signing-in";

import { application } from "../application";
import { answered, type Answered, type Asked } from "../page-layer/layer-under-test";
import { freshDatabase } from "./fresh-database";
import { standInForNext } from "./next-stand-in";

/** The whole site but Next and its build, over HTTP and a database of its own. */
export type SiteUnderTest = {
  ask: (path: string, asked?: Asked) => Promise<Answered>;
  /** Resolves when a page that was kept is rendered anew: what has changed was heard of. */
  forgotten: (path: string) => Promise<void>;
  /** Makes an account and signs it in; gives the cookie that its browser sends from then on. */
  signedIn: (name: string, duty: Duty) => Promise<string>;
  close: () => Promise<void>;
};

const publicUrl = "http://incidents.example:3000";
const password = "four plain words here";

export async function siteUnderTest(): Promise<SiteUnderTest> {
  const database = await freshDatabase();
  const before = { ...process.env };
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    PUBLIC_URL: publicUrl,
    SECRET: "a secret of at least thirty-two characters",
  });
  const site = application("production");
  const standIn = await standInForNext();
  const server = createServer(site.front(standIn.next, { publicUrl, databaseUrl: database.url }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the server has no port");
  const { port } = bound;
  const ask = (path: string, asked: Asked = {}) => answered(port, path, asked);
  return {
    ask,
    async forgotten(path) {
      for (let renders = standIn.asked(); standIn.asked() === renders;) await ask(path);
    },
    signedIn,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      await standIn.close();
      await site.closeDatabase();
      await database.drop();
      process.env = before;
    },
  };
}

async function signedIn(name: string, duty: Duty): Promise<string> {
  const account = {
    name,
    email: `${name.toLowerCase()}@example.org`,
    duty,
    passwordKept: await hashPassword(password),
  };
  await inTransaction((connection) => storeAccount(account, connection));
  const outcome = await signIn({ email: account.email, password }, new Headers(), "192.0.2.1");
  if (outcome.kind !== "signed in") throw new Error(`${name}: ${outcome.kind}`);
  return outcome.cookies.map((one) => one.split(";")[0]).join("; ");
}
