import { jsonAnswer } from "#app/_twins/answers";
import { newIncidentsFeed } from "#app/_twins/new-incidents";
import { tagPage } from "#app/page-tags";
import { jsonFeed } from "#knowledge/library/feed";

export const dynamic = "force-dynamic";

/** What is new, as JSON Feed. */
export async function GET(): Promise<Response> {
  tagPage("incidents");
  return jsonAnswer(jsonFeed(await newIncidentsFeed()), "application/feed+json");
}
