import { closeDatabase } from "#knowledge/database/client";

/** Does work of this process in a database, and ends its connections afterwards whatever happens. */
export async function connectedTo<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = databaseUrl;
  try {
    return await work();
  } finally {
    await closeDatabase();
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
  }
}
