import { createHash } from "node:crypto";

import type { ClientBase, Pool } from "pg";
import type { z } from "zod";

import { database } from "./client";

/** A pool, or one connection inside a transaction. */
export type Connection = Pool | ClientBase;

const names = new Map<string, string>();

/** Each statement text is prepared once per connection, under a name made from the text. */
function nameOf(statement: string): string {
  const known = names.get(statement);
  if (known) return known;
  const name = `h_${createHash("sha1").update(statement).digest("hex").slice(0, 20)}`;
  names.set(statement, name);
  return name;
}

/**
 * Runs one of the store's constant statements and parses each row.
 *
 * Reading goes through prepared statements that return JSON-shaped rows: measured five times faster
 * than an include, with the shape still checked at the border. `values` are parameters, never text.
 */
export async function rows<Row extends z.ZodType>(
  row: Row,
  statement: string,
  values: readonly unknown[] = [],
  connection: Connection = database(),
): Promise<z.infer<Row>[]> {
  const result = await connection.query({
    name: nameOf(statement),
    text: statement,
    values: [...values],
  });
  return result.rows.map((one: unknown) => row.parse(one));
}

/** Like `rows`, for a statement that finds at most one. */
export async function rowOrNull<Row extends z.ZodType>(
  row: Row,
  statement: string,
  values: readonly unknown[] = [],
  connection: Connection = database(),
): Promise<z.infer<Row> | null> {
  const [first] = await rows(row, statement, values, connection);
  return first ?? null;
}

/** Runs a statement for its effect; gives the number of rows it touched. */
export async function execute(
  statement: string,
  values: readonly unknown[] = [],
  connection: Connection = database(),
): Promise<number> {
  const result = await connection.query({ text: statement, values: [...values] });
  return result.rowCount ?? 0;
}

/**
 * Runs `work` in one transaction; a throw undoes all of it.
 * `timeout` is the statement timeout within, in milliseconds (0: none), for work that is long by nature.
 */
export async function inTransaction<Result>(
  work: (connection: ClientBase) => Promise<Result>,
  timeout?: number,
): Promise<Result> {
  const client = await database().connect();
  // A connection that is lost between two statements says so as an event; the next statement fails.
  let lost: Error | undefined;
  const onError = (error: Error) => (lost = error);
  client.on("error", onError);
  try {
    await client.query("BEGIN");
    if (timeout !== undefined)
      await client.query(`SET LOCAL statement_timeout = ${Math.trunc(timeout)}`);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.off("error", onError);
    client.release(lost);
  }
}
