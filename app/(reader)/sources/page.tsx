import type { Metadata } from "next";

import { Day } from "#app/_parts/day";
import { Pagination } from "#app/_parts/pagination";
import { Shell } from "#app/_parts/shell";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { searchParametersOf, type PageParameters } from "#app/search-parameters";
import { findSources, sourcesPerPage, type SourceLine } from "#knowledge/incident/source.store";
import { sourceKindNames } from "#knowledge/incident/vocabulary-words";

interface Props {
  readonly searchParams: PageParameters;
}

async function pageAsked(searchParams: PageParameters): Promise<number> {
  const asked = (await searchParametersOf(searchParams)).get("page") ?? "";
  return /^[1-9][0-9]{0,5}$/.test(asked) ? Number(asked) : 1;
}

const addressOf = (page: number) => paths.sources(page === 1 ? undefined : page);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = await pageAsked(searchParams);
  return metadataOf({
    title: page === 1 ? "Sources" : `Sources, page ${page}`,
    description: "Every source that an incident here cites, by publisher.",
    canonical: addressOf(page),
  });
}

export default async function SourcesPage({ searchParams }: Props) {
  tagPage("incidents");
  const page = await pageAsked(searchParams);
  const { total, sources } = await findSources(page);
  return (
    <Shell>
      <div className="page">
        <h1 className="title">Sources</h1>
        <p className="lede mt-3">
          What incidents here rest on, by publisher; each source with the incidents that cite it and
          how far it was read.
        </p>
        <p className="mt-6 mb-4 text-note">
          {sources.length === 0 ? (
            <>
              This page of the list is empty. <a href={paths.sources()}>To the first page</a>
            </>
          ) : (
            <>
              <strong>{total}</strong> sources
            </>
          )}
        </p>
        {byPublisher(sources).map(({ publisher, own }) => (
          <Publisher key={own[0]?.slug} publisher={publisher} sources={own} />
        ))}
        <Pagination page={page} pages={Math.ceil(total / sourcesPerPage)} addressOf={addressOf} />
      </div>
    </Shell>
  );
}

interface PublisherProps {
  readonly publisher: string | null;
  readonly sources: readonly SourceLine[];
}

function Publisher({ publisher, sources }: PublisherProps) {
  return (
    <section className="source-group">
      <h2>{publisher ?? "No publisher given"}</h2>
      <ul>
        {sources.map(({ slug, title, kind, published, incidents }) => (
          <li key={slug}>
            <a className="quiet" href={paths.source(slug)}>
              {title}
            </a>
            <p className="eyebrow">
              <span>{sourceKindNames[kind]}</span>
              {published !== null && <Day moment={published} />}
              {incidents > 1 && <span>cited by {incidents} incidents</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

// Sources come in the order of their publishers, so those of one stand together.
function byPublisher(sources: readonly SourceLine[]) {
  const groups: { publisher: string | null; own: SourceLine[] }[] = [];
  for (const source of sources) {
    const last = groups.at(-1);
    if (last && last.publisher === source.publisher) last.own.push(source);
    else groups.push({ publisher: source.publisher, own: [source] });
  }
  return groups;
}
