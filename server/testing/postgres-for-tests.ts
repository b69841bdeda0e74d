import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { prepareDataFolder } from "../data-folder";
import { isFault } from "../fault";
import { applyMigrations } from "../migrations";
import { closeEmbedded, openEmbedded } from "../postgres/embedded";
import { halt } from "../postgres/launch";
import { postmasterOf } from "../postgres/postmaster";
import { isAlive } from "../processes";

declare module "vitest" {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merging needs an interface
  export interface ProvidedContext {
    /** The address of a migrated, empty database from which each test file takes its copy. */
    templateDatabaseUrl: string;
  }
}

const PREFIX = "hindsight-tests-";

/** Runs one embedded PostgreSQL for all test files of a run, and removes it afterwards. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`);
  const prepared = prepareDataFolder(folder);
  if (isFault(prepared)) throw new Error(prepared.sentence);
  const embedded = await openEmbedded(folder, "none");
  if (embedded.kind === "fault") throw new Error(embedded.sentence);
  const migrated = await applyMigrations(embedded.url);
  if (migrated.kind === "fault") throw new Error(migrated.sentence);
  project.provide("templateDatabaseUrl", embedded.url);
  return async () => {
    await closeEmbedded(embedded);
    rmSync(folder, { recursive: true, force: true });
  };
}

// A run that was killed could not clean up after itself.
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length)))) continue;
    const folder = join(tmpdir(), name);
    const postmaster = postmasterOf(join(folder, "postgres"));
    if (postmaster) await halt(postmaster);
    rmSync(folder, { recursive: true, force: true });
  }
}
