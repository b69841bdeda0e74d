import type { Member } from "./actor";
import { audit, type Audited } from "./audit.store";
import { count, secondsToWait } from "./limit.store";

/** What was wanted, such as `POST /api/reviews`, and why it was not done; no words of a text. */
export interface Refusal {
  readonly what: string;
  readonly why: string;
}

/** Writes into the audit log what a member was refused. */
export async function noteRefusal(member: Member, refusal: Refusal): Promise<void> {
  await audit({ act: "refused", actorId: member.id, note: noteOf(refusal) });
}

/**
 * Writes down what a visitor was refused: only so many from one client within an hour, since nobody
 * knows who they are, and none of them shall fill the log. The last one says that it is.
 */
export async function noteVisitorsRefusal(client: string, refusal: Refusal): Promise<void> {
  await auditVisitor(client, { act: "refused", note: noteOf(refusal) });
}

function noteOf({ what, why }: Refusal) {
  return { what: what.slice(0, 200), why };
}

/**
 * Writes down what came to nothing for somebody who is not known, so many times from one client
 * within an hour; the last one says that it is.
 */
export async function auditVisitor(
  client: string,
  { note = {}, ...entry }: Omit<Audited, "actorId">,
): Promise<void> {
  if ((await secondsToWait("refusals from", client)) > 0) return;
  await count("refusals from", client);
  const isLast = (await secondsToWait("refusals from", client)) > 0;
  const more = "further ones from there are not written down for an hour";
  await audit({ ...entry, actorId: null, note: isLast ? { ...note, more } : note });
}
