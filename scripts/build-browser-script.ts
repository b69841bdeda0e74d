import path from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const root = path.join(import.meta.dirname, "..");

/**
 * Bundles what runs in a reader's browser: `theme.js` sets the chosen theme before the first
 * paint, `reader.js` adds conveniences. Written to `public/assets/`; `next.config.ts` hashes the
 * result, so this runs before Next is built. Throws when a source does not compile.
 */
export async function buildBrowserScript(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ["app/_script/reader.ts", "app/_script/theme.ts"],
    outdir: "public/assets",
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildBrowserScript();
