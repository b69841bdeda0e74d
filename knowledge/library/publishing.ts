import type { IncidentDocument } from "#knowledge/incident/document";
import { aboutOrganizations } from "#knowledge/incident/organization-meant";
import { addOrganizations, organizationNames } from "#knowledge/incident/organization.store";
import { checkReferences, type DocumentPlace } from "#knowledge/incident/references";
import { faultsBeforePublishing } from "#knowledge/incident/publishable";
import { settleNames } from "#knowledge/incident/projection.store";
import { readDocument } from "#knowledge/incident/read-document";
import type { Actor } from "#knowledge/people/actor";
import { audit, type AuditNote } from "#knowledge/people/audit.store";
import { findRevisionToPublish } from "#knowledge/review/approval.store";
import type { Outcome } from "#knowledge/review/outcome";
import { missingPictures } from "#knowledge/review/pictures/pictures";
import { reach } from "#knowledge/review/review";
import type { StoredReview } from "#knowledge/review/review.store";
import { writeSearchNames } from "#knowledge/search/search-name.store";
import {
  faultsAt,
  inLineOrder,
  shown,
  story as storyStep,
  type Fault,
} from "#knowledge/text/fault";
import type { Renderer } from "#knowledge/text/renderer";
import { Slug } from "#knowledge/text/slug";
import type { ClientBase } from "pg";

import {
  isBeingRevised,
  lockLibrary,
  mergeDocument,
  recordFormerSlugs,
  renameDocument,
  type RenderedStory,
} from "./document-import.store";
import { announceTags } from "./import-record.store";
import { knownNames, nameExists } from "./known-name.store";
import { projectOne, removeFromLists } from "./projecting";
import {
  insertPublication,
  keepFormerSlug,
  slugsOfOthers,
  withdrawPublication,
} from "./publication.store";
import { inTransaction } from "./transaction.store";

export type Publishing =
  | { readonly kind: "published"; readonly slug: string }
  /** No editor has approved this revision, or there is none of this number. */
  | { readonly kind: "not approved" }
  | { readonly kind: "faulty"; readonly faults: readonly string[] }
  /** The slug means something else already, or is none. */
  | Outcome<"slug taken" | "no slug">
  | Outcome<"unknown" | "not allowed">;

/**
 * Shows an approved revision to readers. At its first publication a document gets the slug that it
 * keeps; what links to the draft leads to it from then on. All in one transaction: pages, lists and
 * search change together, and every process hears of it.
 */
export async function publish(
  actor: Actor,
  slug: string,
  { revision, as }: { revision: number; as: string | null },
  renderer: Renderer,
): Promise<Publishing> {
  return inTransaction(async (connection): Promise<Publishing> => {
    await lockLibrary(connection);
    const reached = await reach(actor, "publish", slug, connection);
    if (reached.kind !== "reached") return { kind: reached.kind };
    const { review } = reached;
    const chosen = await findRevisionToPublish(review.documentId, revision, connection);
    if (!chosen || !mayBeShown(chosen, review)) return { kind: "not approved" };
    // Who presses the button twice publishes once.
    if (isShownNow(chosen, review)) return { kind: "published", slug: review.slug };
    const name = nameOf(review, as);
    if (!isSlugToKeep(name)) return { kind: "no slug" };
    const { documentId } = review;
    const fit = await fitForReaders(chosen.source, name, { documentId, renderer, connection });
    if (fit.kind === "faulty") return fit;
    if (name !== review.slug && (await nameExists(name, connection))) return { kind: "slug taken" };
    const added = await show({ review, name, revisionId: chosen.id, fit }, connection);
    const entry = { act: "published", actorId: reached.actor.id } as const;
    const note = noteOfPublication(revision, added);
    await audit({ ...entry, thing: `incident:${name}`, note }, connection);
    return { kind: "published", slug: name };
  }, 60_000);
}

function noteOfPublication(revision: number, added: readonly string[]): AuditNote {
  if (added.length === 0) return { revision };
  // A name may hold a comma.
  const organizations = added.map((name) => `“${name}”`).join(", ");
  return { revision, organizations };
}

/** What an editor approved, or what readers saw before the document was archived. */
function mayBeShown(
  { id, isApproved }: { readonly id: number; readonly isApproved: boolean },
  { state, publishedRevisionId }: StoredReview,
): boolean {
  return isApproved || (state === "archived" && id === publishedRevisionId);
}

function isShownNow({ id }: { readonly id: number }, review: StoredReview): boolean {
  return review.state === "published" && review.publishedRevisionId === id;
}

/** The name that it has by then; empty where it gets none. */
function nameOf({ isNamed, slug }: StoredReview, as: string | null): string {
  return isNamed ? slug : (as ?? "");
}

function isSlugToKeep(name: string): boolean {
  return Slug.safeParse(name).success && !name.startsWith("draft-");
}

interface Shown {
  readonly review: StoredReview;
  readonly name: string;
  readonly revisionId: number;
  readonly fit: Extract<Fit, { kind: "fit" }>;
}

/** Shows it, and gives the names of organisations that no incident has named before. */
async function show(
  { review, name, revisionId, fit: { document, story } }: Shown,
  connection: ClientBase,
): Promise<string[]> {
  const { documentId } = review;
  if (name !== review.slug) {
    await renameDocument(connection, review.slug, name);
    await keepFormerSlug(review.slug, documentId, connection);
  }
  const { visibility, formerly } = document.record;
  await recordFormerSlugs(connection, [{ slug: name, formerly }]);
  const publication = { documentId, revisionId, visibility };
  const times = await insertPublication(publication, story, connection);
  const added = await addOrganizations(document.record.organization, connection);
  await projectOne(connection, { documentId, slug: name, document, ...times });
  await settle(connection);
  return added;
}

type Fit =
  | {
      readonly kind: "fit";
      readonly document: IncidentDocument;
      readonly story: RenderedStory;
    }
  | { readonly kind: "faulty"; readonly faults: readonly string[] };

/** The document with its story rendered, or everything that keeps readers from it. */
async function fitForReaders(
  source: string,
  slug: string,
  {
    documentId,
    renderer,
    connection,
  }: { documentId: number; renderer: Renderer; connection: ClientBase },
): Promise<Fit> {
  const read = readDocument(source, slug);
  if (read.kind === "faulty") return faulty(read.faults);
  const { document, lineOf } = read;
  const place = { file: slug, lineOf, slug };
  const faults = [
    ...faultsAt(faultsBeforePublishing(document), place),
    ...(await misnamed(document, place, connection)),
  ];
  const { sources, formerly } = document.record;
  for (const other of await slugsOfOthers(documentId, formerly, connection)) {
    const message = `formerly: expected a slug that means nothing else, found ${shown(other)}, which leads elsewhere here`;
    faults.push({ file: slug, line: lineOf(["formerly"]), message });
  }
  const citations = sources.map(({ id }) => id);
  const answer = await renderer.render(document.story, { citations });
  const ofStory = [
    ...(answer.kind === "refused" ? answer.faults : []),
    ...(await missingPictures({ documentId, story: document.story }, connection)),
  ];
  faults.push(
    ...ofStory.map(({ line, message }) => ({
      file: slug,
      line: lineOf([storyStep, line - 1]),
      message: `story: ${message}`,
    })),
  );
  if (faults.length > 0 || answer.kind === "refused") return faulty(inLineOrder(faults));
  const { html, headings, version } = answer;
  return { kind: "fit", document, story: { html, headings, version } };
}

/**
 * What of its names keeps a document from readers. A publication may bring organisations, so of these
 * only what is called otherwise here; the names of all else stand here already.
 */
async function misnamed(
  document: IncidentDocument,
  place: DocumentPlace,
  connection: ClientBase,
): Promise<Fault[]> {
  const { organization } = document.record;
  const known = await organizationNames(connection);
  const sentences = aboutOrganizations(organization, known, "called");
  const at = { file: place.file, line: place.lineOf(["organization"]) };
  const organizations = new Map(organization.map((name) => [name, name]));
  const names = { ...(await knownNames(connection)), organizations };
  return [
    ...sentences.map((message) => ({ ...at, message })),
    ...checkReferences(document, names, place),
  ];
}

function faulty(faults: readonly { message: string }[]): Fit {
  return { kind: "faulty", faults: faults.map(({ message }) => message) };
}

export type Withdrawing = Outcome<"done" | "unknown" | "not allowed">;

/** Takes a document from readers: back to a draft, or archived, so that its address says so. */
export async function withdraw(
  actor: Actor,
  slug: string,
  act: "unpublish" | "archive",
): Promise<Withdrawing> {
  return inTransaction(async (connection): Promise<Withdrawing> => {
    await lockLibrary(connection);
    const reached = await reach(actor, act, slug, connection);
    if (reached.kind !== "reached") return { kind: reached.kind };
    const { documentId, slug: name } = reached.review;
    await withdrawPublication(documentId, act === "archive" ? "archived" : "draft", connection);
    await removeFromLists(connection, [documentId]);
    await settle(connection);
    const done = act === "archive" ? "archived" : "unpublished";
    await audit({ act: done, actorId: reached.actor.id, thing: `incident:${name}` }, connection);
    return { kind: "done" };
  }, 60_000);
}

export type Merging = Outcome<"done" | "no target" | "newer draft" | "unknown" | "not allowed">;

/**
 * Makes a document part of another published one: it is read no more, and its address leads there.
 * Refused while it says something that readers have not seen, which would never be published.
 */
export async function merge(actor: Actor, slug: string, into: string): Promise<Merging> {
  return inTransaction(async (connection): Promise<Merging> => {
    await lockLibrary(connection);
    const reached = await reach(actor, "merge", slug, connection);
    if (reached.kind !== "reached") return { kind: reached.kind };
    const target = await reach(actor, "edit", into, connection);
    const { review } = reached;
    if (target.kind !== "reached" || target.review.state !== "published") {
      return { kind: "no target" };
    }
    if (target.review.documentId === review.documentId) return { kind: "no target" };
    if (await isBeingRevised(connection, review.documentId)) return { kind: "newer draft" };
    await mergeDocument(connection, review.slug, target.review.slug);
    await removeFromLists(connection, [review.documentId]);
    await settle(connection);
    const thing = `incident:${review.slug}`;
    const entry = { act: "merged", actorId: reached.actor.id, thing } as const;
    await audit({ ...entry, note: { into: target.review.slug } }, connection);
    return { kind: "done" };
  }, 60_000);
}

/** What follows from any change of what readers see. */
async function settle(connection: ClientBase): Promise<void> {
  await settleNames(connection);
  await writeSearchNames(connection);
  await announceTags(connection, ["*"]);
}
