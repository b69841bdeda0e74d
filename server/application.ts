import type { IncomingMessage, ServerResponse } from "node:http";

import { flashCookie } from "#app/_session/flash";
import { knownParameters } from "#app/known-parameters";
import { paths } from "#app/paths";
import { closeDatabase } from "#knowledge/database/client";
import { databaseAnswers } from "#knowledge/library/health.store";
import { importContent } from "#knowledge/library/import";
import { setUpToken } from "#knowledge/people/joining";
import { audienceOf, readingAs, type Audience } from "#knowledge/people/audience";
import { actorOf, sessionCookie } from "#knowledge/people/sign-in.store";
import { emptyBin } from "#knowledge/review/bin";

import { complainOfContent } from "./command";
import { compareMigrations } from "./migrations";
import { createDoor, type Door } from "./door";
import { listenForDrops, type Hearing, type Listening } from "./page-layer/drops";
import { createPageLayer, type PageLayer, type Readiness } from "./page-layer/page-layer";
import { plainPage } from "./page-layer/plain-pages";
import { complain, say } from "./progress";
import { contentFolder } from "./project";
import { recurring, type Recurring } from "./recurring";
import type { PageHandler } from "./serve";
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
  let tidying: Recurring | undefined;
  return {
    mode,
    importContent: importAtStart,
    front(next, { publicUrl, databaseUrl }) {
      if (mode === "development") return (request, response) => void bare(next, request, response);
      const door = createDoor();
      const layer = createPageLayer({
        next,
        publicUrl,
        cacheBytes: CACHE_BYTES,
        knownParameters,
        ready: () => readiness(databaseUrl),
        databaseReachable: () => databaseAnswers(),
        unavailablePage,
        ownCookies: [sessionCookie(), flashCookie],
        admits: door.admits,
        audienceOf: whoReads,
      });
      listening = listenForDrops({ connectionString: databaseUrl, layer: heardBy(layer, door) });
      return layer.serve;
    },
    async notices({ publicUrl }) {
      // Not sooner: until a site serves, nobody waits for its bin to be emptied.
      tidying = recurring("Emptying the bin", emptyBin);
      const token = await setUpToken();
      if (token === null) return [];
      const link = new URL(paths.setup(token), publicUrl).href;
      return [`Nobody is admin yet. Set the site up within a day, once: ${link}`];
    },
    async closeDatabase() {
      await Promise.all([listening?.close(), tidying?.close()]);
      await closeDatabase();
    },
  };
}

/** Next alone, without the layer that would say for whom it reads. */
async function bare(
  next: PageHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Without a database nobody is known, and the page itself says what it lacks.
  const audience = await whoReads(request.headers.cookie ?? "").catch(() => "visitors" as const);
  await readingAs(audience, () => next(request, response));
}

/** Whoever has these cookies: a member where they are of a session that holds, else a visitor. */
async function whoReads(cookie: string): Promise<Audience> {
  return audienceOf(await actorOf(new Headers({ cookie })));
}

/** Whoever hears what has changed: the layer forgets pages, the door what was settled. */
function heardBy(layer: PageLayer, door: Door): Hearing {
  return {
    drop(tags) {
      if (tags.includes("*")) door.forget();
      layer.drop(tags);
    },
    clear() {
      door.forget();
      layer.clear();
    },
    suspend() {
      door.suspend();
      layer.suspend();
    },
    resume() {
      door.resume();
      layer.resume();
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
