import { countIncidentsByClass } from "#knowledge/incident/class-count.store";
import { findWholeTaxonomy } from "#knowledge/taxonomy/whole-taxonomy.store";

import type { ClassesAnswer } from "./shapes";

/** What `/api/v1/classes` answers. */
export async function classesAnswer(): Promise<ClassesAnswer> {
  const [families, counts] = await Promise.all([findWholeTaxonomy(), countIncidentsByClass(null)]);
  return {
    families: families.map((family) => ({
      ...family,
      classes: family.classes.map((one) => ({ ...one, incidents: counts.get(one.slug) ?? 0 })),
    })),
  };
}
