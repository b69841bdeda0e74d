import type { ClassPage } from "./taxonomy.store";

/** What a class's twins say of a factor; the incident store's lines have it and more. */
export interface FactorOfClass {
  readonly incident: { readonly slug: string; readonly title: string; readonly started: string };
  readonly id: string;
  readonly role: string;
  readonly standing: string;
  readonly statement: string;
}

/** An incident with those of its factors that a class was given to. */
export interface IncidentOfClass<Factor extends FactorOfClass> {
  readonly incident: Factor["incident"];
  readonly factors: readonly Factor[];
}

/** Factors gathered by incident, both in the order in which they come. */
export function byIncident<Factor extends FactorOfClass>(
  factors: readonly Factor[],
): IncidentOfClass<Factor>[] {
  const groups = new Map<string, { incident: Factor["incident"]; factors: Factor[] }>();
  for (const factor of factors) {
    const { incident } = factor;
    const group = groups.get(incident.slug);
    if (group) group.factors.push(factor);
    else groups.set(incident.slug, { incident, factors: [factor] });
  }
  return [...groups.values()];
}

/** The `.json` twin of a class: what it means, and every factor that it was given to. */
export function classJson(page: ClassPage, factors: readonly FactorOfClass[]) {
  const { slug, name, family, means, not, aka } = page;
  const incidents = byIncident(factors).map(({ incident, factors: its }) => ({
    slug: incident.slug,
    title: incident.title,
    started: incident.started,
    factors: its.map(({ id, role, standing, statement }) => ({ id, role, standing, statement })),
  }));
  return { slug, name, family, means, not, aka, incidents };
}
