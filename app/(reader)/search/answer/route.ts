import { answerQuery } from "#app/_parts/search/answer-query";
import { tagPage } from "#app/page-tags";
import { privateHeaders } from "#app/private-answer";
import { readQuery } from "#knowledge/search/query";

export const dynamic = "force-dynamic";

/** What `/search` shows for the same parameters, for its island. */
export async function GET(request: Request): Promise<Response> {
  tagPage("incidents");
  const answer = await answerQuery(readQuery(new URL(request.url).searchParams), "search");
  return Response.json(answer, { headers: privateHeaders() });
}
