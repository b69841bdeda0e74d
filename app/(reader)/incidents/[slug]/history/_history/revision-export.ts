import { missingAnswer, movedAnswer } from "#app/_twins/answers";
import { tagPage } from "#app/page-tags";
import { revisionNumber } from "#app/revision-number";
import type { Actor } from "#knowledge/people/actor";
import { audit } from "#knowledge/people/audit.store";
import { actorOf } from "#knowledge/people/sign-in.store";

import { historyOf, revisionIn, type History } from "./history-of";

interface Export {
  /** What it is called in the audit log. */
  readonly form: "Markdown" | "JSON";
  /** Where this form of a revision lies. */
  readonly path: (slug: string, number: number) => string;
  readonly answer: (slug: string, source: string) => Response;
}

/**
 * One revision to take along: a published one for readers, any for its authors and editors. What
 * readers have not seen leaves with a line in the audit log.
 */
export async function exportRevision(
  request: Request,
  { slug, number }: { slug: string; number: string },
  { form, path, answer }: Export,
): Promise<Response> {
  const count = revisionNumber(number);
  const actor = await actorOf(request.headers);
  const history = await historyOf(slug, actor);
  if (count === null || history.kind === "nowhere") return missingAnswer("revision", []);
  if (history.kind === "moved") {
    tagPage(`incident:${slug}`, `incident:${history.slug}`);
    return movedAnswer(path(history.slug, count));
  }
  const revision = await revisionIn(history, count);
  if (!revision) return missingAnswer("revision", []);
  tagPage(`incident:${slug}`);
  if (isWithheld(history, count)) await noted(actor, `incident:${slug}`, { revision: count, form });
  return answer(slug, revision.source);
}

/** Whether readers have never seen the revision. */
function isWithheld(history: History, count: number): boolean {
  if (history.kind !== "own") return false;
  return history.revisions.every((one) => one.number !== count || one.publishedAt === null);
}

async function noted(
  actor: Actor,
  thing: string,
  note: { readonly revision: number; readonly form: string },
): Promise<void> {
  const actorId = actor.kind === "member" ? actor.id : null;
  await audit({ act: "exported", actorId, thing, note });
}
