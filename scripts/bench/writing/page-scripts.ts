import path from "node:path";

import type { Page } from "@playwright/test";

import { fetched } from "../request";
import { table } from "../table";

/** Collects the addresses of the scripts that a page loads from now on, its workers' included. */
export function scriptsOf(page: Page): ReadonlySet<string> {
  const addresses = new Set<string>();
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith(".js")) addresses.add(request.url());
  });
  return addresses;
}

/** Lines that say how many bytes of these scripts travel, in both forms. */
export async function weighedScripts(addresses: ReadonlySet<string>): Promise<string> {
  const rows = await Promise.all(
    [...addresses].map(async (address) => ({
      name: path.basename(new URL(address).pathname),
      brotli: await bytesOf(address, "br"),
      gzip: await bytesOf(address, "gzip"),
    })),
  );
  const sorted = rows.toSorted((one, other) => other.brotli - one.brotli);
  const sum = (form: "brotli" | "gzip") => rows.reduce((bytes, row) => bytes + row[form], 0);
  const all = { name: "together", brotli: sum("brotli"), gzip: sum("gzip") };
  return table(
    ["script", "brotli, kB", "gzip, kB"],
    [...sorted, all].map(({ name, brotli, gzip }) => [name, kilobytes(brotli), kilobytes(gzip)]),
  );
}

async function bytesOf(address: string, encoding: string): Promise<number> {
  const { status, body } = await fetched(address, { "accept-encoding": encoding });
  if (status !== 200) throw new Error(`${address} answers ${status}`);
  return body.length;
}

function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(1);
}
