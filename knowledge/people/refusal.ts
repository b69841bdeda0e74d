import type { Actor } from "./actor";
import { audit } from "./audit.store";
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
  if ((await secondsToWait("refusals from", client)) > 0) return;
  await count("refusals from", client);
  const isLast = (await secondsToWait("refusals from", client)) > 0;
  const more = "further ones from there are not written down for an hour";
  await audit({ act: "refused", actorId: null, note: isLast ? { ...note, more } : note });
}
