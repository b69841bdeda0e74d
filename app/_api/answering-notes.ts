import { z } from "zod";

import { paths } from "#app/paths";
import type { Member } from "#knowledge/people/actor";
import { DraftSlug } from "#knowledge/text/slug";

import { changingAsMember, refuseUnknown, refused, type Changed } from "./changing";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** The page from which an editor answers: of one review, or the list of all. */
export const From = z.object({ review: DraftSlug });

interface Asked<Body> {
  readonly editor: Member;
  readonly id: number;
  readonly body: Body;
  /** The page to which a form is led back. */
  readonly page: string;
}

interface Withheld {
  readonly kind: "unknown" | "closed already";
}

/** A handler of what an editor does about a reader's note. */
export function answeringNotes<
  Body extends z.ZodType<z.output<typeof From>>,
  Outcome extends { readonly kind: string },
>(
  body: Body,
  step: (asked: Asked<z.output<Body>>) => Promise<Outcome>,
  answer: (outcome: Exclude<Outcome, Withheld>, asked: Asked<z.output<Body>>) => Changed,
) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const { id } = await params;
    const terms = { body, page: paths.reviews(), act: "answer readers' notes" } as const;
    return changingAsMember(request, terms, async ({ actor, body: sent }) => {
      const page = sent.review === "" ? paths.reviews() : paths.review(sent.review);
      const asked = { editor: actor, id: numberOf(id), body: sent, page };
      const outcome = await step(asked);
      if (isTold(outcome)) return answer(outcome, asked);
      return outcome.kind === "unknown"
        ? refuseUnknown(request, actor, paths.reviews())
        : refused(page, 409, "Somebody has closed this note already. Nothing was changed.");
    });
  };
}

/** The number of a note as an address has it; 0, which none has, for anything else. */
function numberOf(written: string): number {
  return /^[1-9]\d{0,8}$/.test(written) ? Number(written) : 0;
}

function isTold<Outcome extends { readonly kind: string }>(
  outcome: Outcome,
): outcome is Exclude<Outcome, Withheld> {
  return outcome.kind !== "unknown" && outcome.kind !== "closed already";
}
