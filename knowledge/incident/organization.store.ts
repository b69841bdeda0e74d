import { z } from "zod";

import { execute, rows, type Connection } from "#knowledge/database/query";

import { digestedSlug, organizationSlug } from "./name-slug";

const OrganizationName = z.object({ slug: z.string(), name: z.string(), aka: z.array(z.string()) });
export type OrganizationName = z.infer<typeof OrganizationName>;

/** What every organisation of the knowledge base is called, for those who write about one. */
export async function organizationNames(connection?: Connection): Promise<OrganizationName[]> {
  return rows(
    OrganizationName,
    `SELECT "slug", "name", "aka" FROM "Organization" ORDER BY lower("name")`,
    [],
    connection,
  );
}

const Brought = z.object({ slug: z.string(), name: z.string() });

/** Organisations that a publication brought and that `organizations.yaml` does not have, by slug. */
export async function organizationsOfPublications(
  connection: Connection,
): Promise<z.infer<typeof Brought>[]> {
  return rows(
    Brought,
    `SELECT "slug", "name" FROM "Organization" WHERE NOT "isInFile" ORDER BY "slug"`,
    [],
    connection,
  );
}

/** Takes up those of the names that no organisation has; gives these. */
export async function addOrganizations(
  names: readonly string[],
  connection: Connection,
): Promise<string[]> {
  const known = await organizationNames(connection);
  const taken = new Set(known.map(({ slug }) => slug));
  const added = names.filter((name) => known.every((one) => one.name !== name));
  for (const name of added) {
    const own = organizationSlug(name);
    const slug = taken.has(own) ? digestedSlug(name) : own;
    await execute(
      `INSERT INTO "Organization" ("slug", "name", "aka", "isInFile") VALUES ($1, $2, '{}', false)`,
      [slug, name],
      connection,
    );
  }
  return added;
}

/** Lets go of organisations that came with a publication and that no incident names any more. */
export async function removeUnnamedOrganizations(connection: Connection): Promise<void> {
  await execute(
    `DELETE FROM "Organization" o WHERE NOT "isInFile" AND NOT EXISTS
       (SELECT 1 FROM "IncidentOrganization" io WHERE io."organizationSlug" = o."slug")`,
    [],
    connection,
  );
}
