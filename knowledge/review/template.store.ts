import { z } from "zod";

import { rowOrNull, rows, type Connection } from "#knowledge/database/query";

const folder = "templates/";

const TemplateFile = z.object({ slug: z.string(), source: z.string() });
export type TemplateFile = z.infer<typeof TemplateFile>;

const columns = `substr("name", ${folder.length + 1}, length("name") - ${folder.length + ".md".length}) AS "slug", "source"`;

/** The templates as they were last imported, by slug. */
export async function templateFiles(): Promise<TemplateFile[]> {
  return rows(
    TemplateFile,
    `SELECT ${columns} FROM "ContentFile" WHERE "name" LIKE '${folder}%.md' ORDER BY 1`,
  );
}

/** One template's file; null where there is none of this slug. */
export async function templateFile(
  slug: string,
  connection?: Connection,
): Promise<TemplateFile | null> {
  return rowOrNull(
    TemplateFile,
    `SELECT ${columns} FROM "ContentFile" WHERE "name" = '${folder}' || $1 || '.md'`,
    [slug],
    connection,
  );
}
