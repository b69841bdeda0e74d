import type { ClientBase } from "pg";
import * as z from "zod";

import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";
import { limits } from "#knowledge/incident/limits";
import { readDocument } from "#knowledge/incident/read-document";
import { writeDocument } from "#knowledge/incident/write-document";
import type { Actor } from "#knowledge/people/actor";
import { faultsAt } from "#knowledge/text/fault";
import { fit } from "#knowledge/text/schema-faults";

import type { Beside } from "./draft";
import { adoptPictures } from "./pictures/pictures";
import type { OthersStand, Stand } from "./stand";
import { reach, type Reached } from "./review";
import {
  inTransaction,
  insertRevision,
  insertReview,
  keepRowIds,
  keptRowIds,
  replaceRevision,
  storeSave,
  type StoredReview,
} from "./review.store";
import { templateFile } from "./template.store";

/** Saves of one author within so many minutes share one revision. */
export const sharedMinutes = 10;

/**
 * The zone of times that name none, as somebody wrote it. A browser may know zones that are newer
 * than this machine, and no text is refused for one.
 */
export const ChosenZone = z.string().trim().min(1).max(80);

/** What an editor sends: what it was based on, the document, and what is kept beside it. */
export const Save = z.strictObject({
  version: z.number().int().positive(),
  document: z.strictObject({ record: z.unknown(), story: z.string() }),
  // A whole text that cannot be read yet is among them.
  unfinished: z.record(z.string().max(200), z.string().max(limits.documentBytes)).default({}),
  setAside: z
    .array(
      z.strictObject({
        place: z.string().max(200),
        rule: z.string().max(100),
        text: z.string().max(limits.text),
        reason: z.string().max(limits.text),
      }),
    )
    .max(1_000)
    .optional(),
  zone: ChosenZone.nullable().optional(),
});
export type Save = z.infer<typeof Save>;

export type Saved =
  | ({ readonly kind: "saved" } & Stand)
  /** Somebody else has saved since: nothing of this save was stored. */
  | ({ readonly kind: "conflict" } & OthersStand)
  /** Not well formed, or too long: nothing was stored. */
  | { readonly kind: "faulty"; readonly faults: readonly string[] }
  | { readonly kind: "unknown" }
  | { readonly kind: "not allowed" };

/**
 * Saves a document. The base must be the version as it stands; else nothing is stored and the
 * document as it stands comes back, to be merged by who sent this one.
 */
export async function saveDocument(actor: Actor, slug: string, save: Save): Promise<Saved> {
  const read = readParts(save.document);
  if (read.kind === "faulty") return read;
  return inTransaction(async (connection): Promise<Saved> => {
    const reached = await reach(actor, "edit", slug, connection);
    if (reached.kind !== "reached") return { kind: reached.kind };
    if (save.version !== reached.review.version) {
      return { kind: "conflict", ...(await othersStand(reached, connection)) };
    }
    return store(reached, { ...read, kept: save }, connection);
  });
}

/**
 * Saves a change of the document as it stands, in the transaction of what the change belongs to;
 * `reached` was locked in it.
 */
export async function saveChange(
  reached: ReachedReview,
  document: IncidentDocument,
  connection: ClientBase,
): Promise<Extract<Saved, { kind: "saved" | "faulty" }>> {
  const read = readParts(document);
  if (read.kind === "faulty") return read;
  const unfinished = reached.review.unfinished ?? {};
  return store(reached, { ...read, kept: { unfinished } }, connection);
}

type ReachedReview = Extract<Reached, { kind: "reached" }>;

/** What an editor keeps beside the document. */
type Kept = Partial<Beside>;

async function store(
  { review, actor }: ReachedReview,
  { document, source, kept }: Extract<ReadSave, { kind: "read" }> & { kept: Kept },
  connection: ClientBase,
): Promise<Extract<Saved, { kind: "saved" }>> {
  const { record } = document;
  const { visibility, template } = record;
  const { documentId, latest } = review;
  await keepAsReview(review, template, actor.id, connection);
  const savedById = actor.id;
  const version = review.version + 1;
  const next = { source, version, visibility };
  // A revision is a text: who changes what stands beside it has not changed what others read there.
  const isChanged = source !== latest.source;
  const opens = isChanged && !sharesRevision(review, savedById, new Date());
  const revision = opens ? latest.number + 1 : latest.number;
  if (opens) await insertRevision({ documentId, number: revision, savedById, ...next }, connection);
  else if (isChanged) await replaceRevision(latest.id, next, connection);
  const { unfinished = {}, setAside, zone } = kept;
  const beside = { unfinished, setAside, zone };
  await storeSave(documentId, { version, savedById, record, ...beside }, connection);
  // A whole text that cannot be read yet shows pictures too.
  const texts = [source, ...Object.values(unfinished)].join("\n");
  await adoptPictures(actor, { documentId, source: texts }, connection);
  return { kind: "saved", version, revision, savedAt: new Date() };
}

/** Notes that what came from a file is authored here from now on. */
export async function keepAsReview(
  { template, documentId, latest }: StoredReview,
  named: string | undefined,
  accountId: string,
  connection: ClientBase,
): Promise<void> {
  if (template === null) {
    const slug = named ?? "full-review";
    const file = (await templateFile(slug, connection)) ?? { slug, source: "" };
    await insertReview(documentId, file, accountId, connection);
  }
  // A file brought ids that no save has told of.
  if (latest.savedBy === null) {
    await keepRowIds(documentId, storedDocument(latest.source).record, connection);
  }
}

/** Whether a save goes into the latest revision: same author, lately begun, and nobody named it. */
export function sharesRevision({ latest }: StoredReview, accountId: string, now: Date): boolean {
  const age = now.getTime() - latest.begunAt.getTime();
  return !latest.isSealed && latest.savedBy?.id === accountId && age < sharedMinutes * 60_000;
}

/** When a document was last saved, and by whom; nobody where that was an import. */
export function lastSaveOf({ lastSave, latest }: StoredReview) {
  return lastSave ?? { at: latest.savedAt, by: latest.savedBy };
}

/** Where a document stands, for who has an earlier version of it. */
export async function othersStand(
  { review, actor }: ReachedReview,
  connection?: ClientBase,
): Promise<OthersStand> {
  const { documentId, latest, version, unfinished, setAside, zone } = review;
  const { number, source } = latest;
  const { at: savedAt, by: savedBy } = lastSaveOf(review);
  const document = storedDocument(source);
  return {
    version,
    revision: number,
    savedAt,
    document,
    unfinished: unfinished ?? {},
    setAside: setAside ?? [],
    zone,
    savedBy: savedBy?.name ?? null,
    isOwn: savedBy?.id === actor.id,
    rowIds: await keptRowIds(documentId, connection),
  };
}

/** A revision's document. What was stored was read before, so a fault here is a bug. */
export function storedDocument(source: string): IncidentDocument {
  const read = readDocument(source, "the stored document");
  if (read.kind === "read") return read.document;
  throw new Error(`a stored revision cannot be read: ${read.faults[0]?.message}`);
}

export type ReadSave =
  | { readonly kind: "read"; readonly document: IncidentDocument; readonly source: string }
  | { readonly kind: "faulty"; readonly faults: readonly string[] };

function readSource(source: string): ReadSave {
  const read = readDocument(source, "line");
  if (read.kind === "read") return { kind: "read", document: read.document, source };
  return {
    kind: "faulty",
    faults: read.faults.map(({ line, message }) => `line ${line}: ${message}`),
  };
}

/** A document out of what was sent as record and story, and the text that is stored of it. */
export function readParts({ record, story }: { record: unknown; story: string }): ReadSave {
  const fitting = fit(IncidentRecord, record);
  if (fitting.kind === "misfits") {
    const faults = faultsAt(fitting.misfits, { file: "", lineOf: () => 0 });
    return { kind: "faulty", faults: faults.map(({ message }) => message) };
  }
  // Read again as it will be whenever it is opened: what is stored can be read, whatever was sent.
  return readSource(writeDocument({ record: fitting.value, story }));
}
