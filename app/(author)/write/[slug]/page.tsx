import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { GlyphSheet } from "#app/_ui/glyph";
import { Missing } from "#app/_parts/missing";
import { currentMember, flashFor, refusePage } from "#app/_session/current";
import { sayNotFound } from "#app/page-tags";
import { paths } from "#app/paths";
import { organizationNames } from "#knowledge/incident/organization.store";
import type { Member } from "#knowledge/people/actor";
import { mayWith } from "#knowledge/people/rules";
import { guardedSite } from "#knowledge/people/site.store";
import { assessmentsOf } from "#knowledge/review/approval.store";
import { publishedIds } from "#knowledge/review/history.store";
import { guarded, reach } from "#knowledge/review/review";
import { keptRowIds, type StoredReview } from "#knowledge/review/review.store";
import { lastSaveOf, storedDocument } from "#knowledge/review/save";
import { progressOf } from "#knowledge/review/progress";
import { readTemplate, type Template } from "#knowledge/review/template";
import { templateFile } from "#knowledge/review/template.store";
import { findWholeTaxonomy } from "#knowledge/taxonomy/whole-taxonomy.store";

import { EditorIsland } from "./_editor/editor.island";
import { offeredClasses } from "./_editor/offered-classes";
import { NotesOnReview } from "./_steps/notes-on-review";
import { ReviewSteps } from "./_steps/review-steps";
import { SentBack } from "./_steps/sent-back";
import { WithdrawnReview } from "./_steps/withdrawn-review";

export const metadata: Metadata = { title: "Write" };

interface Props {
  readonly params: Promise<{ slug: string }>;
}

export default async function ReviewPage({ params }: Props) {
  const { slug } = await params;
  const page = paths.review(slug);
  const member = await currentMember(page);
  const reached = await reach(member, "see", slug);
  if (reached.kind !== "reached") {
    if (reached.kind === "unknown") await refusePage(member, page);
    else sayNotFound();
    return <Missing />;
  }
  const { review } = reached;
  if (review.slug !== slug) redirect(paths.review(review.slug));
  const { state } = review;
  if (state !== "draft" && state !== "waiting" && state !== "published") {
    const flash = await flashFor(page);
    return <WithdrawnReview review={review} state={state} actor={member} flash={flash} />;
  }
  return <WritingPage review={review} member={member} />;
}

interface WritingProps {
  readonly review: StoredReview;
  readonly member: Member;
}

/** The editor with what comes after writing. */
async function WritingPage({ review, member }: WritingProps) {
  const { slug, latest } = review;
  const document = storedDocument(latest.source);
  const site = await guardedSite();
  const [families, organizations, assessments, template, rowIds, shownIds] = await Promise.all([
    findWholeTaxonomy(),
    organizationNames(),
    assessmentsOf(review.documentId),
    templateOf(review.template, document.record.template),
    keptRowIds(review.documentId),
    publishedIds(review.documentId),
  ]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <GlyphSheet />
      {/* The text editor brings styles of its own, which the policy allows by this nonce. */}
      <div id="style-nonce" data-style-nonce="" hidden suppressHydrationWarning />
      <WithoutScript slug={slug} revision={latest.number} />
      <SentBack review={review} last={assessments.at(0)} />
      <EditorIsland
        slug={review.slug}
        review={String(review.documentId)}
        account={member.id}
        document={document}
        unfinished={review.unfinished ?? {}}
        setAside={review.setAside ?? []}
        zone={review.zone}
        rowIds={rowIds}
        publishedIds={shownIds}
        version={review.version}
        revision={latest.number}
        savedAt={lastSaveOf(review).at.toISOString()}
        progress={progressOf(review, assessments.at(0))}
        template={template}
        classes={offeredClasses(families)}
        organizations={organizations}
        authors={review.authors.map(({ name }) => name)}
        may={{
          approve: mayWith(member, "approve", guarded(review), site),
          publish: mayWith(member, "publish", guarded(review), site),
        }}
      >
        <ReviewSteps
          review={review}
          assessments={assessments}
          actor={member}
          flash={await flashFor(paths.review(slug))}
        />
      </EditorIsland>
      <NotesOnReview review={review} actor={member} />
    </>
  );
}

function WithoutScript({ slug, revision }: { slug: string; revision: number }) {
  return (
    <noscript>
      <p className="page notice">
        Writing here needs JavaScript. Without it you can{" "}
        <a href={paths.reviewPreview(slug)}>read the review</a>, and take it along as{" "}
        <a href={paths.revisionMarkdown(slug, revision)}>Markdown</a>.
      </p>
    </noscript>
  );
}

const usual = "full-review";

/** The template that the review began with; for what came from a file, the one it names. */
async function templateOf(kept: string | null, named: string | undefined): Promise<Template> {
  const source = kept ?? (await templateFile(named ?? usual))?.source ?? "";
  const read = readTemplate(source, "template");
  return read.kind === "read"
    ? read.value
    : { title: "Review", for: "", kind: "incident", sections: [] };
}
