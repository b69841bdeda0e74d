import { searchAnswer } from "#app/_api/searching";
import { jsonAnswer } from "#app/_twins/answers";
import { withinTime } from "#app/_twins/within-time";
import { tagPage } from "#app/page-tags";
import { readQuery, resultsPerPage } from "#knowledge/search/query";

export const dynamic = "force-dynamic";

/** A page of search results, as the API answers it. */
export async function GET(request: Request): Promise<Response> {
  tagPage("incidents");
  const query = readQuery(new URL(request.url).searchParams);
  return withinTime(async () =>
    jsonAnswer(await searchAnswer({ query, limit: resultsPerPage, cursor: null })),
  );
}
