import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { freshDatabase } from "#server/testing/fresh-database";

import { allAccounts, findAccountByEmail, hasAdmin } from "./account.store";
import {
  changeAccount,
  changePassword,
  endOneSession,
  invite,
  makeResetLink,
  takeBack,
} from "./accounts";
import { auditLog } from "./audit.store";
import { join, resetPassword, setUpToken } from "./joining";
import { count, passwordKeys } from "./limit.store";
import { openInvitations } from "./one-time-link.store";
import { openSessions } from "./session.store";
import { actorOf } from "./sign-in.store";
import { signIn, signOut } from "./signing-in";
import { browserOf, emptySite, memberOf, nobody, password, person } from "./testing/empty-site";

let site: ReturnType<typeof emptySite>;

beforeAll(async () => {
  site = emptySite(await freshDatabase());
});
afterAll(() => site.drop());

async function acts(): Promise<string[]> {
  return (await auditLog(1, null)).map(({ act }) => act);
}

describe("setting up", () => {
  test("each start makes a link, and only the newest works, once", async () => {
    const first = await setUpToken();
    const second = await setUpToken();
    if (first === null || second === null) throw new Error("no link was made");
    const dead = { kind: "fault", fault: "link does not work" };
    expect(await join("setup", first, person("Ada"))).toEqual(dead);
    expect(await join("invitation", second, person("Ada"))).toEqual(dead);
    expect(await join("setup", second, { ...person("Ada"), password: "password1234" })).toEqual({
      kind: "fault",
      fault: "too common",
    });
    expect(await hasAdmin()).toBe(false);
    expect(await join("setup", second, person("Ada"))).toMatchObject({ kind: "joined" });
    expect(await join("setup", second, person("Eve"))).toEqual(dead);
    expect(await findAccountByEmail("ADA@example.org")).toMatchObject({ duty: "admin" });
    expect(await setUpToken()).toBeNull();
    expect(await acts()).toEqual(["site set up"]);
  });
});

describe("joining and signing in", () => {
  test("an invitation makes one account with its duty; a taken address leaves it open", async () => {
    const ada = await memberOf(await browserOf("Ada"));
    const { token } = await invite(ada, "author");
    expect(await join("invitation", token, person("Ada"))).toMatchObject({
      fault: "address taken",
    });
    expect(await join("invitation", token, person("Ben"))).toMatchObject({ kind: "joined" });
    expect(await join("invitation", token, person("Eve"))).toMatchObject({
      fault: "link does not work",
    });
    expect(await actorOf(await browserOf("Ben"))).toMatchObject({ name: "Ben", duty: "author" });
  });

  test("an invitation that was taken back does not work", async () => {
    const ada = await memberOf(await browserOf("Ada"));
    const { id, token } = await invite(ada, "editor");
    expect(await openInvitations()).toMatchObject([
      { id, duty: "editor", madeByName: "Ada", madeAt: expect.any(Date) },
    ]);
    expect(await takeBack(ada, id)).toBe(true);
    expect(await takeBack(ada, id)).toBe(false);
    expect(await join("invitation", token, person("Eve"))).toMatchObject({
      fault: "link does not work",
    });
  });

  test("a session ends where it is signed out, and a made-up or altered cookie is nobody", async () => {
    const browser = await browserOf("Ben");
    await signOut(await actorOf(browser), browser);
    expect(await actorOf(browser)).toEqual({ kind: "visitor" });
    const forged = (await browserOf("Ben")).get("cookie") ?? "";
    expect(await actorOf(new Headers({ cookie: forged.replace(/=./, "=X") }))).toEqual({
      kind: "visitor",
    });
    expect(await actorOf(new Headers({ cookie: "hindsight=nothing" }))).toEqual({
      kind: "visitor",
    });
  });

  test("after ten wrong passwords from one place it waits, also for the right one; others go on", async () => {
    const wrong = { email: "ben@example.org", password: "not the password" };
    for (let tried = 0; tried < 10; tried += 1) {
      expect(await signIn(wrong, nobody, "198.51.100.9")).toEqual({ kind: "refused" });
    }
    const right = { email: "BEN@example.org", password };
    expect(await signIn(right, nobody, "198.51.100.9")).toMatchObject({ kind: "wait" });
    expect(await signIn(right, nobody, "198.51.100.10")).toMatchObject({ kind: "signed in" });
    expect((await acts()).slice(0, 2)).toEqual(["signed in", "sign-in refused"]);
  });

  test("forty wrong passwords at once are no more than ten, and close no other way", async () => {
    const wrong = { email: "ben@example.org", password: "not the password" };
    const tries = Array.from({ length: 40 }, () => signIn(wrong, nobody, "198.51.100.20"));
    const kinds = (await Promise.all(tries)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "refused")).toHaveLength(10);
    expect(await signIn(wrong, nobody, "198.51.100.20")).toMatchObject({ kind: "wait" });
    expect(await browserOf("Ben", "198.51.100.21")).toBeInstanceOf(Headers);
  });

  test("who knows the password is let in as often as they like", async () => {
    for (let tried = 0; tried < 11; tried += 1) {
      expect(await browserOf("Ben", "198.51.100.22")).toBeInstanceOf(Headers);
    }
  });

  test("an unknown address is refused as a wrong password is", async () => {
    const unknown = { email: "nobody@example.org", password };
    expect(await signIn(unknown, nobody, "192.0.2.7")).toEqual({ kind: "refused" });
    expect(await signIn({ email: "not an address", password }, nobody, "192.0.2.7")).toEqual({
      kind: "refused",
    });
  });
});

describe("what an admin does", () => {
  test("a lower duty ends all sessions at once, a higher one does not", async () => {
    const ada = await memberOf(await browserOf("Ada"));
    const browser = await browserOf("Ben");
    const ben = await memberOf(browser);
    expect(await changeAccount(ada, ben.id, { duty: "editor" })).toBe("changed");
    expect(await actorOf(browser)).toMatchObject({ duty: "editor" });
    expect(await changeAccount(ada, ben.id, { duty: "reader" })).toBe("changed");
    expect(await actorOf(browser)).toEqual({ kind: "visitor" });
  });

  test("the last admin stays, and stays open", async () => {
    const ada = await memberOf(await browserOf("Ada"));
    expect(await changeAccount(ada, ada.id, { duty: "reader" })).toBe("last admin");
    expect(await changeAccount(ada, ada.id, { closed: true })).toBe("last admin");
    expect(await changeAccount(ada, "nobody", { closed: true })).toBe("no such account");
  });

  test("a closed account cannot sign in until it is opened again", async () => {
    const ada = await memberOf(await browserOf("Ada"));
    const browser = await browserOf("Ben");
    const ben = await memberOf(browser);
    await changeAccount(ada, ben.id, { closed: true });
    expect(await actorOf(browser)).toEqual({ kind: "visitor" });
    expect(await signIn({ email: "ben@example.org", password }, nobody, "192.0.2.8")).toEqual({
      kind: "refused",
    });
    expect(await makeResetLink(ada, ben.id)).toBeNull();
    await changeAccount(ada, ben.id, { closed: false });
    expect(await actorOf(await browserOf("Ben", "192.0.2.30"))).toMatchObject({ name: "Ben" });
  });

  test("a reset link gives a new password once, and ends all sessions", async () => {
    const ada = await memberOf(await browserOf("Ada"));
    const browser = await browserOf("Ben", "192.0.2.31");
    const ben = await memberOf(browser);
    const older = await makeResetLink(ada, ben.id);
    const token = await makeResetLink(ada, ben.id);
    const dead = { kind: "fault", fault: "link does not work" };
    expect(await resetPassword(older ?? "", "five other plain words now", "here")).toEqual(dead);
    expect(await resetPassword(token ?? "", "short", "here")).toMatchObject({ fault: "too short" });
    expect(await resetPassword(token ?? "", "five other plain words now", "here")).toMatchObject({
      kind: "joined",
    });
    expect(await resetPassword(token ?? "", password, "here")).toEqual(dead);
    expect(await actorOf(browser)).toEqual({ kind: "visitor" });
    const old = { email: "ben@example.org", password };
    expect(await signIn(old, nobody, "192.0.2.32")).toEqual({ kind: "refused" });
  });

  test("a reset link can be made by who has a shell, and that is written down", async () => {
    const ben = await findAccountByEmail("Ben@example.org");
    const token = await makeResetLink(null, ben?.id ?? "");
    expect((await auditLog(1, "reset link made"))[0]).toMatchObject({
      actorName: null,
      thingName: "Ben",
    });
    expect(await resetPassword(token ?? "", "six other plain words then", "here")).toMatchObject({
      kind: "joined",
    });
  });

  test("by a reset link its owner gets in, however many wrong passwords others have tried", async () => {
    const ada = await memberOf(await browserOf("Ada"));
    const ben = (await allAccounts()).find(({ name }) => name === "Ben");
    const { here, anywhere } = passwordKeys("ben@example.org", "192.0.2.33");
    for (let tried = 0; tried < 100; tried += 1) await count("password of from anywhere", anywhere);
    for (let tried = 0; tried < 10; tried += 1) await count("password of", here);
    const chosen = "six plain words that are new";
    const signingIn = () =>
      signIn({ email: here.split(" ")[0] ?? "", password: chosen }, nobody, "192.0.2.33");
    expect(await signingIn()).toMatchObject({ kind: "wait" });
    const token = (await makeResetLink(ada, ben?.id ?? "")) ?? "";
    expect(await resetPassword(token, chosen, "192.0.2.33")).toMatchObject({ kind: "joined" });
    expect(await signingIn()).toMatchObject({ kind: "signed in" });
  });

  test("sessions are listed and ended: one's own, or, as admin, anybody's", async () => {
    const adaHere = await memberOf(await browserOf("Ada"));
    const there = await browserOf("Ada");
    const adaThere = await memberOf(there);
    const sessions = await openSessions(adaHere.id);
    expect(sessions.map(({ id }) => id)).toContain(adaThere.sessionId);
    const stranger = { ...adaHere, id: "someone else" };
    expect(await endOneSession(stranger, adaThere.sessionId, "own")).toBe(false);
    expect(await endOneSession(adaHere, adaThere.sessionId, "own")).toBe(true);
    expect(await actorOf(there)).toEqual({ kind: "visitor" });
  });

  test("one's own password changes by the present one, and the other sessions end", async () => {
    const here = await browserOf("Ada");
    const there = await browserOf("Ada");
    const ada = await memberOf(here);
    const wanted = "another set of plain words";
    expect(await changePassword(ada, { present: "wrong", password: wanted })).toBe(
      "wrong password",
    );
    expect(await changePassword(ada, { present: password, password: "short" })).toBe("too short");
    expect(await changePassword(ada, { present: password, password: wanted })).toBeNull();
    expect(await actorOf(there)).toEqual({ kind: "visitor" });
    expect(await actorOf(here)).toMatchObject({ name: "Ada" });
  });
});
