import type { Metadata } from "next";
import { cache } from "react";

import { IncidentList } from "#app/_parts/incident-list";
import { NothingHere } from "#app/_parts/nothing-here";
import { SharedClasses } from "#app/_parts/shared-classes";
import { Shell } from "#app/_parts/shell";
import { metadataOf, missingMetadata } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import {
  findOrganization,
  findOrganizations,
  type OrganizationPage as Organization,
} from "#knowledge/incident/directory.store";
import { incidentsOfOrganization } from "#knowledge/incident/incident.store";
import { emptyQuery } from "#knowledge/search/query";

interface Props {
  readonly params: Promise<{ slug: string }>;
}

const organizationAt = cache(findOrganization);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const organization = await organizationAt((await params).slug);
  if (!organization) return missingMetadata;
  return metadataOf({
    title: organization.name,
    description: `Public incidents of ${organization.name}, taken apart into their contributing factors.`,
    canonical: paths.organization(organization.slug),
  });
}

export default async function OrganizationPage({ params }: Props) {
  const { slug } = await params;
  tagPage("incidents");
  const organization = await organizationAt(slug);
  if (!organization) return <NothingHere slug={slug} among={await knownOrganizations()} />;
  const incidents = await incidentsOfOrganization(slug);
  const hasParts = organization.parts.length > 0;

  return (
    <Shell>
      <div className="page with-margin">
        <div>
          <p className="eyebrow">
            <a className="quiet" href={paths.organizations()}>
              Organisation
            </a>
            {incidents.length > 0 && (
              <a className="quiet" href={paths.incidents({ org: slug })}>
                {incidents.length} {incidents.length === 1 ? "incident" : "incidents"}
                {hasParts && ", parts included"}
              </a>
            )}
          </p>
          <h1 className="title mt-2 mb-6">{organization.name}</h1>
          {incidents.length === 0 ? (
            <p className="lede">
              No incident of {organization.name} is recorded here. That says nothing of whether
              there were any.
            </p>
          ) : (
            <IncidentList incidents={incidents} heading="h2" />
          )}
        </div>
        <aside className="margin" aria-label="About this organisation">
          <Relations organization={organization} />
          <SharedClasses query={{ ...emptyQuery, org: [slug] }} total={incidents.length} />
        </aside>
      </div>
    </Shell>
  );
}

function Relations({ organization: { aka, parent, parts } }: { organization: Organization }) {
  if (aka.length === 0 && parent === null && parts.length === 0) return null;
  return (
    <dl className="facts">
      {aka.length > 0 && (
        <>
          <dt>Also called</dt>
          <dd>{aka.join(", ")}</dd>
        </>
      )}
      {parent !== null && (
        <>
          <dt>Part of</dt>
          <dd>
            <a href={paths.organization(parent.slug)}>{parent.name}</a>
          </dd>
        </>
      )}
      {parts.length > 0 && (
        <>
          <dt>Parts</dt>
          <dd>
            {parts.map((part, position) => (
              <span key={part.slug}>
                {position > 0 && ", "}
                <a href={paths.organization(part.slug)}>{part.name}</a>
              </span>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

async function knownOrganizations() {
  const organizations = await findOrganizations();
  return organizations.map(({ slug, name }) => ({ slug, name, href: paths.organization(slug) }));
}
