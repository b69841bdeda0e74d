import { existsSync } from "node:fs";
import { join } from "node:path";

import { build } from "esbuild";

import { type Fault, fault } from "./fault";

/** Where the scripts are written, inside the project; not a source, although it lies among them. */
export const BROWSER_SCRIPTS = "public/assets";

const names = ["reader", "theme"];

/**
 * Bundles what runs in a reader's browser: `theme.js` sets the chosen theme before the first
 * paint, `reader.js` adds conveniences. `next.config.ts` hashes the result, so this comes before
 * Next is built.
 */
export async function buildBrowserScripts(project: string): Promise<{ kind: "built" } | Fault> {
  try {
    await build({
      absWorkingDir: project,
      entryPoints: names.map((name) => `app/_script/${name}.ts`),
      outdir: BROWSER_SCRIPTS,
      bundle: true,
      minify: true,
      format: "iife",
      target: "es2022",
      legalComments: "none",
      logLevel: "silent",
    });
    return { kind: "built" };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fault(`The scripts for the browser could not be built: ${why}`);
  }
}

/** Whether the scripts lie there. */
export function hasBrowserScripts(project: string): boolean {
  return names.every((name) => existsSync(join(project, BROWSER_SCRIPTS, `${name}.js`)));
}
