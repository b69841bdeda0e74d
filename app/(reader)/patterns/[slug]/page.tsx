import type { Metadata } from "next";
import { cache } from "react";

import { Backlinks } from "#app/_parts/backlinks";
import { CountBars } from "#app/_parts/count-bars";
import { IncidentList } from "#app/_parts/incident-list";
import { NothingHere } from "#app/_parts/nothing-here";
import { pageTexts } from "#app/_parts/page-texts";
import { patternExcerpt } from "#app/_parts/pattern-excerpt";
import { PrintedAddress } from "#app/_parts/printed-address";
import { Shell } from "#app/_parts/shell";
import { TermNotes } from "#app/_parts/term-notes";
import { Section } from "#app/_ui/section";
import { Words } from "#app/_ui/words";
import { metadataOf, missingMetadata } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { linksTo } from "#knowledge/incident/link.store";
import { classesOfPattern, findPattern, incidentsOfPattern } from "#knowledge/library/shelf.store";

interface Props {
  readonly params: Promise<{ slug: string }>;
}

const patternAt = cache(findPattern);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const pattern = await patternAt((await params).slug);
  if (!pattern) return missingMetadata;
  return metadataOf({
    title: pattern.title,
    description: patternExcerpt(pattern, 200),
    canonical: paths.pattern(pattern.slug),
  });
}

export default async function PatternPage({ params }: Props) {
  const { slug } = await params;
  tagPage("incidents");
  const pattern = await patternAt(slug);
  if (!pattern) return <NothingHere slug={slug} />;
  const [texts, incidents, shared, links] = await Promise.all([
    pageTexts({ texts: [], story: pattern.bodyHtml }),
    incidentsOfPattern(slug),
    classesOfPattern(slug, 12),
    linksTo(slug),
  ]);

  return (
    <Shell section="patterns">
      <div className="page with-margin">
        <div>
          <PrintedAddress path={paths.pattern(slug)} />
          <p className="eyebrow">
            <a className="quiet" href={paths.patterns()}>
              Pattern
            </a>
            <span>{incidents.length} incidents</span>
          </p>
          <h1 className="title mt-2 mb-5">{pattern.title}</h1>
          <Words as="div" className="prose" html={texts.story} />
          <Section id="incidents" title="Incidents that show it" className="mt-12">
            <IncidentList incidents={incidents} />
          </Section>
          <TermNotes terms={texts.terms} />
        </div>
        <aside className="margin" aria-label="About this pattern">
          {shared.length > 0 && (
            <section aria-labelledby="shared">
              <h2 id="shared" className="label">
                Classes they share
              </h2>
              <CountBars
                rows={shared.map((one) => ({
                  key: one.slug,
                  name: one.name,
                  href: paths.failureClass(one.slug),
                  count: one.incidents,
                }))}
                most={incidents.length}
              />
              <p className="mt-2 text-fine text-faint">
                How many of these {incidents.length} incidents name the class.
              </p>
            </section>
          )}
          <Backlinks links={links} />
        </aside>
      </div>
    </Shell>
  );
}
