import { nearestThings } from "#app/_parts/known-slugs";
import { tagPage } from "#app/page-tags";
import { absolute, paths } from "#app/paths";
import { findElsewhere } from "#knowledge/incident/incident.store";

import { missingAnswer, movedAnswer, plainAnswer } from "./answers";

/**
 * What a twin answers when the reader can read no incident of this slug: the way to the incident's
 * new slug (308), that it was withdrawn (410), or that there is none, with the nearest names (404).
 * `twin` is the twin's own path for a slug. What members alone may read is not there for visitors.
 */
export async function absentIncident(
  slug: string,
  twin: (slug: string) => string,
): Promise<Response> {
  const elsewhere = await findElsewhere(slug);
  switch (elsewhere.kind) {
    case "moved":
      tagPage(`incident:${slug}`, `incident:${elsewhere.slug}`);
      return movedAnswer(twin(elsewhere.slug));
    case "archived":
      return plainAnswer(
        `This incident was withdrawn and can no longer be read here. Its page says so too: ${absolute(paths.incident(elsewhere.slug))}`,
        410,
      );
    case "nowhere":
      return missingAnswer("incident", await nearestTwins(slug, "incident", twin));
  }
}

/** What a twin answers when there is no failure class of this slug. */
export async function absentClass(slug: string, twin: (slug: string) => string): Promise<Response> {
  return missingAnswer("failure class", await nearestTwins(slug, "class", twin));
}

async function nearestTwins(
  slug: string,
  kind: "incident" | "class",
  twin: (slug: string) => string,
): Promise<string[]> {
  const near = await nearestThings(slug, 3, kind);
  return near.map((thing) => absolute(twin(thing.slug)));
}
