import { z } from "zod";

import { distinct, line } from "#knowledge/text/fields";
import { Slug } from "#knowledge/text/slug";
import { readYaml } from "#knowledge/text/yaml-source";

/** An organisation that incidents name; documents use exactly its `name`. */
export const Organization = z.strictObject({
  slug: Slug,
  name: line(200),
  aka: distinct(line(200)),
  /** The slug of the organisation that this one is a part of. */
  partOf: Slug.optional(),
});

export type Organization = z.infer<typeof Organization>;

/** Reads `organizations.yaml`, a list; all its faults at once. */
export function readOrganizations(source: string, file: string) {
  return readYaml(source, file, z.array(Organization));
}

/** Every name and every other name, with the name that documents use. A name wins over another's alias. */
export function namesOfOrganizations(organizations: readonly Organization[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { name, aka } of organizations) for (const other of aka) names.set(other, name);
  for (const { name } of organizations) names.set(name, name);
  return names;
}
