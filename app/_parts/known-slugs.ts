import { allReadableSlugs, namesOf, type NamedThing } from "#knowledge/incident/link.store";
import { perAudience } from "#knowledge/people/audience";
import { nearest } from "#knowledge/text/nearest";

type KnownSlug = Pick<NamedThing, "slug" | "kind">;

/** Milliseconds for which the slugs are remembered: wrong addresses often come in swarms. */
const memory = 60_000;

/** What `read` gave less than a minute ago, else what it gives now. A failure is not remembered. */
export function rememberedSlugs(
  read: () => Promise<readonly KnownSlug[]>,
  now: () => number = Date.now,
): () => Promise<readonly KnownSlug[]> {
  let last: { readonly at: number; readonly slugs: Promise<readonly KnownSlug[]> } | null = null;
  return () => {
    if (last && now() - last.at < memory) return last.slugs;
    // Titles are left behind: they may take ten times the room, and what they say may change.
    const slugs = read().then((things) => things.map(({ slug, kind }) => ({ slug, kind })));
    const reading = { at: now(), slugs };
    last = reading;
    slugs.catch(() => {
      if (last === reading) last = null;
    });
    return slugs;
  };
}

// Each audience remembers its own: what members alone may read would take a visitor's places.
const knownSlugs = perAudience(() => rememberedSlugs(allReadableSlugs));

/**
 * The things of the one name space, or of one kind, whose slug is nearest to this one, nearest
 * first. Slugs may be a minute old, but each is looked up, so what may no longer be read is not
 * among them.
 */
export async function nearestThings(
  slug: string,
  max: number,
  kind?: NamedThing["kind"],
): Promise<NamedThing[]> {
  const known = (await knownSlugs()()).filter((one) => kind === undefined || one.kind === kind);
  const near = nearest(
    slug,
    known.map((one) => one.slug),
    max,
  );
  const names = await namesOf(near);
  return near.flatMap((one) => names.get(one) ?? []);
}
