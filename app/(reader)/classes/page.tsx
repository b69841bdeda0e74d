import type { Metadata } from "next";

import { ClassMap, RoleChoice, rolesOnMap, type RoleOnMap } from "#app/_parts/class-map";
import { Shell } from "#app/_parts/shell";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { searchParametersOf, type PageParameters } from "#app/search-parameters";
import { countIncidentsByClass } from "#knowledge/incident/class-count.store";
import { roleMeanings } from "#knowledge/incident/vocabulary";
import { findFamilies } from "#knowledge/taxonomy/taxonomy.store";

interface Props {
  readonly searchParams: PageParameters;
}

async function roleAsked(searchParams: PageParameters): Promise<RoleOnMap | null> {
  const asked = (await searchParametersOf(searchParams)).get("role");
  return rolesOnMap.find((role) => role === asked) ?? null;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const role = await roleAsked(searchParams);
  return metadataOf({
    title: role === null ? "Failure classes" : `Failure classes as ${role}`,
    description: "The map of failure classes: what contributed to incidents, and how often.",
    canonical: paths.failureClasses(role ?? undefined),
  });
}

export default async function ClassesPage({ searchParams }: Props) {
  tagPage("incidents");
  const role = await roleAsked(searchParams);
  const [families, order, counts] = await Promise.all([
    findFamilies(),
    countIncidentsByClass(null),
    countIncidentsByClass(role),
  ]);
  const classes = families.reduce((sum, family) => sum + family.classes.length, 0);

  return (
    <Shell section="classes">
      <div className="page">
        <h1 className="title">Failure classes</h1>
        <p className="lede mt-3">
          {classes} ways in which something contributed to an incident, in {families.length}{" "}
          families. Shade and figure say how many incidents name the class
          {role === null ? "." : ` as ${role}: ${lowerFirst(roleMeanings[role])}`}
        </p>
        <div className="mt-6 mb-5">
          <RoleChoice inRole={role} />
        </div>
        <ClassMap families={families} order={order} counts={counts} inRole={role} heading="h2" />
      </div>
    </Shell>
  );
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
