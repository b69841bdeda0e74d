import { z } from "zod";

import { execute, rows, type Connection } from "#knowledge/database/query";

/** What is written down: changes of rights, sign-ins, refusals, publications, exports. */
export const auditActs = [
  "site set up",
  "signed in",
  "sign-in refused",
  "signed out",
  "session ended",
  "account created",
  "account closed",
  "account reopened",
  "duty set",
  "password changed",
  "invitation made",
  "invitation taken back",
  "reset link made",
  "settings changed",
  "refused",
  "review begun",
  "shared",
  "no longer shared",
  "approval asked",
  "approved",
  "sent back",
  "restored",
  "published",
  "unpublished",
  "archived",
  "merged",
  "binned",
  "taken out of the bin",
  "removed for good",
  "note sent",
  "note answered",
  "note closed",
  "note opened again",
  "note led to a change",
  "exported",
] as const;
export type AuditAct = (typeof auditActs)[number];

/** What an entry may say besides: short words, never a text of a draft, a password or a token. */
export type AuditNote = Readonly<Record<string, string | number | boolean>>;

export interface Audited {
  readonly act: AuditAct;
  /** The account that did it; null for a visitor. */
  readonly actorId: string | null;
  /** What it was done to: `incident:<slug>`, `account:<id>`, `link:<number>`, `site`. */
  readonly thing?: string;
  readonly note?: AuditNote;
}

/** Writes an entry; with a connection, in its transaction, so that neither stands without the other. */
export async function audit(
  { act, actorId, thing, note = {} }: Audited,
  connection?: Connection,
): Promise<void> {
  await execute(
    `INSERT INTO "AuditEntry" ("actorId", "act", "thing", "note") VALUES ($1, $2, $3, $4)`,
    [actorId, act, thing ?? null, JSON.stringify(note)],
    connection,
  );
}

const AuditLine = z.object({
  id: z.number(),
  at: z.coerce.date(),
  act: z.string(),
  actorName: z.string().nullable(),
  thing: z.string().nullable(),
  /** The name of the account that it was done to, where it was one. */
  thingName: z.string().nullable(),
  note: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** Entries on one page of the log. */
export const auditPage = 50;

/** A page of the log, newest first, of one act or of all; one entry more tells that there is more. */
export async function auditLog(page: number, act: AuditAct | null): Promise<AuditLine[]> {
  return rows(
    AuditLine,
    `SELECT e."id"::float8 AS "id", e."at", e."act", a."name" AS "actorName", e."thing", t."name" AS "thingName", e."note"
     FROM "AuditEntry" e LEFT JOIN "Account" a ON a."id" = e."actorId"
     LEFT JOIN "Account" t ON e."thing" = 'account:' || t."id"
     WHERE $1::text IS NULL OR e."act" = $1 ORDER BY e."id" DESC LIMIT $2 OFFSET $3`,
    [act, auditPage + 1, (page - 1) * auditPage],
  );
}
