import { Client, type ClientConfig, escapeIdentifier } from "pg";

/**
 * How to reach one database, as separate fields.
 *
 * Never as a connection string: the adapter lets a connection string win over the `database`
 * that it is given beside it, so its shadow database was the real one, and migrations meant for
 * the shadow ran against people's data.
 */
export function connectionTo(url: string, database?: string): ClientConfig {
  const named = new Client({ connectionString: url });
  return {
    host: named.host,
    port: named.port,
    user: named.user,
    password: named.password,
    ssl: named.ssl,
    database: database ?? named.database,
    connectionTimeoutMillis: 10_000,
  };
}

/** The name of the database that an address leads to. */
export function databaseNamed(url: string): string {
  return new Client({ connectionString: url }).database ?? "postgres";
}

/** Connects and hangs up; throws what PostgreSQL or the network said. */
export async function tryConnecting(url: string): Promise<void> {
  const client = new Client(connectionTo(url));
  await client.connect();
  await client.end();
}

/** Runs one statement in the server's maintenance database, where databases come and go. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new Client(connectionTo(url, "postgres"));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Creates the database that an address names and returns its name. */
export async function createDatabase(url: string): Promise<string> {
  const name = databaseNamed(url);
  await administer(url, `CREATE DATABASE ${escapeIdentifier(name)}`);
  return name;
}
