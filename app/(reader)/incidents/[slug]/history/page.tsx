import type { Metadata } from "next";
import { permanentRedirect, redirect } from "next/navigation";

import { dayOfTime } from "#app/_parts/moment-words";
import { NothingHere } from "#app/_parts/nothing-here";
import { Shell } from "#app/_parts/shell";
import { metadataOf, missingMetadata } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { revisionNumber } from "#app/revision-number";
import type { RevisionLine } from "#knowledge/review/revision.store";

import { CompareForm } from "./_history/compare-form";
import { documentPath } from "./_history/history-of";
import { historyHere } from "./_history/history-here";
import { OwnLine } from "./_history/own-line";

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const history = await historyHere((await params).slug);
  if (history.kind === "moved" || history.kind === "nowhere") return missingMetadata;
  const { slug, title } = history;
  return metadataOf({
    title: `History of “${title}”`,
    description: `The published revisions of “${title}”, with what changed in each.`,
    canonical: paths.incidentHistory(slug),
  });
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { slug } = await params;
  tagPage(`incident:${slug}`);
  const history = await historyHere(slug);
  if (history.kind === "nowhere") return <NothingHere slug={slug} />;
  if (history.kind === "moved") {
    tagPage(`incident:${history.slug}`);
    return permanentRedirect(paths.incidentHistory(history.slug));
  }
  const { revision, against } = await searchParams;
  const [to, from] = [revisionNumber(String(revision)), revisionNumber(String(against))];
  if (to !== null && from !== null) redirect(paths.revision(slug, to, from));
  const { title, revisions } = history;
  return (
    <Shell section="incidents">
      <div className="page">
        <p className="eyebrow">
          <a href={documentPath(history)}>{title}</a>
        </p>
        <h1 className="title mt-2">History</h1>
        <p className="lede mt-4">
          {history.kind === "own"
            ? "Every revision, also those that readers have not seen. You see it because you work on it."
            : "What readers saw, and since when. This is the history of the record, not of the incident."}
        </p>
        <CompareForm slug={slug} revisions={revisions} />
        <ol className="mt-10 max-w-2xl" reversed>
          {history.kind === "own"
            ? history.revisions.map((one, index) => (
                <OwnLine
                  key={one.number}
                  slug={slug}
                  revision={one}
                  before={history.revisions[index + 1]?.number}
                />
              ))
            : history.revisions.map((one, index) => (
                <PublishedLine
                  key={one.number}
                  slug={slug}
                  revision={one}
                  before={history.revisions[index + 1]?.number}
                />
              ))}
        </ol>
      </div>
    </Shell>
  );
}

interface LineProps {
  readonly slug: string;
  readonly revision: RevisionLine;
  readonly before: number | undefined;
}

function PublishedLine({ slug, revision: { number, publishedAt, isCurrent }, before }: LineProps) {
  return (
    <li className="flex flex-wrap gap-x-5 border-t border-line py-3">
      <a href={paths.revision(slug, number)}>Revision {number}</a>
      <time dateTime={publishedAt.toISOString()}>{dayOfTime(publishedAt)}</time>
      {isCurrent && <span className="text-safeguard">what readers see now</span>}
      {before !== undefined && (
        <a className="ml-auto" href={paths.revision(slug, number, before)}>
          what changed
        </a>
      )}
    </li>
  );
}
