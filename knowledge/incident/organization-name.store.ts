import { z } from "zod";

import { rows, type Connection } from "#knowledge/database/query";

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
