import type { z } from "zod";

import { paths } from "#app/paths";
import { revisionNumber } from "#app/revision-number";
import type { Member } from "#knowledge/people/actor";
import { reach } from "#knowledge/review/review";

import {
  changingAsMember,
  refuseAct,
  refused,
  refuseUnknown,
  type Changed,
  type Refused,
} from "./changing";

interface Context {
  readonly params: Promise<{ slug: string; number?: string }>;
}

interface Terms<Body extends z.ZodType> {
  readonly body: Body;
  readonly bytes?: number;
  /** The page that the form comes from, where it is not the review's own. */
  readonly page?: (slug: string, revision: number) => string;
}

interface Asked<Body> {
  readonly actor: Member;
  readonly slug: string;
  readonly body: Body;
  /** The number in the address, of one of its revisions; 0 where there is none. */
  readonly revision: number;
  /** The page to which a form is led back: the review's, unless the terms say another. */
  readonly page: string;
}

/** What every step of a review can come to besides its own outcomes. */
interface Withheld {
  readonly kind: "unknown" | "not allowed";
}

/**
 * A handler of a change of one review. What is not there, and what this member may not know of, is
 * told alike; what they may see and not do is refused. Both are written into the audit log.
 */
export function reviewing<Body extends z.ZodType, Outcome extends { readonly kind: string }>(
  terms: Terms<Body>,
  step: (asked: Asked<z.output<Body>>) => Promise<Outcome>,
  answer: (outcome: Exclude<Outcome, Withheld>, asked: Asked<z.output<Body>>) => Changed,
) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const { slug, number = "" } = await params;
    const revision = revisionNumber(number) ?? 0;
    const page = terms.page?.(slug, revision) ?? paths.reviewSteps(slug);
    return changingAsMember(request, { ...terms, page }, async ({ actor, body }) => {
      const asked = { actor, slug, body, revision, page };
      const outcome = await step(asked);
      if (isTold(outcome)) return answer(outcome, asked);
      return outcome.kind === "unknown"
        ? refuseUnknown(request, actor, paths.reviews())
        : refuseAct(request, actor, page, await withdrawnWhy(actor, slug));
    });
  };
}

/** Why nothing can be done with a review that was withdrawn, perhaps while somebody wrote in it. */
async function withdrawnWhy(actor: Member, slug: string): Promise<string | undefined> {
  const seen = await reach(actor, "see", slug);
  return seen.kind === "reached" ? withdrawnWords.get(seen.review.state) : undefined;
}

const withdrawnWords: ReadonlyMap<string, string> = new Map([
  ["archived", "This review is archived by now; an editor can publish it again."],
  ["merged", "This review has become part of another one by now."],
  ["binned", "This review lies in the bin by now; take it out to go on."],
]);

function isTold<Outcome extends { readonly kind: string }>(
  outcome: Outcome,
): outcome is Exclude<Outcome, Withheld> {
  return outcome.kind !== "unknown" && outcome.kind !== "not allowed";
}

/** A refusal with all that is in the way. */
export function refusedFor(page: string, faults: readonly string[], why: string): Refused {
  const listed = faults.slice(0, 20);
  const told = listed.map((fault) => fault.replace(/\.$/, "")).join("; ");
  return { ...refused(page, 422, `${why} ${told}.`), more: { faults: listed } };
}
