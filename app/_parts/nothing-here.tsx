import { sayNotFound } from "#app/page-tags";
import { paths } from "#app/paths";
import { nearest } from "#knowledge/text/nearest";

import { nearestThings } from "./known-slugs";
import { Missing } from "./missing";

interface Near {
  readonly slug: string;
  readonly href: string;
  readonly name: string;
}

interface Props {
  /** The slug that was asked for. */
  readonly slug: string;
  /** Pages to suggest from; without them, everything of the one name space. */
  readonly among?: readonly Near[];
}

/** The page for a slug that names nothing: answered with 404, with the pages whose slug is nearest. */
export async function NothingHere({ slug, among }: Props) {
  sayNotFound();
  return <Missing near={among ? nearestOf(slug, among) : await nearestPages(slug)} />;
}

/** How many pages are suggested. */
const suggestions = 5;

function nearestOf(slug: string, among: readonly Near[]): Near[] {
  const bySlug = new Map(among.map((page) => [page.slug, page]));
  return nearest(slug, bySlug.keys(), suggestions).flatMap((name) => bySlug.get(name) ?? []);
}

async function nearestPages(slug: string): Promise<Near[]> {
  const things = await nearestThings(slug, suggestions);
  return things.map((thing) => ({
    slug: thing.slug,
    href: paths.named(thing.kind, thing.slug),
    name: thing.title,
  }));
}
