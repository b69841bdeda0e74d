import type { Actor } from "./actor";
import { audit, type Audited } from "./audit.store";
import { count, secondsToWait } from "./limit.store";

/** What was wanted, such as `POST /api/reviews`, and why it was not done; no words of a text. */
export interface Refusal {
  readonly what: string;
  readonly why: string;
}

/**
 * Writes a refusal into the audit log. Of visitors only so many from one client within an hour:
 * nobody knows who they are, and none of them shall fill the log. The last one says that it is.
 */
export async function noteRefusal(
  actor: Actor,
  client: string,
  { what, why }: Refusal,
): Promise<void> {
  const note = { what: what.slice(0, 200), why };
  if (actor.kind === "member") {
    await audit({ act: "refused", actorId: actor.id, note });
    return;
  }
  await auditVisitor(client, { act: "refused", note });
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
