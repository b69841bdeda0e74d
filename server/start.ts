import type { RequestListener } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { buildBrowserScripts } from "./browser-scripts";
import { type Built, buildPages } from "./build";
import { type Configuration, publicUrlOf, readConfiguration } from "./configuration";
import { claimDataFolder, prepareDataFolder, secretIn } from "./data-folder";
import { type Database, openDatabase, refuse } from "./database";
import { type Fault, isFault } from "./fault";
import { freePort } from "./port";
import { complain, outliveReaders, say, step } from "./progress";
import { projectFolder } from "./project";
import { type PageHandler, serve } from "./serve";
import { given, listenForStop, type Stopping } from "./stopping";

/** What the process is told to run; the domain and the pages are no business of the process. */
export type Application = {
  mode: "production" | "development";
  /** Brings what changed in the content files into the database; tells of plan and faults itself. */
  importContent: () => Promise<void>;
  /** What stands before Next for each request; called once the database is open. */
  front: (pages: PageHandler, site: Site) => RequestListener;
  /** What whoever started it should know once it serves; each a line. */
  notices: (site: Site) => Promise<string[]>;
  /** Ends the connections to the database; called after the last request. */
  closeDatabase: () => Promise<void>;
};

/** Where the site is served, and with what. */
export type Site = { publicUrl: string; databaseUrl: string };

type Undo = () => Promise<void> | void;
type Stopped = { kind: "stopped" };
const stopped: Stopped = { kind: "stopped" };

/** Longest wait for connections to the database that somebody still uses, in milliseconds. */
const LONGEST_HANG_UP = 5_000;

/**
 * Brings everything up, serves until asked to stop, and takes everything down again.
 *
 * Returns the exit code: 0 when it was asked to stop, 1 when something was in the way, which has
 * then been said.
 */
export async function start(application: Application): Promise<number> {
  outliveReaders();
  const read = readConfiguration(process.env);
  if (read.kind === "faulty") return refuse(...read.faults);
  for (const warning of read.warnings) complain(warning);

  const stopping = listenForStop();
  const undo: Undo[] = [];
  try {
    const outcome = await bringUp(application, read.configuration, stopping, undo);
    if (outcome.kind === "fault" && !stopping.stop.aborted) return refuse(outcome.sentence);
    await given(stopping.stop);
    return 0;
  } finally {
    for (const takeDown of undo.toReversed()) await takeDown();
  }
}

async function bringUp(
  application: Application,
  configuration: Configuration,
  stopping: Stopping,
  undo: Undo[],
): Promise<{ kind: "up" } | Stopped | Fault> {
  const claimed = await claim(configuration);
  if (isFault(claimed)) return claimed;
  undo.push(claimed.release);

  const opened = await openAndBuild(application, configuration, stopping.stop, undo);
  if (opened.kind !== "open") return opened;
  if (stopping.stop.aborted) return stopped;

  const { host } = configuration;
  const { port } = claimed;
  const { mode, front } = application;
  const publicUrl = publicUrlOf(configuration, port);
  const site: Site = { publicUrl, databaseUrl: opened.url };
  const serving = await step("Starting the server", () =>
    serve({
      project: projectFolder,
      host,
      port,
      publicUrl,
      mode,
      front: (pages) => front(pages, site),
    }),
  );
  if (serving.kind === "fault") return serving;
  undo.push(() => serving.stop(stopping.hurry));
  say(`Hindsight is ready on ${publicUrl}`);
  for (const notice of await application.notices(site)) say(notice);
  return { kind: "up" };
}

/** Pages are built without the database, so the two go side by side. */
async function openAndBuild(
  application: Application,
  configuration: Configuration,
  stop: AbortSignal,
  undo: Undo[],
): Promise<Database | Stopped | Fault> {
  const inVain = new AbortController();
  const building = build(application, AbortSignal.any([stop, inVain.signal]));
  // Whatever happens here, no build may be left running behind our back.
  undo.push(async () => {
    inVain.abort();
    await building;
  });
  const database = await openAndFill(application, configuration, stop, undo);
  if (database.kind !== "open") return database;
  const built = await building;
  return built.kind === "fault" || built.kind === "stopped" ? built : database;
}

/** Makes sure of port and data folder before anything takes long, and of the secret. */
async function claim(
  configuration: Configuration,
): Promise<{ kind: "claimed"; port: number; release: () => void } | Fault> {
  const { host, dataFolder, databaseUrl } = configuration;
  const ready = prepareDataFolder(dataFolder);
  if (ready.kind === "fault") return ready;
  const address = publicUrlOf(configuration, configuration.port);
  // Processes that share a DATABASE_URL may also share a folder: there is nothing in it to guard.
  const claimed =
    databaseUrl === null ? await claimDataFolder(dataFolder, address) : nothingToClaim;
  if (claimed.kind === "fault") return claimed;
  const free = await freePort(host, configuration.port);
  if (free.kind === "fault") {
    claimed.release();
    return free;
  }
  process.env.PORT = String(free.port);
  process.env.PUBLIC_URL = publicUrlOf(configuration, free.port);
  process.env.SECRET = configuration.secret ?? secretIn(dataFolder);
  return { kind: "claimed", port: free.port, release: claimed.release };
}

const nothingToClaim = { kind: "claimed" as const, release: () => undefined };

async function openAndFill(
  { importContent, closeDatabase }: Application,
  configuration: Configuration,
  stop: AbortSignal,
  undo: Undo[],
): Promise<Database | Stopped | Fault> {
  const database = await openDatabase(configuration);
  if (database.kind === "fault") return database;
  const unwatch = new AbortController();
  const watching = database.watch(unwatch.signal);
  undo.push(
    database.close,
    async () => {
      unwatch.abort();
      // Else it could be just starting again what is stopped next.
      await watching;
    },
    () => Promise.race([closeDatabase(), sleep(LONGEST_HANG_UP)]),
  );
  process.env.DATABASE_URL = database.url;
  const importing = step("Importing the content", importContent);
  await Promise.race([importing, given(stop)]);
  if (!stop.aborted) return database;
  // It is one transaction: cut off in the middle, it leaves nothing behind.
  importing.catch(() => undefined);
  return stopped;
}

async function build({ mode }: Application, stop: AbortSignal): Promise<Built> {
  if (mode === "development") return buildBrowserScripts(projectFolder);
  return step("Building the pages", () => buildPages(projectFolder, stop));
}
