import type { Metadata } from "next";

import { DocumentDiff } from "#app/_parts/document-diff";
import { dayOfTime } from "#app/_parts/moment-words";
import { NothingHere } from "#app/_parts/nothing-here";
import { Shell } from "#app/_parts/shell";
import { missingMetadata } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { findRevision, findRevisions, type RevisionLine } from "#knowledge/review/revision.store";
import { diffLines } from "#knowledge/text/diff";

interface Props {
  readonly params: Promise<{ slug: string; number: string }>;
  readonly searchParams: Promise<{ against?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params;
  const count = numberOf(number);
  if (count === null || !(await findRevision(slug, count))) return missingMetadata;
  // Old texts are for those who look for them here, not for those who search elsewhere.
  return { title: `Revision ${count} of ${slug}`, robots: { index: false } };
}

export default async function RevisionPage({ params, searchParams }: Props) {
  const { slug, number } = await params;
  tagPage(`incident:${slug}`);
  const count = numberOf(number);
  const revision = count === null ? null : await findRevision(slug, count);
  if (!revision) return <NothingHere slug={slug} />;
  const { against } = await searchParams;
  const base = numberOf(String(against));
  const [other, revisions] = await Promise.all([
    base === null ? null : findRevision(slug, base),
    findRevisions(slug),
  ]);
  const others = revisions.filter((one) => one.number !== revision.number);
  return (
    <Shell section="incidents">
      <div className="page">
        <p className="eyebrow">
          <a href={paths.incident(slug)}>{slug}</a>
          <a href={paths.incidentHistory(slug)}>History</a>
        </p>
        <h1 className="title mt-2">
          Revision {revision.number}
          {other && ` against ${other.number}`}
        </h1>
        <p className="mt-3 text-soft">
          Published{" "}
          <time dateTime={revision.publishedAt.toISOString()}>
            {dayOfTime(revision.publishedAt)}
          </time>
          {revision.isCurrent ? "; what readers see now." : "."}
        </p>
        <Comparisons slug={slug} revision={revision} others={others} compared={other !== null} />
        <div className="mt-8">
          {other ? (
            <DocumentDiff diff={diffLines(other.source, revision.source)} />
          ) : (
            <pre className="source-text">{revision.source}</pre>
          )}
        </div>
      </div>
    </Shell>
  );
}

interface ComparisonsProps {
  readonly slug: string;
  readonly revision: RevisionLine;
  readonly others: readonly RevisionLine[];
  readonly compared: boolean;
}

function Comparisons({ slug, revision, others, compared }: ComparisonsProps) {
  if (others.length === 0) return null;
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-small">
      <span className="text-faint">Compare with</span>
      {others.map(({ number }) => (
        <a key={number} href={paths.revision(slug, revision.number, number)}>
          revision {number}
        </a>
      ))}
      {compared && <a href={paths.revision(slug, revision.number)}>show the whole text</a>}
    </p>
  );
}

/** The number of a revision as an address has it; null for anything else. */
function numberOf(text: string): number | null {
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}
