import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";

import { CopyNote } from "#app/_parts/copy-note";
import { Day } from "#app/_parts/day";
import { NothingHere } from "#app/_parts/nothing-here";
import { Shell } from "#app/_parts/shell";
import { Section } from "#app/_ui/section";
import { metadataOf, missingMetadata } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import {
  findSource,
  sourceByDigits,
  sourcesOfSamePublisher,
  type SourcePage as Source,
} from "#knowledge/incident/source.store";
import { seenMeanings } from "#knowledge/incident/vocabulary";
import { sourceKindNames } from "#knowledge/incident/vocabulary-words";

interface Props {
  readonly params: Promise<{ slug: string }>;
}

const sourceAt = cache(findSource);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const source = await sourceAt((await params).slug);
  if (!source) return missingMetadata;
  const { slug, title, publisher } = source;
  return metadataOf({
    title: publisher === null ? title : `${title} (${publisher})`,
    description: `A source, with the incidents that cite it: ${title}.`,
    canonical: paths.source(slug),
  });
}

export default async function SourcePage({ params }: Props) {
  const { slug } = await params;
  tagPage("incidents");
  const source = await sourceAt(slug);
  if (!source) return elsewhere(slug);
  return (
    <Shell>
      <div className="page with-margin">
        <div>
          <p className="eyebrow">
            <a className="quiet" href={paths.sources()}>
              Source
            </a>
            <span>{sourceKindNames[source.kind]}</span>
          </p>
          <h1 className="title mt-2">{source.title}</h1>
          {source.url !== null && (
            <p className="mt-5">
              {source.uses.some(({ isCopy }) => isCopy) ? (
                <CopyNote url={source.url} seen={source.seen} />
              ) : (
                <a className="break-all" href={source.url} rel="noopener">
                  {source.url}
                </a>
              )}
            </p>
          )}
          <Section id="incidents" title="Incidents that cite it" className="mt-12">
            <Uses uses={source.uses} title={source.title} />
          </Section>
        </div>
        <aside className="margin" aria-label="About this source">
          <Facts source={source} />
        </aside>
      </div>
    </Shell>
  );
}

/** The publisher's part of a slug may have been spelt otherwise; the digits at its end are for ever. */
async function elsewhere(slug: string) {
  const known = await sourceByDigits(slug);
  if (known !== null && known !== slug && (await sourceAt(known))) {
    permanentRedirect(paths.source(known));
  }
  const near = await sourcesOfSamePublisher(slug);
  return (
    <NothingHere
      slug={slug}
      among={near.map((one) => ({ slug: one.slug, name: one.title, href: paths.source(one.slug) }))}
    />
  );
}

function Facts({ source }: { source: Source }) {
  const { publisher, author, published, seen } = source;
  return (
    <dl className="facts">
      {publisher !== null && (
        <>
          <dt>Publisher</dt>
          <dd>{publisher}</dd>
        </>
      )}
      {author !== null && author !== publisher && (
        <>
          <dt>Author</dt>
          <dd>{author}</dd>
        </>
      )}
      {published !== null && (
        <>
          <dt>Published</dt>
          <dd>
            <Day moment={published} />
          </dd>
        </>
      )}
      <dt>For this site</dt>
      <dd>{seenMeanings[seen]}</dd>
    </dl>
  );
}

function Uses({ uses, title }: { uses: Source["uses"]; title: string }) {
  return (
    <ol className="incident-list">
      {uses.map((use) => (
        <li key={`${use.incident.slug} ${use.id}`}>
          <p className="eyebrow">
            <Day moment={use.incident.started} />
            <span>
              {seenMeanings[use.seen]}
              {use.isCopy && ", in a copy"}
            </span>
          </p>
          <h3 className="subhead">
            <a className="quiet" href={paths.incidentSource(use.incident.slug, use.id)}>
              {use.incident.title}
            </a>
          </h3>
          {use.title !== title && (
            <p className="text-note text-soft">
              Cited as <cite>{use.title}</cite>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
