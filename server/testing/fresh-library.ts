import { type Client, escapeIdentifier } from "pg";

import { closeDatabase } from "#knowledge/database/client";
import { importContent } from "#knowledge/library/import";

import { administering, copyOf, freshDatabase, type FreshDatabase } from "./fresh-database";

const TEMPLATE = "library_that_ships";

/**
 * A database of a test file's own that holds the content that ships. The first file that asks has
 * it imported, and all others of the run get a copy of that. Ends this process's connections, if it
 * has any, and sets nothing.
 */
export async function freshLibrary(): Promise<FreshDatabase> {
  await administering(async (client) => {
    // Files run side by side, and one import is enough. The lock goes with the connection.
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [TEMPLATE]);
    const made = await client.query("SELECT FROM pg_database WHERE datname = $1", [TEMPLATE]);
    if (made.rowCount === 0) await makeTemplate(client);
  });
  return copyOf(TEMPLATE);
}

async function makeTemplate(client: Client): Promise<void> {
  const { url } = await freshDatabase();
  const before = process.env.DATABASE_URL;
  await closeDatabase();
  process.env.DATABASE_URL = url;
  try {
    const outcome = await importContent({ folder: "content", say: () => undefined });
    if (outcome.kind !== "applied") throw new Error(`the content that ships was ${outcome.kind}`);
  } finally {
    await closeDatabase();
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
  }
  // It has the name only once it is whole.
  const name = escapeIdentifier(new URL(url).pathname.slice(1));
  await client.query(`ALTER DATABASE ${name} RENAME TO ${escapeIdentifier(TEMPLATE)}`);
}
