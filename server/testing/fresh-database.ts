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
  const template = new URL(inject("templateDatabaseUrl")).pathname.slice(1);
  return copyOf(kind === "migrated" ? template : "template0");
}

/** A database of its own that is a copy of this one, which nobody may be connected to. */
export async function copyOf(source: string): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administering((client) =>
    client.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(source)}`),
  );
  const drop = `DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`;
  return {
    url: addressOf(name),
    drop: () => administering(async (client) => void (await client.query(drop))),
  };
}

/** Does something to the databases themselves, connected to none of them. */
export async function administering<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: addressOf("postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function addressOf(name: string): string {
  const address = new URL(inject("templateDatabaseUrl"));
  address.pathname = `/${name}`;
  return address.href;
}
