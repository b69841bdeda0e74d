import { Client } from "pg";

import { importContent } from "#knowledge/library/import";
import { contentFolder } from "#server/project";

import { connectedTo } from "../connected-to";
import { fillLibrary } from "./filled-library";

/** A library that holds the shipped incidents and, from size to size, more generated ones. */
export interface GrowingLibrary {
  /** Fills it until it has so many incidents; it never shrinks. */
  growTo: (incidents: number) => Promise<void>;
}

/** The generated incidents are the same for the same seed, in whatever steps they come. */
const seed = 1;

/** Brings the shipped content into an empty, migrated database, to be filled further. */
export async function growingLibrary(
  databaseUrl: string,
  say: (line: string) => void,
  stop?: AbortSignal,
): Promise<GrowingLibrary> {
  const shipped = await connectedTo(databaseUrl, async () => {
    const outcome = await importContent({ folder: contentFolder, say: () => undefined });
    if (outcome.kind !== "applied") throw new Error(`the shipped content was ${outcome.kind}`);
    return outcome.steps.length;
  });
  let generated = 0;
  return {
    async growTo(incidents) {
      const count = incidents - shipped - generated;
      if (count <= 0) return;
      say(`\nFilling the library to ${incidents} incidents …`);
      const began = performance.now();
      const sayWhen = (line: string) => say(`  ${line} after ${secondsSince(began)} s`);
      await connectedTo(databaseUrl, () =>
        fillLibrary({ from: generated, count, seed, say: sayWhen, stop }),
      );
      generated += count;
      await settled(databaseUrl);
      say(`  filled in ${secondsSince(began)} s`);
    },
  };
}

// What a server's autovacuum does within minutes after so much was written.
async function settled(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("VACUUM (ANALYZE)");
  } finally {
    await client.end();
  }
}

function secondsSince(began: number): string {
  return ((performance.now() - began) / 1_000).toFixed(0);
}
