import { paths } from "#app/paths";

import { setUpLink } from "./own-server";
import {
  accountIds,
  done,
  expect,
  invitation,
  joined,
  password,
  resetLink,
  send,
  somebodyAt,
  test,
} from "./people";
import { auditLog, expectTold } from "./refusals";

/** Wrong passwords, and links that were used: refused in words, counted, and written down. */

test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

/** Signs in with the right password, from this client. */
async function signInFrom(url: string, client: string, email: string) {
  const asks = await somebodyAt(url, client);
  const answer = await send({ asks }, paths.apiSessions(), { email, password });
  const told = { status: answer.status(), said: await answer.text() };
  await asks.dispose();
  return told;
}

test("200 wrong passwords are refused, counted and written down, and the owner gets in", async ({
  own,
  people,
}) => {
  const { admin } = people;
  const token = await invitation(admin, "author");
  const { email, asks } = await joined(own, "Tara Target", { purpose: "invitation", token });
  const statuses: Record<number, number> = {};
  const guessFrom = async (place: string) => {
    const guesser = await somebodyAt(own.url, place);
    for (let at = 0; at < 50; at += 1) {
      const guessed = { email, password: "a wrong one" };
      const answer = await send({ asks: guesser }, paths.apiSessions(), guessed);
      const status = answer.status();
      statuses[status] = (statuses[status] ?? 0) + 1;
      expectTold({ status, said: await answer.text() }, "a wrong password");
    }
    await guesser.dispose();
  };
  const places = [1, 2, 3, 4].map((at) => `203.0.113.${at}`);
  await Promise.all(places.map(guessFrom));
  // Ten from each place, then this place waits, also with the right one; other places do not.
  expect(statuses).toEqual({ 401: 40, 429: 160 });
  const same = await signInFrom(own.url, "203.0.113.1", email);
  expect(same.status).toBe(429);
  expect(same.said).toContain("an admin can make you a link");
  expect((await signInFrom(own.url, "198.51.100.1", email)).status).toBe(200);
  expect((await asks.get(paths.settings("account"))).status()).toBe(200);

  // Who sits where the guesses came from gets in by a new password.
  const id = (await accountIds(admin)).get("Tara Target") ?? "";
  const link = await resetLink(admin, id);
  const chosen = "four other plain words";
  const owner = await somebodyAt(own.url, "203.0.113.1");
  await done({ asks: owner }, paths.apiPasswords(), { token: link, password: chosen });
  await done({ asks: owner }, paths.apiSessions(), { email, password: chosen });
  expect((await owner.get(paths.settings("account"))).status()).toBe(200);

  const log = await auditLog(admin, "sign-in refused", 5);
  expect(log.match(/why: address or password is wrong/g)?.length).toBeGreaterThanOrEqual(38);
  expect(log.match(/why: too many tries/g)?.length).toBeGreaterThanOrEqual(160);
  expect(log).not.toContain("a wrong one");
});

test("a link works once, whatever it is for, and whoever tries again is written down", async ({
  own,
  people,
}) => {
  const { admin, visitor } = people;
  const setUp = new URL(await setUpLink(own.said)).searchParams.get("token") ?? "";
  const used = await invitation(admin, "author");
  const person = await joined(own, "Ona Once", { purpose: "invitation", token: used });
  const taken = await invitation(admin, "admin");
  const list = await (await admin.asks.get(paths.settings("people"))).text();
  const [, number = ""] = /name="invitation" value="(\d+)"/.exec(list) ?? [];
  await done(admin, paths.apiWithdrawnInvitations(), { invitation: Number(number) });
  const id = (await accountIds(admin)).get("Ona Once") ?? "";
  const older = await resetLink(admin, id);
  const reset = await resetLink(admin, id);
  const choose = { password: "four other plain words" };
  await done(visitor, paths.apiPasswords(), { token: reset, ...choose });

  const account = { name: "Eve", email: "eve@example.org", ...choose };
  const replayed: [string, object][] = [
    [paths.apiAccounts(), { purpose: "setup", token: setUp, ...account }],
    [paths.apiAccounts(), { purpose: "invitation", token: used, ...account }],
    [paths.apiAccounts(), { purpose: "invitation", token: taken, ...account }],
    [paths.apiAccounts(), { purpose: "invitation", token: reset, ...account }],
    [paths.apiAccounts(), { purpose: "setup", token: used, ...account }],
    [paths.apiPasswords(), { token: reset, ...choose }],
    [paths.apiPasswords(), { token: older, ...choose }],
    [paths.apiPasswords(), { token: used, ...choose }],
  ];
  for (const [path, body] of replayed) {
    const answer = await send(visitor, path, body);
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain("This link does not work");
  }
  for (const page of [
    paths.setup(setUp),
    paths.join(used),
    paths.join(taken),
    paths.reset(reset),
  ]) {
    expect(await (await visitor.asks.get(page)).text()).toMatch(/does not work/);
  }
  expect(await (await admin.asks.get(paths.settings("people"))).text()).not.toContain("eve@");
  expect((await person.asks.get(paths.reviews())).status()).toBe(307);
  const log = await auditLog(admin, "refused");
  expect(log.match(/why: the link does not work/g)?.length).toBe(replayed.length);
  for (const token of [setUp, used, taken, older, reset]) expect(log).not.toContain(token);
});
