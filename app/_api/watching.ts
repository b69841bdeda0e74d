import { paths } from "#app/paths";
import { actorOf } from "#knowledge/people/sign-in.store";
import { progressSince } from "#knowledge/review/progress";

import { failure } from "./answering";
import { refusalNoted } from "./changing";
import { problem } from "./problem";

/**
 * Tells who has a document open how far it has come: `{progress, others}`, where `others` is what a
 * save on the version `?since=` would be told of, or null where that is the latest. `isClosed` says
 * that it is not theirs to see, or not there; a visitor may have been signed out.
 */
export async function watching(request: Request, slug: string): Promise<Response> {
  try {
    const actor = await actorOf(request.headers);
    if (actor.kind === "visitor") {
      return told(problem(401, "You are not signed in (any more)."), 401);
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
    const { progress, others } = found;
    return told({ progress, others }, 200);
  } catch (error) {
    const failed = await failure(request, error);
    return told(failed, failed.status);
  }
}

function told(value: object, status: number): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: {
      "cache-control": "private, no-store",
      "content-type": status === 200 ? "application/json" : "application/problem+json",
    },
  });
}
