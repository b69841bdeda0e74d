import { randomBytes } from "node:crypto";
import { availableParallelism, cpus, loadavg } from "node:os";
import path from "node:path";

import { projectFolder } from "#server/project";

import { type Listening, started } from "./child-process";
import { print } from "./print";

export type OwnSite = {
  databaseUrl: string;
  /** Where the processes may keep what is theirs. */
  folder: string;
  /** How many processes share the database. */
  processes: number;
  stop: AbortSignal;
};

const tell = (line: string) => print(`  ${line}`);

/**
 * Runs work with production servers that share a database, and ends them afterwards whatever
 * happens. The first builds the pages and imports the content; `work` is given their origins.
 */
export async function withOwnSite<T>(
  site: OwnSite,
  work: (origins: readonly string[]) => Promise<T>,
): Promise<T> {
  const environment = {
    PORT: "0",
    HOST: "",
    PUBLIC_URL: "",
    DATABASE_URL: site.databaseUrl,
    DATA_DIR: path.join(site.folder, "site"),
    SECRET: randomBytes(48).toString("base64url"),
  };
  const args = [path.join(projectFolder, "bin/hindsight.mjs"), "start"];
  const servers: Listening[] = [];
  try {
    while (servers.length < site.processes) {
      print(`Starting server ${servers.length + 1} of ${site.processes} …`);
      servers.push(await started({ args, environment, tell, stop: site.stop }));
    }
    return await work(servers.map(({ address }) => address));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** The machine that the figures come from, and how busy it was with everything at the time. */
export function machine(): string {
  const [processor] = cpus();
  const [minute = 0] = loadavg();
  const cores = `${availableParallelism()} × ${processor?.model.trim() ?? "unknown processor"}`;
  return `${cores}, ${process.platform}, Node ${process.versions.node}, load ${minute.toFixed(1)}`;
}
