import type { Metadata } from "next";

import { IncidentList } from "#app/_parts/incident-list";
import { NothingHere } from "#app/_parts/nothing-here";
import { SharedClasses } from "#app/_parts/shared-classes";
import { Shell } from "#app/_parts/shell";
import { metadataOf, missingMetadata } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { incidentsOfSector } from "#knowledge/incident/incident.store";
import { Sector } from "#knowledge/incident/vocabulary";
import { sectorNames } from "#knowledge/incident/vocabulary-words";
import { emptyQuery } from "#knowledge/search/query";

interface Props {
  readonly params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const sector = Sector.safeParse((await params).slug).data;
  if (!sector) return missingMetadata;
  return metadataOf({
    title: `Sector: ${sectorNames[sector]}`,
    description: `Public incidents in the sector ${sectorNames[sector].toLowerCase()}, taken apart into their contributing factors.`,
    canonical: paths.sector(sector),
  });
}

export default async function SectorPage({ params }: Props) {
  const { slug } = await params;
  tagPage("incidents");
  const sector = Sector.safeParse(slug).data;
  if (!sector) return <NothingHere slug={slug} among={knownSectors} />;
  const incidents = await incidentsOfSector(sector);

  return (
    <Shell>
      <div className="page with-margin">
        <div>
          <p className="eyebrow">
            <a className="quiet" href={`${paths.organizations()}#sectors`}>
              Sector
            </a>
            {incidents.length > 0 && (
              <a className="quiet" href={paths.incidents({ sector })}>
                {incidents.length} {incidents.length === 1 ? "incident" : "incidents"}
              </a>
            )}
          </p>
          <h1 className="title mt-2 mb-6">{sectorNames[sector]}</h1>
          {incidents.length === 0 ? (
            <p className="lede">No incident of this sector is recorded here yet.</p>
          ) : (
            <IncidentList incidents={incidents} heading="h2" />
          )}
        </div>
        <aside className="margin" aria-label="About this sector">
          <SharedClasses query={{ ...emptyQuery, sector: [sector] }} total={incidents.length} />
        </aside>
      </div>
    </Shell>
  );
}

const knownSectors = Sector.options.map((sector) => ({
  slug: sector,
  name: sectorNames[sector],
  href: paths.sector(sector),
}));
