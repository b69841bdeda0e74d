import { Fragment } from "react";

import { renderer } from "#app/_api/renderer";
import { IncidentArticle } from "#app/_parts/incident/incident-article";
import { textsOf } from "#app/_parts/incident/texts-of";
import { Missing } from "#app/_parts/missing";
import { Shell } from "#app/_parts/shell";
import { currentMember, refusePage } from "#app/_session/current";
import { sayNotFound } from "#app/page-tags";
import { paths } from "#app/paths";
import { revisionNumber } from "#app/revision-number";
import { organizationNames } from "#knowledge/incident/organization.store";
import { organizationSlug, productSlug } from "#knowledge/incident/name-slug";
import type { IncidentDocument } from "#knowledge/incident/document";
import type { Member } from "#knowledge/people/actor";
import { mayWith } from "#knowledge/people/rules";
import { guardedSite } from "#knowledge/people/site.store";
import type { PublishedIncident } from "#knowledge/incident/incident.store";
import { assessmentsOf } from "#knowledge/review/approval.store";
import { ownRevision } from "#knowledge/review/history.store";
import { nextStep } from "#knowledge/review/next-step";
import { guarded, reach } from "#knowledge/review/review";
import type { StoredReview } from "#knowledge/review/review.store";
import { storedDocument } from "#knowledge/review/save";

import { ChangedSinceWords } from "../_editor/changed-since-words";

export const metadata = { title: "Preview" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<{ revision?: string | string[] }>;
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { revision: asked } = await searchParams;
  const member = await currentMember(paths.reviewPreview(slug));
  const reached = await reach(member, "see", slug);
  if (reached.kind !== "reached") {
    if (reached.kind === "unknown") await refusePage(member, paths.reviewPreview(slug));
    else sayNotFound();
    return <Missing />;
  }
  const { review } = reached;
  const revision = await revisionOf(review, asked);
  if (revision === null) {
    sayNotFound();
    return <Missing />;
  }
  const document = storedDocument(revision.source);
  const citations = document.record.sources.map(({ id }) => id);
  const story = await renderer().render(document.story, { citations });
  const shown = await asPublished(
    { review, revision },
    document,
    story.kind === "rendered" ? story.html : "",
  );
  const texts = await textsOf(shown, [], review.documentId);
  return (
    <Shell>
      <div className="page pb-0">
        <p className="notice">
          This is how revision {revision.number} would look
          {revision.number !== review.latest.number &&
            `; the latest is revision ${review.latest.number}`}
          . <a href={paths.review(review.slug)}>Back to writing</a>
          <Assessing review={review} revision={revision.number} actor={member} />
        </p>
        {story.faults.length > 0 && (
          <ul className="notice notice-fault">
            {story.faults.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                story, line {line}: {message}
              </li>
            ))}
          </ul>
        )}
      </div>
      <IncidentArticle incident={shown} texts={texts} backlinks={[]} />
    </Shell>
  );
}

interface AssessingProps {
  readonly review: StoredReview;
  readonly revision: number;
  readonly actor: Member;
}

/** Leads an editor from reading what waits to where they say their word. */
async function Assessing({ review, revision, actor }: AssessingProps) {
  const { publishedNumber: published, waitingNumber: askedFor, slug } = review;
  const assessments = await assessmentsOf(review.documentId);
  const { toAssess, toPublish } = nextStep({ askedFor, published }, assessments);
  const site = await guardedSite();
  const may = (act: "approve" | "publish") => mayWith(actor, act, guarded(review), site);
  const steps = [
    ...(toAssess === revision && may("approve") ? ["Approve or send back"] : []),
    ...(toPublish === revision && may("publish") ? ["Publish"] : []),
  ];
  const { number, savedBy } = review.latest;
  const act = toAssess === revision ? "approve" : "publish";
  const links = steps.map((words) => (
    <Fragment key={words}>
      {" · "}
      <a href={paths.reviewSteps(slug)}>{words}</a>
    </Fragment>
  ));
  if (steps.length === 0 || number === revision) return links;
  const latest = { revision: number, by: savedBy?.name ?? null };
  return (
    <>
      {links}
      <span className="block">
        <ChangedSinceWords slug={slug} revision={revision} latest={latest} act={act} />
      </span>
    </>
  );
}

/** What is told of a revision, and its text. */
type Shown = Pick<StoredReview["latest"], "number" | "source" | "savedAt">;

/** The revision that is asked for, the latest where none is; null where there is no such. */
async function revisionOf(
  { documentId, latest }: StoredReview,
  asked: string | string[] | undefined,
): Promise<Shown | null> {
  if (asked === undefined) return latest;
  const number = revisionNumber(String(asked));
  if (number === latest.number) return latest;
  return number === null ? null : ownRevision(documentId, number);
}

/** A draft in the shape in which published incidents are shown; what it lacks is left out. */
async function asPublished(
  { review, revision }: { review: StoredReview; revision: Shown },
  { record }: IncidentDocument,
  storyHtml: string,
): Promise<PublishedIncident> {
  const names = await organizationNames();
  return {
    slug: review.slug,
    record: {
      ...record,
      title: record.title ?? "Without a title",
      timeline: record.timeline.filter(({ at }) => at !== ""),
      related: record.related.filter(({ slug }) => slug !== ""),
    },
    storyHtml,
    storyHeadings: [],
    organizations: record.organization.map(
      (name) => names.find((one) => one.name === name) ?? { slug: organizationSlug(name), name },
    ),
    products: record.products.map((name) => ({ slug: productSlug(name), name })),
    sourceSlugs: {},
    revisionNumber: revision.number,
    publishedAt: revision.savedAt,
  };
}
