import path from "node:path";

import { Client, escapeIdentifier } from "pg";
import { z } from "zod";

import { readConfiguration } from "#server/configuration";
import { openDatabase } from "#server/database";
import { isFault } from "#server/fault";

/** A PostgreSQL of the bench's own, which ends with it. */
export type OwnPostgres = {
  /** A migrated database without content. */
  url: string;
  /** Makes another such database for the time of some work. */
  withEmpty: <T>(work: (url: string) => Promise<T>) => Promise<T>;
};

const TEMPLATE = "bench_template";
const PASSING = "bench_passing";

/** Runs work with a PostgreSQL under this folder, which is stopped afterwards whatever happens. */
export async function withOwnPostgres<T>(
  folder: string,
  work: (postgres: OwnPostgres) => Promise<T>,
): Promise<T> {
  const read = readConfiguration({ DATA_DIR: path.join(folder, "data") });
  if (read.kind === "faulty") throw new Error(read.faults.join("\n"));
  const database = await openDatabase(read.configuration);
  if (isFault(database)) throw new Error(database.sentence);
  const { url } = database;
  try {
    const address = new URL(url);
    // Before anybody connects to it, because a database in use cannot be copied.
    await administer(url, copyOf(address.pathname.slice(1), TEMPLATE));
    return await work({ url, withEmpty: (inner) => withEmpty(url, inner) });
  } finally {
    await database.close();
  }
}

async function withEmpty<T>(url: string, work: (url: string) => Promise<T>): Promise<T> {
  await administer(url, copyOf(TEMPLATE, PASSING));
  try {
    return await work(inDatabase(url, PASSING));
  } finally {
    await administer(url, `DROP DATABASE ${escapeIdentifier(PASSING)} WITH (FORCE)`);
  }
}

/** Milliseconds that this database has spent on statements since it was made. */
export async function busyMilliseconds(url: string): Promise<number> {
  const client = new Client({ connectionString: inDatabase(url, "postgres") });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT "active_time" AS "busy" FROM "pg_stat_database" WHERE "datname" = $1`,
      [new URL(url).pathname.slice(1)],
    );
    return z.tuple([z.object({ busy: z.number() })]).parse(rows)[0].busy;
  } finally {
    await client.end();
  }
}

function copyOf(database: string, copy: string): string {
  return `CREATE DATABASE ${escapeIdentifier(copy)} TEMPLATE ${escapeIdentifier(database)}`;
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: inDatabase(url, "postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
