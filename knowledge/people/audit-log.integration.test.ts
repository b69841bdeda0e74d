import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { execute } from "#knowledge/database/query";
import { freshDatabase } from "#server/testing/fresh-database";

import { allAccounts } from "./account.store";
import { changeAccount, invite, makeResetLink } from "./accounts";
import type { Member } from "./actor";
import { auditLog } from "./audit.store";
import { join, setUpToken } from "./joining";
import { count } from "./limit.store";
import { noteRefusal, noteVisitorsRefusal } from "./refusal";
import { signIn } from "./signing-in";
import { browserOf, emptySite, memberOf, nobody, password, person } from "./testing/empty-site";

let site: ReturnType<typeof emptySite>;
let ada: Member;
const tokens: string[] = [];

beforeAll(async () => {
  site = emptySite(await freshDatabase());
  const setUp = (await setUpToken()) ?? "";
  await join("setup", setUp, person("Ada"));
  ada = await memberOf(await browserOf("Ada"));
  const { token } = await invite(ada, "author");
  await join("invitation", token, person("Ben"));
  const ben = await memberOf(await browserOf("Ben"));
  await changeAccount(ada, ben.id, { duty: "editor" });
  tokens.push(setUp, token, (await makeResetLink(ada, ben.id)) ?? "");
});
afterAll(() => site.drop());

describe("the audit log", () => {
  test("tells who did what to whom, and holds no password, token or address", async () => {
    expect((await auditLog(1, "duty set"))[0]).toMatchObject({
      actorName: "Ada",
      thingName: "Ben",
      note: { from: "author", to: "editor" },
    });
    const entries = await auditLog(1, null);
    expect(entries.map(({ act }) => act)).toEqual([
      "reset link made",
      "duty set",
      "signed in",
      "account created",
      "invitation made",
      "signed in",
      "site set up",
    ]);
    const everything = JSON.stringify(entries);
    for (const token of tokens) expect(everything).not.toContain(token);
    expect(everything).not.toContain(password);
    expect(everything).not.toContain("@example.org");
  });

  test("has more lines than 32 bits can number", async () => {
    await execute(`SELECT setval('"AuditEntry_id_seq"', 3000000000)`);
    await noteVisitorsRefusal("192.0.2.97", { what: "GET /write", why: "no" });
    expect((await auditLog(1, null))[0]).toMatchObject({ id: 3_000_000_001, act: "refused" });
  });

  test("cannot be altered, not even by the server's own statements", async () => {
    for (const statement of [
      `UPDATE "AuditEntry" SET "act" = 'nothing'`,
      `DELETE FROM "AuditEntry"`,
      `TRUNCATE "AuditEntry"`,
    ]) {
      await expect(execute(statement)).rejects.toThrow("only ever added to");
    }
    expect((await allAccounts()).length).toBe(2);
  });

  test("is not filled by somebody whom nobody knows", async () => {
    const refusal = { what: "POST /api/reviews", why: "not signed in" };
    const from = "192.0.2.99";
    for (let refused = 0; refused < 999; refused += 1) await count("refusals from", from);
    const before = (await auditLog(1, "refused")).at(0)?.id ?? 0;
    const written = async () =>
      (await auditLog(1, "refused")).filter(({ id }) => id > before).map(({ note }) => note);
    await noteVisitorsRefusal(from, refusal);
    expect(await written()).toEqual([{ ...refusal, more: expect.stringContaining("not written") }]);
    await noteVisitorsRefusal(from, refusal);
    expect(await written()).toHaveLength(1);
    await noteVisitorsRefusal("192.0.2.98", refusal);
    for (let tried = 0; tried < 3; tried += 1) {
      const wrong = { email: "nobody@example.org", password: "not the password" };
      expect(await signIn(wrong, nobody, from)).toEqual({ kind: "refused" });
    }
    expect((await auditLog(1, "sign-in refused")).filter(({ id }) => id > before)).toEqual([]);
    await noteRefusal(ada, refusal);
    expect(await written()).toEqual([refusal, refusal, expect.anything()]);
  });
});
