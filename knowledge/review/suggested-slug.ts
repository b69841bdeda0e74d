import type { IncidentRecord } from "#knowledge/incident/document";
import type { Slug } from "#knowledge/text/slug";
import { slugOf } from "#knowledge/text/slug-of";

const words = { words: 8, characters: 60 };

const little = new Set(
  "a an and are as at by during for from in into is it its of on or that the their this to was were when where which while with".split(
    " ",
  ),
);

/** The words of a title that tell it from others: not the little ones, nor whose incident it was. */
function tellingWords(title: string, organization: string): string {
  const whose = new Set(organization.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const all = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = all.filter((word) => {
    const small = word.toLowerCase();
    return !little.has(small) && !whose.has(small);
  });
  return telling.join(" ");
}

/** An address for an incident: whose it was, the month in which it began, and words of its title. */
export function suggestedSlug({ organization, started, title }: IncidentRecord): Slug {
  const month = /\d{4}(?:-\d{2})?/.exec(started ?? "")?.[0] ?? "";
  const whose = slugOf(organization[0] ?? "", new Set(), { words: 2, characters: 20 });
  const telling = tellingWords(title ?? "", organization[0] ?? "");
  const what = telling === "" ? "" : slugOf(telling, new Set(), { words: 3, characters: 30 });
  return slugOf([organization.length > 0 ? whose : "", month, what].join(" "), new Set(), words);
}
