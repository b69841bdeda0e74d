import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { GlyphSheet } from "#app/_ui/glyph";
import { Missing } from "#app/_parts/missing";
import { currentMember, flashFor, refusePage } from "#app/_session/current";
import { sayNotFound } from "#app/page-tags";
import { paths } from "#app/paths";
import { organizationNames } from "#knowledge/incident/organization-name.store";
import { reach } from "#knowledge/review/review";
import { storedDocument } from "#knowledge/review/save";
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
  const { latest, state } = review;
  if (state !== "draft" && state !== "waiting" && state !== "published") {
    const flash = await flashFor(page);
    return <WithdrawnReview review={review} state={state} actor={member} flash={flash} />;
  }
  const document = storedDocument(latest.source);
  const [families, organizations, template] = await Promise.all([
    findWholeTaxonomy(),
    organizationNames(),
    templateOf(review.template, document.record.template),
  ]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <GlyphSheet />
      {/* The text editor brings styles of its own, which the policy allows by this nonce. */}
      <div id="style-nonce" data-style-nonce="" hidden suppressHydrationWarning />
      <noscript>
        <p className="page notice">
          Writing here needs JavaScript. Without it you can{" "}
          <a href={paths.reviewPreview(slug)}>read the review</a>, and take it along as{" "}
          <a href={paths.revisionMarkdown(slug, latest.number)}>Markdown</a>.
        </p>
      </noscript>
      <SentBack review={review} />
      <EditorIsland
        slug={review.slug}
        review={String(review.documentId)}
        account={member.id}
        document={document}
        unfinished={review.unfinished ?? {}}
        setAside={review.setAside ?? []}
        version={review.version}
        revision={latest.number}
        savedAt={latest.savedAt.toISOString()}
        state={state}
        isWaiting={review.waitingId === latest.id}
        template={template}
        classes={offeredClasses(families)}
        organizations={organizations}
      />
      <ReviewSteps review={review} actor={member} flash={await flashFor(page)} />
      <NotesOnReview review={review} actor={member} />
    </>
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
