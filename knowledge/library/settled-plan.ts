import type { ClientBase } from "pg";

import { lockDocuments } from "#knowledge/review/review.store";

import { heldDocuments } from "./document-import.store";
import { planImport, type Incoming, type Step } from "./plan";
import type { IncidentFile } from "./read-content";

/**
 * The plan, with the documents that it changes kept from everybody else until the import ends: what
 * somebody saved after the plan was made would be displaced by the file unseen.
 */
export async function settledPlan(
  connection: ClientBase,
  files: readonly IncidentFile[],
  theirs: ReadonlySet<string>,
): Promise<Step[]> {
  const incoming = files.map(incomingFile);
  const locked = new Set<string>();
  for (;;) {
    const steps = planImport(await heldDocuments(connection), incoming, theirs);
    const changed = steps.flatMap(slugChangedBy).filter((slug) => !locked.has(slug));
    if (changed.length === 0) return steps;
    await lockDocuments(changed, connection);
    // What somebody did until then may have changed the plan, for others too.
    for (const slug of changed) locked.add(slug);
  }
}

function slugChangedBy(step: Step): string[] {
  if (step.kind === "update") return [step.from];
  return step.kind === "merge" ? [step.slug] : [];
}

function incomingFile({ slug, hash, document }: IncidentFile): Incoming {
  return { slug, hash, formerly: document.record.formerly };
}
