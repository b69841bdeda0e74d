import { xmlAnswer } from "#app/_twins/answers";
import { searchFeed } from "#app/_twins/search-feed";
import { withinTime } from "#app/_twins/within-time";
import { tagPage } from "#app/page-tags";
import { atomFeed } from "#knowledge/library/feed";
import { readQuery } from "#knowledge/search/query";

export const dynamic = "force-dynamic";

/** What is new among the incidents that a search finds, as Atom. */
export async function GET(request: Request): Promise<Response> {
  tagPage("incidents");
  const query = readQuery(new URL(request.url).searchParams);
  return withinTime(async () =>
    xmlAnswer(atomFeed(await searchFeed(query)), "application/atom+xml"),
  );
}
