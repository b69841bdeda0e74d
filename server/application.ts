import { knownParameters } from "#app/known-parameters";
import { closeDatabase } from "#knowledge/database/client";
import { databaseAnswers } from "#knowledge/library/health.store";
import { importContent } from "#knowledge/library/import";

import { complainOfContent } from "./command";
import { compareMigrations } from "./migrations";
import { listenForDrops, type Listening } from "./page-layer/drops";
import { createPageLayer, type Readiness } from "./page-layer/page-layer";
import { plainPage } from "./page-layer/plain-pages";
import { complain, say } from "./progress";
import { contentFolder } from "./project";
import type { Application } from "./start";

/** Bytes of rendered pages kept in memory: with all their forms, some two thousand pages. */
const CACHE_BYTES = 256 * 1024 * 1024;

const unavailablePage = plainPage(
  "The knowledge base is resting",
  "Its database cannot be reached at the moment. Nothing is lost, and this page works again by itself as soon as the database does: try again in a minute.",
);

/** Joins the process with the domain and the pages. */
export function application(mode: Application["mode"]): Application {
  let listening: Listening | undefined;
  return {
    mode,
    importContent: importAtStart,
    front(next, { publicUrl, databaseUrl }) {
      if (mode === "development") return (request, response) => void next(request, response);
      const layer = createPageLayer({
        next,
        publicUrl,
        cacheBytes: CACHE_BYTES,
        knownParameters,
        ready: () => readiness(databaseUrl),
        databaseReachable: () => databaseAnswers(),
        unavailablePage,
      });
      listening = listenForDrops({ connectionString: databaseUrl, layer });
      return layer.serve;
    },
    async closeDatabase() {
      await listening?.close();
      await closeDatabase();
    },
  };
}

/** What is wrong with the content does not keep the site down: it serves what stands, and says so. */
async function importAtStart(): Promise<void> {
  try {
    const outcome = await importContent({ folder: contentFolder, say });
    if (outcome.kind !== "faulty") return;
    complainOfContent(outcome.faults);
  } catch (error) {
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  complain("The content was not imported; what stood before is served. Mend it and start again.");
}

async function readiness(databaseUrl: string): Promise<Readiness> {
  if (!(await databaseAnswers())) return { ok: false, why: "the database does not answer" };
  const { missing } = await compareMigrations(databaseUrl);
  return missing.length === 0
    ? { ok: true }
    : { ok: false, why: `migrations are not applied: ${missing.join(", ")}` };
}
