import { expect, inject, test } from "vitest";
import { examineDatabase } from "./external-database";

function altered(change: (url: URL) => void): string {
  const url = new URL(inject("templateDatabaseUrl"));
  change(url);
  return url.href;
}

async function sentenceOn(url: string): Promise<string> {
  const examined = await examineDatabase(url);
  return examined.kind === "fault" ? examined.sentence : examined.kind;
}

test("A database that can be used is used", async () => {
  expect(await sentenceOn(altered(() => undefined))).toBe("usable");
});

test("A wrong password is said without saying it", async () => {
  const sentence = await sentenceOn(altered((url) => (url.password = "hunter2")));
  expect(sentence).toContain("refused the user “hindsight” or the password");
  expect(sentence).not.toContain("hunter2");
});

test("A missing database is named, with how to make it", async () => {
  const sentence = await sentenceOn(altered((url) => (url.pathname = "/nowhere")));
  expect(sentence).toContain("has no database “nowhere”: create it (createdb nowhere)");
});

test("A server that does not answer is named with its port", async () => {
  const sentence = await sentenceOn(altered((url) => (url.port = "1")));
  expect(sentence).toContain("No PostgreSQL answers at 127.0.0.1:1");
});

test("A host that does not exist is named", async () => {
  const sentence = await sentenceOn(altered((url) => (url.hostname = "nowhere.invalid")));
  expect(sentence).toContain("nowhere.invalid");
});

test("A user who may not create tables is told whose database it should be", async () => {
  const { Client } = await import("pg");
  const admin = new Client({ connectionString: altered(() => undefined) });
  await admin.connect();
  await admin.query("DROP ROLE IF EXISTS guest");
  await admin.query("CREATE ROLE guest LOGIN PASSWORD 'guest'");
  await admin.end();
  const asGuest = altered((url) => {
    url.username = "guest";
    url.password = "guest";
  });
  expect(await sentenceOn(asGuest)).toContain("“guest” may not create tables");
});
