import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache, Fragment, type ReactNode } from "react";

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
import { seenMeanings, sourceKindNames } from "#knowledge/incident/vocabulary-words";

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
                <CopyNote url={source.url} seen={source.seen ?? undefined} />
              ) : (
                <a className="break-all" href={source.url} rel="noopener">
                  {source.url}
                </a>
              )}
            </p>
          )}
          <Section id="incidents" title="Incidents that cite it" className="mt-12">
            <Uses source={source} />
          </Section>
        </div>
        <Facts source={source} />
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
  const facts = factsOf(source);
  if (facts.length === 0) return null;
  return (
    <aside className="margin" aria-label="About this source">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </aside>
  );
}

function factsOf(source: Source): (readonly [name: string, value: ReactNode])[] {
  const { publisher, author, published, seen } = source;
  return [
    ...(publisher === null ? [] : [["Publisher", publisher] as const]),
    ...(author === null || author === publisher ? [] : [["Author", author] as const]),
    ...(published === null ? [] : [["Published", <Day key="day" moment={published} />] as const]),
    ...(seen === null ? [] : [["For this site", seenMeanings[seen]] as const]),
  ];
}

function Uses({ source: { uses, title } }: { source: Source }) {
  return (
    <ol className="incident-list">
      {uses.map((use) => (
        <li key={`${use.incident.slug} ${use.id}`}>
          <p className="eyebrow">
            <Day moment={use.incident.started} />
            <HowRead use={use} />
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

function HowRead({ use: { seen, isCopy } }: { use: Source["uses"][number] }) {
  const read = seen === null ? [] : [seenMeanings[seen]];
  const words = [...read, ...(isCopy ? ["in a copy"] : [])];
  return words.length > 0 && <span>{words.join(", ")}</span>;
}
