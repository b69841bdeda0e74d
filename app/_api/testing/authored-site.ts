import { authoredLibrary } from "#knowledge/library/testing/authored-library";
import type { Member } from "#knowledge/people/actor";
import { settleSite } from "#knowledge/people/testing/settled-site";

import { browserOf } from "./browser";

/** The small library of `authoredLibrary`, and members of it who are signed in. */
export async function authoredSite(fresh: Parameters<typeof authoredLibrary>[0]) {
  const library = await authoredLibrary(fresh);
  settleSite();
  const cookies = new Map<string, string>();
  for (const member of [library.ann, library.bob, library.ed, library.eve]) {
    cookies.set(member.id, await browserOf(member));
  }
  return {
    ...library,
    /** What the browser of Ann, Bob, Ed or Eve sends along. */
    cookieOf: ({ id }: Member) => cookies.get(id) ?? "",
  };
}
