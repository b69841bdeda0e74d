import { xmlAnswer } from "#app/_twins/answers";
import { newIncidentsFeed } from "#app/_twins/new-incidents";
import { tagPage } from "#app/page-tags";
import { atomFeed } from "#knowledge/library/feed";

export const dynamic = "force-dynamic";

/** What is new, as Atom. */
export async function GET(): Promise<Response> {
  tagPage("incidents");
  return xmlAnswer(atomFeed(await newIncidentsFeed()), "application/atom+xml");
}
