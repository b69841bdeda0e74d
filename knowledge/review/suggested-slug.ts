import type { IncidentRecord } from "#knowledge/incident/document";
import type { Slug } from "#knowledge/text/slug";
import { slugOf } from "#knowledge/text/slug-of";

const words = { words: 8, characters: 60 };

/** An address for an incident: whose it was, the month in which it began, and words of its title. */
export function suggestedSlug({ organization, started, title }: IncidentRecord): Slug {
  const month = /\d{4}(?:-\d{2})?/.exec(started ?? "")?.[0] ?? "";
  const whose = slugOf(organization[0] ?? "", new Set(), { words: 2, characters: 20 });
  const what = slugOf(title ?? "", new Set(), { words: 3, characters: 30 });
  return slugOf([organization.length > 0 ? whose : "", month, what].join(" "), new Set(), words);
}
