import { paths } from "#app/paths";
import { Allowance } from "#knowledge/people/allowance";
import { actorOf } from "#knowledge/people/sign-in.store";
import { progressSince } from "#knowledge/review/progress";

import { failure } from "./answering";
import { refusalNoted } from "./changing";
import { inSpan } from "./in-span";
import { problem } from "./problem";

/**
 * How often one account may ask: an open page does every ten seconds and when it is seen again, so
 * this is many pages at once, and no loop that would cost a document each time.
 */
const allowance = new Allowance({ most: 60, perSecond: 2 });

/**
 * Tells who has a document open how far it has come: `{progress, others, here}`, where `others` is what
 * a save on the version `?since=` would be told of, or null where that is the latest, and `here` has
 * the names of those who have it open too. `isClosed` says
 * that it is not theirs to see, or not there; a visitor may have been signed out.
 */
export async function watching(request: Request, slug: string): Promise<Response> {
  try {
    const actor = await actorOf(request.headers);
    if (actor.kind === "visitor") {
      return told(problem(401, "You are not signed in (any more)."), 401);
    }
    const seconds = allowance.take(actor.id, 1);
    if (seconds > 0) {
      const wait = `You asked very often how far it has come. Wait ${inSpan(seconds)}.`;
      return told(problem(429, wait), 429, { "retry-after": String(seconds) });
    }
    const since = new URL(request.url).searchParams.get("since") ?? "";
    if (!/^[1-9]\d{0,8}$/.test(since)) {
      return told(
        problem(400, `Say the version that you have: ${paths.apiReview(slug)}?since=1`),
        400,
      );
    }
    const found = await progressSince(actor, slug, Number(since));
    if (found.kind === "unknown") {
      await refusalNoted(request, actor, "not there for them");
      const nothing = problem(404, "There is nothing here under this name.");
      return told({ ...nothing, isClosed: true }, 404);
    }
    const { progress, others, here } = found;
    return told({ progress, others, here }, 200);
  } catch (error) {
    const failed = await failure(request, error);
    return told(failed, failed.status);
  }
}

function told(value: object, status: number, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: {
      ...headers,
      "cache-control": "private, no-store",
      "content-type": status === 200 ? "application/json" : "application/problem+json",
    },
  });
}
