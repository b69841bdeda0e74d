import { prepareDataFolder } from "./data-folder";
import type { Configuration } from "./configuration";
import { examineDatabase } from "./external-database";
import { type Fault, isFault } from "./fault";
import { applyMigrations } from "./migrations";
import { closeEmbedded, closeUnlessNeeded, openEmbedded } from "./postgres/embedded";
import { supervise } from "./postgres/supervise";
import { complain, step } from "./progress";

/** A PostgreSQL that answers, with this version's schema. */
export type Database = {
  kind: "open";
  url: string;
  /** Keeps it running until told to stop; only the embedded one needs that. */
  watch: (stop: AbortSignal) => Promise<void>;
  /** Stops it, if it is the embedded one. */
  close: () => Promise<void>;
  /** Stops it, if it is the embedded one and neither a server nor another command uses it. */
  leave: () => Promise<void>;
};

const nothing = () => Promise.resolve();

/** Brings up the database that the configuration names, with all migrations applied. */
export async function openDatabase(configuration: Configuration): Promise<Database | Fault> {
  const reached = await reachDatabase(configuration);
  if (reached.kind === "fault") return reached;
  const migrated = await step("Bringing the database to this version's schema", () =>
    applyMigrations(reached.url),
  );
  if (migrated.kind !== "fault") return reached;
  await reached.leave();
  return migrated;
}

/**
 * Does one command's work with the database: `DATABASE_URL`'s, or the embedded one, which is
 * started when it does not run, and stopped afterwards when nobody else uses it.
 *
 * `work` is given the address and must have closed its connections when it is done.
 */
export async function withDatabase<T>(
  configuration: Configuration,
  work: (databaseUrl: string) => Promise<T>,
): Promise<{ kind: "done"; result: T } | Fault> {
  const database = await openDatabase(configuration);
  if (isFault(database)) return database;
  try {
    return { kind: "done", result: await work(database.url) };
  } finally {
    await database.leave();
  }
}

async function reachDatabase(configuration: Configuration): Promise<Database | Fault> {
  const { databaseUrl, dataFolder } = configuration;
  if (databaseUrl !== null) {
    const examined = await examineDatabase(databaseUrl);
    if (examined.kind === "fault") return examined;
    return { kind: "open", url: databaseUrl, watch: nothing, close: nothing, leave: nothing };
  }
  const folder = prepareDataFolder(dataFolder);
  if (folder.kind === "fault") return folder;
  const embedded = await step("Starting PostgreSQL", () => openEmbedded(dataFolder));
  if (embedded.kind === "fault") return embedded;
  return {
    kind: "open",
    url: embedded.url,
    watch: (stop) => supervise(embedded, stop),
    close: () => closeEmbedded(embedded),
    leave: () => closeUnlessNeeded(embedded, dataFolder),
  };
}

/** Prints faults as the reason why a command ends, and returns the exit code for that. */
export function refuse(...sentences: string[]): number {
  for (const sentence of sentences) complain(sentence);
  return 1;
}
