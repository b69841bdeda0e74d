import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

import { projectFolder } from "#server/project";

import { print } from "./print";
import { fetched } from "./request";
import { scriptsIn } from "./scripts-in";
import { sitemapAddresses } from "./sitemap-addresses";

const Manifest = z.object({ rootMainFiles: z.array(z.string()) });

/**
 * Prints what a reader's browser has to load, in bytes as they travel with brotli: incident pages,
 * and the script of the given one beside what the framework alone would ship. That is the scripts with
 * which every page of this build begins before the page layer takes out what it does not need; a page
 * with anything alive on it would have more.
 */
export async function benchSizes(origin: string, page: string): Promise<void> {
  const addresses = await sitemapAddresses(origin);
  const incidents = addresses.filter((address) => /^\/incidents\/[^/]+$/.test(address));
  const sizes: Weighed[] = [];
  for (const address of incidents) sizes.push(...(await weighed([address], origin)));
  const sorted = sizes.toSorted((one, other) => one.bytes - other.bytes);
  const median = sorted[Math.floor(sorted.length / 2)];
  const largest = sorted.at(-1);
  print(`\nHTML of ${sorted.length} incident pages with brotli, as first sent:`);
  print(`  median ${kilobytes(median?.bytes)}, largest ${kilobytes(largest?.bytes)}`);
  print(
    `  (the largest is ${largest?.address ?? "none"}; a page asked for often is packed smaller)`,
  );

  const html = (await fetched(`${origin}${page}`)).body.toString("utf8");
  print("\nJavaScript with brotli:");
  print(`  ${page}: ${told(await weighed(scriptsIn(html), origin))}`);
  const floor = await weighed(await scriptsOfEveryPage(), origin);
  print(`  an empty page, as Next would send it from this build: ${told(floor)}`);
}

type Weighed = { address: string; bytes: number };

async function scriptsOfEveryPage(): Promise<string[]> {
  const manifest = path.join(projectFolder, ".next/build-manifest.json");
  const { rootMainFiles } = Manifest.parse(JSON.parse(await readFile(manifest, "utf8")));
  return rootMainFiles.map((file) => `/_next/${file}`);
}

function weighed(addresses: readonly string[], origin: string): Promise<Weighed[]> {
  return Promise.all(
    addresses.map(async (address) => {
      const { length: bytes } = (await packedAt(`${origin}${address}`)).body;
      return { address, bytes };
    }),
  );
}

async function packedAt(address: string) {
  const answer = await fetched(address, { "accept-encoding": "br" });
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`);
  return answer;
}

function told(scripts: readonly Weighed[]): string {
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
  return `${kilobytes(bytes)} in ${scripts.length} files`;
}

function kilobytes(bytes: number | undefined): string {
  return bytes === undefined ? "unknown" : `${(bytes / 1000).toFixed(1)} kB`;
}
