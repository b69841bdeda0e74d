import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";

import { DocumentDifference } from "#app/_parts/document-difference";
import { dayOfTime } from "#app/_parts/moment-words";
import { NothingHere } from "#app/_parts/nothing-here";
import { Shell } from "#app/_parts/shell";
import { flashFor } from "#app/_session/current";
import { Notice } from "#app/_ui/form";
import { missingMetadata } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { revisionNumber } from "#app/revision-number";
import { compareSources } from "#knowledge/review/compare-sources";
import { creditsToKeep } from "#knowledge/review/history";
import type { OwnRevisionText } from "#knowledge/review/history.store";
import type { RevisionPage as PublishedRevision } from "#knowledge/review/revision.store";

import { CompareForm } from "../_history/compare-form";
import { historyHere } from "../_history/history-here";
import { documentPath, revisionIn, type History } from "../_history/history-of";
import { OwnFacts } from "../_history/own-line";
import { RevisionForms } from "../_history/revision-forms";

interface Props {
  readonly params: Promise<{ slug: string; number: string }>;
  readonly searchParams: Promise<{ against?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params;
  const history = await historyHere(slug);
  const count = revisionNumber(number);
  if (history.kind === "moved" || history.kind === "nowhere") return missingMetadata;
  if (!history.revisions.some((one) => one.number === count)) return missingMetadata;
  // Old texts are for those who look for them here, not for those who search elsewhere.
  return { title: `Revision ${count} of “${history.title}”`, robots: { index: false } };
}

export default async function RevisionPage({ params, searchParams }: Props) {
  const { slug, number } = await params;
  tagPage(`incident:${slug}`);
  const history = await historyHere(slug);
  if (history.kind === "nowhere") return <NothingHere slug={slug} />;
  if (history.kind === "moved") {
    tagPage(`incident:${history.slug}`);
    return permanentRedirect(movedTo(history.slug, number));
  }
  const [revision, against] = await Promise.all([
    revisionAt(history, number),
    revisionAt(history, String((await searchParams).against)),
  ]);
  if (!revision) return <NothingHere slug={slug} />;
  return (
    <Shell section="incidents">
      <RevisionView
        history={history}
        revision={revision}
        other={against?.number === revision.number ? null : against}
      />
    </Shell>
  );
}

type Seen = Extract<History, { kind: "own" | "published" }>;

interface ViewProps {
  readonly history: Seen;
  readonly revision: Shown;
  /** What it is compared with. */
  readonly other: Shown | null;
}

async function RevisionView({ history, revision, other }: ViewProps) {
  const { slug, title } = history;
  return (
    <div className="page">
      <p className="eyebrow">
        <a href={documentPath(history)}>{title}</a>
        <a href={paths.incidentHistory(slug)}>History</a>
      </p>
      <Head revision={revision} against={other?.number} />
      <Notice {...await flashFor(paths.revision(slug, revision.number))} />
      <CompareForm
        slug={slug}
        revisions={history.revisions}
        revision={revision.number}
        against={other?.number}
      />
      <p className="mt-3 flex gap-4 text-small">
        {other && <a href={paths.revision(slug, revision.number)}>The whole text</a>}
        <a href={paths.revisionMarkdown(slug, revision.number)}>Markdown</a>
        <a href={paths.revisionJson(slug, revision.number)}>JSON</a>
      </p>
      <OwnForms history={history} revision={revision} />
      <div className="mt-8">
        {other ? (
          <DocumentDifference comparison={compareSources(other.source, revision.source)} />
        ) : (
          <pre className="source-text">{revision.source}</pre>
        )}
      </div>
    </div>
  );
}

function movedTo(slug: string, number: string): string {
  const moved = revisionNumber(number);
  return moved === null ? paths.incidentHistory(slug) : paths.revision(slug, moved);
}

async function OwnForms({ history, revision }: { history: Seen; revision: Shown }) {
  if (history.kind !== "own" || !history.mayEdit || !("assessments" in revision)) return null;
  const latest = history.revisions[0]?.number ?? revision.number;
  const isLatest = latest === revision.number;
  return (
    <RevisionForms
      slug={history.slug}
      revision={revision}
      version={history.version}
      isLatest={isLatest}
      credits={isLatest ? [] : await creditsToKeep(history.documentId, revision, latest)}
    />
  );
}

type Shown = OwnRevisionText | PublishedRevision;

async function revisionAt(history: Seen, written: string): Promise<Shown | null> {
  const number = revisionNumber(written);
  return number === null ? null : revisionIn(history, number);
}

function Head({ revision, against }: { revision: Shown; against: number | undefined }) {
  return (
    <>
      <h1 className="title mt-2">
        Revision {revision.number}
        {against !== undefined && ` against ${against}`}
      </h1>
      {"assessments" in revision ? (
        <div className="mt-3">
          {revision.name !== null && <p className="lede">{revision.name}</p>}
          <OwnFacts revision={revision} />
        </div>
      ) : (
        <p className="mt-3 text-soft">
          Published{" "}
          <time dateTime={revision.publishedAt.toISOString()}>
            {dayOfTime(revision.publishedAt)}
          </time>
          {revision.isCurrent ? "; what readers see now." : "."}
        </p>
      )}
    </>
  );
}
