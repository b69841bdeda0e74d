import type { IncidentRecord } from "#knowledge/incident/document";
import { Role } from "#knowledge/incident/vocabulary";

/** A class that several of the compared incidents name. */
interface SharedClass {
  readonly slug: string;
  /** Its roles in each incident, in their order; none where the incident does not name it. */
  readonly roles: readonly (readonly Role[])[];
}

/** The classes that at least two of the records name: what most name first, then as they come. */
export function sharedClasses(records: readonly IncidentRecord[]): SharedClass[] {
  const slugs = new Set(
    records.flatMap(({ factors }) => factors.flatMap(({ classes }) => classes)),
  );
  return [...slugs]
    .map((slug) => ({ slug, roles: records.map((record) => rolesOf(record, slug)) }))
    .filter(({ roles }) => namedBy(roles) > 1)
    .toSorted((a, b) => namedBy(b.roles) - namedBy(a.roles));
}

function rolesOf({ factors }: IncidentRecord, slug: string): Role[] {
  return Role.options.filter((role) =>
    factors.some((factor) => factor.role === role && factor.classes.includes(slug)),
  );
}

function namedBy(roles: readonly (readonly Role[])[]): number {
  return roles.filter((one) => one.length > 0).length;
}
