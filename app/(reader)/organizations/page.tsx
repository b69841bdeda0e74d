import type { Metadata } from "next";

import { NameIndex, type IndexEntry } from "#app/_parts/name-index";
import { Shell } from "#app/_parts/shell";
import { Section } from "#app/_ui/section";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import {
  countSectors,
  findOrganizations,
  type OrganizationLine,
} from "#knowledge/incident/directory.store";
import { sectorNames } from "#knowledge/incident/vocabulary-words";

export function generateMetadata(): Metadata {
  return metadataOf({
    title: "Organisations",
    description: "The organisations and sectors to which the incidents here happened.",
    canonical: paths.organizations(),
  });
}

export default async function OrganizationsPage() {
  tagPage("incidents");
  const [organizations, sectors] = await Promise.all([findOrganizations(), countSectors()]);
  return (
    <Shell>
      <div className="page">
        <h1 className="title">Organisations</h1>
        <p className="lede mt-3">
          To whom it happened, with how many incidents. An organisation that publishes its incidents
          has more of them here; that says more of its openness than of its systems.
        </p>
        <div className="mt-8">
          <NameIndex entries={tree(organizations, null)} />
        </div>
        <Section id="sectors" title="Sectors" className="mt-14">
          <NameIndex
            entries={sectors.map(({ sector, incidents }) => ({
              slug: sector,
              name: sectorNames[sector],
              href: paths.sector(sector),
              incidents,
            }))}
          />
        </Section>
      </div>
    </Shell>
  );
}

function tree(organizations: readonly OrganizationLine[], parent: string | null): IndexEntry[] {
  return organizations
    .filter(({ parentSlug }) => parentSlug === parent)
    .map(({ slug, name, incidents }) => ({
      slug,
      name,
      href: paths.organization(slug),
      incidents,
      parts: tree(organizations, slug),
    }));
}
