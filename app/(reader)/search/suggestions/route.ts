import type { Suggestions } from "#app/_script/suggested";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { privateHeaders } from "#app/private-answer";
import { suggestNames, type Suggestion } from "#knowledge/search/suggesting";

import { endingsOf } from "./endings";

export const dynamic = "force-dynamic";

/** What one can search by that is called as the words of `q`, or as the last of them. */
export async function GET(request: Request): Promise<Response> {
  tagPage("incidents");
  const words = new URL(request.url).searchParams.get("q") ?? "";
  const found: Suggestions = await suggestionsFor(words);
  return Response.json(found, { headers: privateHeaders() });
}

async function suggestionsFor(words: string): Promise<Suggestions> {
  for (const typed of endingsOf(words)) {
    const named = await suggestNames(typed);
    if (named.length === 0) continue;
    return {
      suggestions: named.map((one) => ({
        kind: one.kind,
        slug: one.slug,
        name: one.name,
        alias: one.alias,
        incidents: one.incidents,
        href: addressOf(one),
      })),
      typed,
    };
  }
  return { suggestions: [], typed: "" };
}

function addressOf({ kind, slug }: Suggestion): string {
  switch (kind) {
    case "class":
      return paths.search({ class: slug });
    case "organization":
      return paths.search({ org: slug });
    case "product":
      return paths.search({ product: slug });
    case "term":
      return paths.term(slug);
  }
}
