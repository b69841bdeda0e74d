import { z } from "zod";

import { distinct, line } from "#knowledge/text/fields";
import { Slug } from "#knowledge/text/slug";
import { readYaml } from "#knowledge/text/yaml-source";
import { writeYamlRows, type YamlGroup, type YamlStyle } from "#knowledge/text/yaml-writing";

import { foldedName, type KnownOrganization } from "./organization-meant";

/** An organisation that incidents name; documents use exactly its `name`. */
export const Organization = z.strictObject({
  slug: Slug,
  name: line(200),
  aka: distinct(line(200)),
  /** The slug of the organisation that this one is a part of. */
  partOf: Slug.optional(),
});

export type Organization = z.infer<typeof Organization>;

/** The file that lists them, in a content folder. */
export const organizationsFile = "organizations.yaml";

/** Reads the file, a list; all its faults at once. */
export function readOrganizations(source: string, file: string) {
  return readYaml(source, file, z.array(Organization));
}

/**
 * Those of the organisations that came with a publication which the file leaves alone: it has neither
 * their address nor their name in any spelling, not even as another name of one.
 */
export function organizationsBeside<
  Brought extends { readonly slug: string; readonly name: string },
>(
  brought: readonly Brought[],
  inFile: readonly (KnownOrganization & { readonly slug: string })[],
): Brought[] {
  const slugs = new Set(inFile.map(({ slug }) => slug));
  const names = new Set(inFile.flatMap(({ name, aka }) => [name, ...aka].map(foldedName)));
  return brought.filter(({ slug, name }) => !slugs.has(slug) && !names.has(foldedName(name)));
}

/** The file with more organisations at its end; all else in it stays as it is written. */
export function withOrganizations(
  source: string,
  added: readonly { readonly slug: string; readonly name: string }[],
): string {
  const rows = added.map(({ slug, name }) => ({ slug, name }));
  const whole = source.trimEnd();
  const longer = (whole === "" ? "" : `${whole}\n`) + writeYamlRows(rows, style);
  const read = readOrganizations(source, organizationsFile);
  if (read.kind === "faulty") return longer;
  const appended = readOrganizations(longer, organizationsFile);
  const isWhole =
    appended.kind === "read" && appended.value.length === read.value.length + rows.length;
  // A list that is written in another way, as between brackets, takes no lines at its end.
  return isWhole ? longer : writeYamlRows([...read.value.map(written), ...rows], style);
}

const style: YamlStyle = { onOneLine: () => true };

function written({ slug, name, aka, partOf }: Organization): YamlGroup {
  return { slug, name, ...(aka.length > 0 && { aka }), ...(partOf !== undefined && { partOf }) };
}

/** Every name and every other name, with the name that documents use. A name wins over another's alias. */
export function namesOfOrganizations(
  organizations: readonly KnownOrganization[],
): Map<string, string> {
  const names = new Map<string, string>();
  for (const { name, aka } of organizations) for (const other of aka) names.set(other, name);
  for (const { name } of organizations) names.set(name, name);
  return names;
}
