import { tableAnswer } from "#app/_twins/answers";
import { factorTable, incidentTable } from "#app/_twins/search-csv";
import { withinTime } from "#app/_twins/within-time";
import { tagPage } from "#app/page-tags";
import { readQuery } from "#knowledge/search/query";

export const dynamic = "force-dynamic";

/** All that a search finds, as a table for a spreadsheet: incidents, or with `rows=factors` factors. */
export async function GET(request: Request): Promise<Response> {
  tagPage("incidents");
  const parameters = new URL(request.url).searchParams;
  const table = parameters.getAll("rows").at(-1) === "factors" ? factorTable : incidentTable;
  return withinTime(async () => tableAnswer(await table(readQuery(parameters))));
}
