import { existsSync } from "node:fs";
import { join } from "node:path";

import { build, type BuildOptions } from "esbuild";

import { type Fault, fault } from "./fault";

/** Where the scripts are written, inside the project; not a source, although it lies among them. */
export const BROWSER_SCRIPTS = "public/assets";

/** On every page. */
const loaded = ["reader", "theme"];
/** Modules, which a script of a page fetches when they are needed. */
const fetched = ["finding"];
/** Workers, which a page starts when they are needed. */
const started = ["language", "reading"];

/**
 * Bundles what runs in a reader's browser: `theme.js` sets the chosen theme before the first
 * paint, `reader.js` adds conveniences, for some of which it fetches `finding.js`: suggestions and
 * the palette; `language.js` and `reading.js` are workers that check what one
 * writes and read what others wrote. `next.config.ts` hashes the result, so this comes before Next is built.
 */
export async function buildBrowserScripts(project: string): Promise<{ kind: "built" } | Fault> {
  try {
    await bundle(project, loaded, "iife");
    await bundle(project, [...fetched, ...started], "esm");
    return { kind: "built" };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fault(`The scripts for the browser could not be built: ${why}`);
  }
}

async function bundle(
  project: string,
  names: readonly string[],
  format: NonNullable<BuildOptions["format"]>,
): Promise<void> {
  await build({
    absWorkingDir: project,
    entryPoints: names.map((name) => `app/_script/${name}.ts`),
    outdir: BROWSER_SCRIPTS,
    bundle: true,
    minify: true,
    format,
    target: "es2022",
    legalComments: "none",
    logLevel: "silent",
  });
}

/** Whether the scripts lie there. */
export function hasBrowserScripts(project: string): boolean {
  return [...loaded, ...fetched, ...started].every((name) =>
    existsSync(join(project, BROWSER_SCRIPTS, `${name}.js`)),
  );
}
