import { markdownAnswer, missingAnswer, movedAnswer } from "#app/_twins/answers";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { revisionNumber } from "#app/revision-number";
import { actorOf } from "#knowledge/people/sign-in.store";

import { historyOf, revisionIn } from "../../_history/history-of";

export const dynamic = "force-dynamic";

/** A revision's document, byte for byte: a published one, or any for its authors and editors. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; number: string }> },
): Promise<Response> {
  const { slug, number } = await params;
  const count = revisionNumber(number);
  const history = await historyOf(slug, await actorOf(request.headers));
  if (count === null || history.kind === "nowhere") return missingAnswer("revision", []);
  if (history.kind === "moved") {
    tagPage(`incident:${slug}`, `incident:${history.slug}`);
    return movedAnswer(paths.revisionMarkdown(history.slug, count));
  }
  const revision = await revisionIn(history, count);
  if (!revision) return missingAnswer("revision", []);
  tagPage(`incident:${slug}`);
  return markdownAnswer(revision.source);
}
