import type { Metadata } from "next";
import { cache } from "react";

import { Backlinks } from "#app/_parts/backlinks";
import { IncidentList } from "#app/_parts/incident-list";
import { NothingHere } from "#app/_parts/nothing-here";
import { pageTexts } from "#app/_parts/page-texts";
import { Shell } from "#app/_parts/shell";
import { TermNotes } from "#app/_parts/term-notes";
import { Section } from "#app/_ui/section";
import { Words } from "#app/_ui/words";
import { metadataOf, missingMetadata } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { linksTo, seeAlso, type NamedThing } from "#knowledge/incident/link.store";
import { emptyQuery, writeQuery, type Query } from "#knowledge/search/query";
import { findIncidents, type Found } from "#knowledge/search/find";
import { findTerm } from "#knowledge/taxonomy/taxonomy.store";
import { excerpt } from "#knowledge/text/excerpt";
import { plainText } from "#knowledge/text/plain";

interface Props {
  readonly params: Promise<{ slug: string }>;
}

/** Incidents that the page names itself; the list has the others. */
const shown = 5;

const termAt = cache(findTerm);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const term = await termAt((await params).slug);
  if (!term) return missingMetadata;
  return metadataOf({
    title: term.name,
    description: excerpt(plainText(term.means), 200),
    canonical: paths.term(term.slug),
  });
}

export default async function TermPage({ params }: Props) {
  const { slug } = await params;
  tagPage("incidents");
  const term = await termAt(slug);
  if (!term) return <NothingHere slug={slug} />;
  const query = { ...emptyQuery, q: `"${term.name}"` };
  const [texts, see, links, speaking] = await Promise.all([
    pageTexts({ texts: [term.means], ownTerm: slug }),
    seeAlso(slug),
    linksTo(slug),
    findIncidents(query),
  ]);

  return (
    <Shell>
      <div className="page with-margin">
        <div>
          <p className="eyebrow">
            <a className="quiet" href={paths.glossary()}>
              Glossary
            </a>
          </p>
          <h1 className="title mt-2">{term.name}</h1>
          <Words as="p" className="class-means" html={texts.html(term.means)} />
          {term.aka.length > 0 && (
            <p className="text-note text-soft">Also called {term.aka.join(", ")}.</p>
          )}
          <Speaking query={query} found={speaking} />
          <TermNotes terms={texts.terms} />
        </div>
        <aside className="margin" aria-label="About this term">
          <SeeAlso things={see} />
          <Backlinks links={links} />
        </aside>
      </div>
    </Shell>
  );
}

function Speaking({ query, found }: { query: Query; found: Found }) {
  if (found.total === 0) return null;
  return (
    <Section
      id="incidents"
      title="Incidents that speak of it"
      className="mt-12"
      aside={
        <a className="text-small text-soft" href={paths.incidents(writeQuery(query))}>
          {found.total === 1 ? "As a list" : `All ${found.total}`}
        </a>
      }
    >
      <IncidentList incidents={found.results.slice(0, shown)} />
    </Section>
  );
}

function SeeAlso({ things }: { things: readonly NamedThing[] }) {
  if (things.length === 0) return null;
  return (
    <section aria-labelledby="see">
      <h2 id="see" className="label">
        See also
      </h2>
      <ul className="mt-2 flex flex-wrap gap-1.5">
        {things.map(({ kind, slug, title }) => (
          <li key={slug}>
            <a className="chip" href={paths.named(kind, slug)}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
