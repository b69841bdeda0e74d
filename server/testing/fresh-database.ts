import { randomUUID } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { inject } from "vitest";

/** A database of a test file's own. */
export type FreshDatabase = {
  url: string;
  /** Removes it, connections and all. */
  drop: () => Promise<void>;
};

/**
 * A new, empty, migrated database on the PostgreSQL that the integration tests share; `empty`
 * without the migrations. Sets nothing else: give its address to `DATABASE_URL` where the code
 * under test reads that.
 */
export async function freshDatabase(
  kind: "migrated" | "empty" = "migrated",
): Promise<FreshDatabase> {
  const template = new URL(inject("templateDatabaseUrl"));
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const source = kind === "migrated" ? template.pathname.slice(1) : "template0";
  await administer(
    template,
    `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(source)}`,
  );
  const url = new URL(template);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => administer(template, `DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`),
  };
}

async function administer(template: URL, statement: string): Promise<void> {
  const address = new URL(template);
  address.pathname = "/postgres";
  const client = new Client({ connectionString: address.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
