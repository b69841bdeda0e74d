import { inTransaction } from "./account.store";
import type { Member } from "./actor";
import { audit } from "./audit.store";
import { announceSite, storeMembersOnly } from "./site.store";

/** Settles who may read the site; every process hears of it. */
export async function settleReading(
  actor: Member,
  reading: "everybody" | "members",
): Promise<void> {
  await inTransaction(async (connection) => {
    await storeMembersOnly(reading === "members", connection);
    await announceSite(connection);
    const entry = { act: "settings changed", thing: "site", note: { reading } } as const;
    await audit({ ...entry, actorId: actor.id }, connection);
  });
}
