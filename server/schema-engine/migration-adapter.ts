import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlResultSet,
} from "@prisma/driver-adapter-utils";
import { ColumnTypeEnum, DriverAdapterError } from "@prisma/driver-adapter-utils";
import { escapeIdentifier, Pool, type PoolClient, type PoolConfig } from "pg";
import { z } from "zod";
import { administer, connectionTo } from "./connection";

/** PostgreSQL's internal one-byte type `"char"`, found only in its catalogue. */
const INTERNAL_CHAR = 18;
const TEXT = 25;

/** PostgreSQL's names cannot hold this. */
const MARK = "\0char";

const PostgresError = z.object({
  code: z.string().default("N/A"),
  severity: z.string().default("ERROR"),
  message: z.string(),
  detail: z.string().optional(),
  column: z.string().optional(),
  hint: z.string().optional(),
});

/**
 * Opens databases for the schema engine through Prisma's own PostgreSQL adapter, with its
 * defects for this use put right (all seen in 7.10.0; each is explained where it is handled).
 */
export class MigrationAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  readonly #url: string;
  readonly #open = new Set<SqlDriverAdapter>();

  constructor(url: string) {
    this.#url = url;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await adapterFor(connectionTo(this.#url));
    return this.#remember(adapter);
  }

  /**
   * Opens an empty database beside the real one, for the engine to replay migrations in. The
   * adapter's own version drops that database while its pool still holds connections, which
   * PostgreSQL refuses ("being accessed by other users"); here the pool ends first.
   */
  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = escapeIdentifier(`prisma_migrate_shadow_db_${randomUUID()}`);
    await administer(this.#url, `CREATE DATABASE ${name}`);
    const adapter = await adapterFor(connectionTo(this.#url, name.slice(1, -1)));
    const endPool = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await endPool();
      await administer(this.#url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    };
    return this.#remember(adapter);
  }

  /**
   * Closes all that was opened. Called after every answer: an idle pooled connection keeps the
   * lock under which the engine migrates, and the next command would wait ten seconds for it.
   */
  async closeAll(): Promise<void> {
    await Promise.all([...this.#open].map((adapter) => adapter.dispose()));
  }

  #remember(adapter: SqlDriverAdapter): SqlDriverAdapter {
    // The engine disposes too, but does not wait for it; whoever asks later waits for the same end.
    const dispose = adapter.dispose.bind(adapter);
    let disposing: Promise<void> | null = null;
    adapter.dispose = () => (disposing ??= dispose().finally(() => this.#open.delete(adapter)));
    this.#open.add(adapter);
    return adapter;
  }
}

async function adapterFor(connection: PoolConfig): Promise<SqlDriverAdapter> {
  const pool = new Pool({ ...connection, max: 4 });
  pool.on("connect", announceInternalCharAsText);
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();

  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => withInternalChar(await queryRaw(query));

  // The adapter cuts scripts at every semicolon, which breaks function bodies and literals that
  // hold one. Sent whole, PostgreSQL cuts it itself and runs it as one transaction.
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (error) {
      throw new DriverAdapterError(causeOf(error));
    }
  };
  return adapter;
}

function causeOf(error: unknown): DriverAdapterError["cause"] {
  const { code, severity, message, detail, column, hint } = PostgresError.parse(error);
  const original = { originalCode: code, originalMessage: message };
  return { kind: "postgres", code, severity, message, detail, column, hint, ...original };
}

/**
 * The adapter refuses columns of the type `"char"`, and the engine asks for some as soon as it
 * describes a database (prisma/orm#27403). So the adapter is told that they are text, with a mark
 * on their names, and `withInternalChar` tells the engine the truth: given text where it expects
 * a character, it panics.
 */
function announceInternalCharAsText(client: PoolClient): void {
  client.connection.prependListener("rowDescription", (message: unknown) => {
    for (const field of fieldsOf(message)) {
      if (field.dataTypeID !== INTERNAL_CHAR) continue;
      field.dataTypeID = TEXT;
      field.name += MARK;
    }
  });
}

function withInternalChar({ columnNames, columnTypes, ...rest }: SqlResultSet): SqlResultSet {
  const marked = columnNames.map((name) => name.endsWith(MARK));
  return {
    ...rest,
    columnNames: columnNames.map((name, at) => (marked[at] ? name.slice(0, -MARK.length) : name)),
    columnTypes: columnTypes.map((type, at) => (marked[at] ? ColumnTypeEnum.Character : type)),
  };
}

function fieldsOf(message: unknown): { name: string; dataTypeID: number }[] {
  const described = typeof message === "object" && message !== null && "fields" in message;
  return described && Array.isArray(message.fields) ? message.fields : [];
}
