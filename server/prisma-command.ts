import { chmodSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Ended, runNode } from "./child";
import { projectFolder } from "./project";

/** Where schema, migrations and Prisma's own configuration lie; the project, but for tests. */
export type PrismaProject = string;

/**
 * Runs Prisma's command line with our schema engine in place of the native one, which it would
 * otherwise try to download (see scripts/schema-engine.mjs).
 */
export function runPrisma(
  args: string[],
  databaseUrl: string | null,
  project: PrismaProject = projectFolder,
): Promise<Ended> {
  const engine = join(projectFolder, "scripts", "schema-engine.mjs");
  makeExecutable(engine);
  const prisma = join(projectFolder, "node_modules", "prisma", "build", "index.js");
  const environment: Record<string, string> = {
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
    NO_COLOR: "1",
    // The engine's first line asks for “node”: it shall be this one.
    PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ""}`,
  };
  if (databaseUrl !== null) environment.DATABASE_URL = databaseUrl;
  return runNode([prisma, ...args], environment, project);
}

// Downloaded as an archive, a file may have lost the mark that makes it a program.
function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o111) === 0) chmodSync(file, mode | 0o755);
}
