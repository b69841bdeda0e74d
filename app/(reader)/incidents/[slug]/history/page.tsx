import type { Metadata } from "next";

import { dayOfTime } from "#app/_parts/moment-words";
import { NothingHere } from "#app/_parts/nothing-here";
import { Shell } from "#app/_parts/shell";
import { metadataOf, missingMetadata } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { findIncident } from "#knowledge/incident/incident.store";
import { findRevisions } from "#knowledge/review/revision.store";

interface Props {
  readonly params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const incident = await findIncident(slug);
  if (!incident) return missingMetadata;
  const title = incident.record.title ?? slug;
  return metadataOf({
    title: `History of “${title}”`,
    description: `The published revisions of “${title}”, with what changed in each.`,
    canonical: paths.incidentHistory(slug),
  });
}

export default async function HistoryPage({ params }: Props) {
  const { slug } = await params;
  tagPage(`incident:${slug}`);
  const [incident, revisions] = await Promise.all([findIncident(slug), findRevisions(slug)]);
  if (!incident) return <NothingHere slug={slug} />;
  return (
    <Shell section="incidents">
      <div className="page">
        <p className="eyebrow">
          <a href={paths.incident(slug)}>{incident.record.title}</a>
        </p>
        <h1 className="title mt-2">History</h1>
        <p className="lede mt-4">
          What readers saw, and since when. This is the history of the record, not of the incident.
        </p>
        <ol className="mt-10 max-w-2xl" reversed>
          {revisions.map(({ number, publishedAt, isCurrent }, index) => {
            const earlier = revisions[index + 1];
            return (
              <li key={number} className="flex flex-wrap gap-x-5 border-t border-line py-3">
                <a href={paths.revision(slug, number)}>Revision {number}</a>
                <time dateTime={publishedAt.toISOString()}>{dayOfTime(publishedAt)}</time>
                {isCurrent && <span className="text-safeguard">what readers see now</span>}
                {earlier && (
                  <a className="ml-auto" href={paths.revision(slug, number, earlier.number)}>
                    what changed
                  </a>
                )}
              </li>
            );
          })}
        </ol>
      </div>
    </Shell>
  );
}
