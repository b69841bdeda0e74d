import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BROWSER_SCRIPTS, buildBrowserScripts, hasBrowserScripts } from "./browser-scripts";
import { runNode } from "./child";
import { diskFull, type Fault, fault, tellsOfFullDisk } from "./fault";

/**
 * What the pages are built from; a name may be a file or a folder, and may be absent. Not
 * tsconfig.json: Next.js may rewrite it while it builds.
 */
const SOURCES = [
  "app",
  "knowledge",
  "server/browser-scripts.ts",
  "public",
  "prisma/schema.prisma",
  "next.config.ts",
  "postcss.config.mjs",
  "package.json",
  "package-lock.json",
];
const NOTE = "built-from";

export type Built = { kind: "built" } | { kind: "current" } | { kind: "stopped" } | Fault;

/** Builds the pages for production, unless what stands was built from the very same sources. */
export async function buildPages(project: string, stop?: AbortSignal): Promise<Built> {
  const output = join(project, ".next");
  const note = join(output, NOTE);
  const source = fingerprintOf(project);
  const whole =
    existsSync(join(output, "BUILD_ID")) && existsSync(note) && hasBrowserScripts(project);
  if (whole && readFileSync(note, "utf8") === source) return { kind: "current" };

  rmSync(note, { force: true });
  const scripts = await buildBrowserScripts(project);
  if (scripts.kind === "fault") return scripts;
  const next = join(project, "node_modules", "next", "dist", "bin", "next");
  const environment = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
  const built = await runNode([next, "build"], environment, project, stop);
  if (stop?.aborted) return { kind: "stopped" };
  if (built.code !== 0) {
    if (tellsOfFullDisk(built.output)) return diskFull(output);
    return fault(`The pages could not be built. Next.js said:\n${built.output.trim()}`);
  }
  writeFileSync(note, source);
  return { kind: "built" };
}

/** A text that changes whenever anything changes that the pages are built from. */
export function fingerprintOf(project: string): string {
  const hash = createHash("sha256");
  for (const source of SOURCES.flatMap((name) => filesAt(project, name))) {
    hash
      .update(source)
      .update("\0")
      .update(readFileSync(join(project, source)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesAt(project: string, name: string): string[] {
  const path = join(project, name);
  if (!existsSync(path)) return [];
  return filesIn(project, name).toSorted();
}

function filesIn(project: string, name: string): string[] {
  if (name === BROWSER_SCRIPTS) return [];
  if (/(^|\/)(generated|\.DS_Store)$|\.test\.tsx?$/.test(name)) return [];
  const entries = entriesOf(join(project, name));
  return entries === null
    ? [name]
    : entries.flatMap((entry) => filesIn(project, `${name}/${entry}`));
}

function entriesOf(path: string): string[] | null {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
}
