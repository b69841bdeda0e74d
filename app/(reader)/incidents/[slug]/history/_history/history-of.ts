import { paths } from "#app/paths";
import { findElsewhere, findIncident } from "#knowledge/incident/incident.store";
import type { Actor } from "#knowledge/people/actor";
import { mayWith } from "#knowledge/people/rules";
import { guardedSite } from "#knowledge/people/site.store";
import {
  ownRevision,
  ownRevisions,
  type OwnRevision,
  type OwnRevisionText,
} from "#knowledge/review/history.store";
import { guarded, reach } from "#knowledge/review/review";
import {
  findRevision,
  findRevisions,
  type RevisionLine,
  type RevisionPage,
} from "#knowledge/review/revision.store";

/** A document's history as this actor may see it, newest first. */
export type History =
  /** All of it, for its authors and editors. */
  | {
      readonly kind: "own";
      readonly slug: string;
      readonly title: string;
      readonly documentId: number;
      /** The document's version, on which a restoration is based. */
      readonly version: number;
      readonly mayEdit: boolean;
      readonly revisions: readonly OwnRevision[];
    }
  /** What readers saw. */
  | {
      readonly kind: "published";
      readonly slug: string;
      readonly title: string;
      readonly revisions: readonly RevisionLine[];
    }
  /** The document is called otherwise now. */
  | { readonly kind: "moved"; readonly slug: string }
  | { readonly kind: "nowhere" };

type Seen = Extract<History, { kind: "own" | "published" }>;

export async function historyOf(slug: string, actor: Actor): Promise<History> {
  const reached = await reach(actor, "see", slug);
  if (reached.kind === "reached") {
    const { review } = reached;
    if (review.slug !== slug) return { kind: "moved", slug: review.slug };
    const { documentId, version } = review;
    const [revisions, site] = await Promise.all([ownRevisions(documentId), guardedSite()]);
    const mayEdit = mayWith(actor, "edit", guarded(review), site);
    const title = (await titleForReaders(slug)) ?? review.title ?? "";
    return {
      kind: "own",
      slug,
      title: title === "" ? "Without a title" : title,
      documentId,
      version,
      mayEdit,
      revisions,
    };
  }
  const incident = await findIncident(slug);
  if (incident) {
    const title = incident.record.title ?? slug;
    return { kind: "published", slug, title, revisions: await findRevisions(slug) };
  }
  const elsewhere = await findElsewhere(slug);
  return elsewhere.kind === "moved" ? { kind: "moved", slug: elsewhere.slug } : { kind: "nowhere" };
}

/** The page of the document itself: where it is written, for who may, else where it is read. */
export function documentPath(history: Seen): string {
  const mayEdit = history.kind === "own" && history.mayEdit;
  return mayEdit ? paths.review(history.slug) : paths.incident(history.slug);
}

async function titleForReaders(slug: string): Promise<string | undefined> {
  return (await findIncident(slug))?.record.title;
}

/** One revision of a history with its text; null where it has none of this number. */
export function revisionIn(
  history: Seen,
  number: number,
): Promise<OwnRevisionText | RevisionPage | null> {
  return history.kind === "own"
    ? ownRevision(history.documentId, number)
    : findRevision(history.slug, number);
}
