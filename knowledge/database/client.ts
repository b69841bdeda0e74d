import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";

import { PrismaClient } from "./generated/client";

/** How long one statement of a page may run, in milliseconds; import and rebuild set their own. */
const statementTimeout = 5_000;

interface Connections {
  readonly pool: Pool;
  readonly prisma: PrismaClient;
}

// The server and Next's bundle are two module graphs in one process, and development reloads modules:
// one pool for all of them lives on the global object.
declare global {
  var hindsightDatabase: Connections | undefined;
}

function connect(): Connections {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set; start with `npm start`.");
  const pool = new Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 3_000,
    statement_timeout: statementTimeout,
  });
  // An idle connection that the server closes must not end the process; the next query reconnects.
  pool.on("error", (error) => console.error(`database connection lost: ${error.message}`));
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function connections(): Connections {
  return (globalThis.hindsightDatabase ??= connect());
}

/** The pool of this process, made at first use from `DATABASE_URL`. */
export function database(): Pool {
  return connections().pool;
}

/** The Prisma client over the same pool. */
export function prisma(): PrismaClient {
  return connections().prisma;
}

/** Ends all connections; the next use opens new ones. */
export async function closeDatabase(): Promise<void> {
  const open = globalThis.hindsightDatabase;
  if (!open) return;
  globalThis.hindsightDatabase = undefined;
  await open.prisma.$disconnect();
  await open.pool.end();
}
