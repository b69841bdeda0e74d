import { Client, escapeIdentifier } from "pg";
import { claimOn } from "../data-folder";
import { type Fault, fault, folderFault } from "../fault";
import { freePort } from "../port";
import {
  type Cluster,
  databaseUser,
  findOrCreateCluster,
  rememberPort,
  type Durability,
  type Settings,
  settingsOf,
} from "./cluster";
import { halt, launch, settled } from "./launch";
import { type Postmaster, postmasterOf } from "./postmaster";

/** The embedded PostgreSQL, running. */
export type Embedded = {
  kind: "embedded";
  cluster: Cluster;
  /** The address of Hindsight's own database in it. */
  url: string;
  port: number;
  /** It ran already: somebody else started it, or we did before we were killed. */
  adopted: boolean;
};

const DATABASE = "hindsight";
const ATTEMPTS = 5;

/**
 * Brings up the PostgreSQL of a data folder: makes its files at the first time, starts it, or
 * takes over the one that runs already.
 */
export async function openEmbedded(
  dataFolder: string,
  durability: Durability = "safe",
): Promise<Embedded | Fault> {
  const cluster = await findOrCreateCluster(dataFolder, durability);
  if (cluster.kind === "fault") return cluster;
  const remembered = settingsOf(cluster);
  if (remembered.kind === "fault") return remembered;
  const { settings } = remembered;
  try {
    const running = await settled(cluster);
    const postmaster = running ?? (await start(cluster, settings, durability));
    if ("kind" in postmaster) return postmaster;
    rememberPort(cluster, settings, postmaster.port);
    const url = await openDatabase(settings, postmaster);
    const adopted = running !== null;
    return { kind: "embedded", cluster, url, port: postmaster.port, adopted };
  } catch (error) {
    return folderFault(error, dataFolder);
  }
}

/** Stops the PostgreSQL of a cluster, if it runs. */
export async function closeEmbedded({ cluster }: Embedded): Promise<void> {
  const postmaster = postmasterOf(cluster.folder);
  if (postmaster) await halt(postmaster);
}

/**
 * Stops it unless somebody else still needs it: a server that runs on the same data folder, or
 * another command that is connected.
 */
export async function closeUnlessNeeded(embedded: Embedded, dataFolder: string): Promise<void> {
  if (await claimOn(dataFolder)) return;
  if (postmasterOf(embedded.cluster.folder) === null) return;
  if ((await otherSessions(embedded.url)) === 0) await closeEmbedded(embedded);
}

async function start(
  cluster: Cluster,
  settings: Settings,
  durability: Durability,
): Promise<Postmaster | Fault> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // Its last port if that is still free: people may have it open in a database tool.
    const last = await freePort("127.0.0.1", attempt === 0 ? settings.port : 0);
    const free = last.kind === "free" ? last : await freePort("127.0.0.1", 0);
    if (free.kind === "fault") return free;
    const launched = await launch(cluster, free.port, durability);
    if (launched.kind === "launched") return launched.postmaster;
    // Another command may have started it in the same moment.
    const theirs = await settled(cluster);
    if (theirs) return theirs;
    if (launched.kind === "fault") return launched;
  }
  return fault(
    "PostgreSQL found no free port on 127.0.0.1, though several were tried; start again.",
  );
}

async function openDatabase({ password }: Settings, { port }: Postmaster): Promise<string> {
  const address = (database: string) =>
    `postgresql://${databaseUser}:${password}@127.0.0.1:${port}/${database}?application_name=hindsight-${process.pid}`;
  const client = new Client({ connectionString: address("postgres") });
  await client.connect();
  try {
    // Two commands at the same time shall not both find it missing.
    await client.query("SELECT pg_advisory_lock(hashtext('hindsight'))");
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(DATABASE)}`);
  } finally {
    await client.end();
  }
  return address(DATABASE);
}

async function otherSessions(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      "SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name <> current_setting('application_name')",
    );
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
