import { sayNotFound } from "#app/page-tags";
import { paths } from "#app/paths";
import { allReadableSlugs } from "#knowledge/incident/link.store";
import { nearest } from "#knowledge/text/nearest";

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
  const candidates = among ?? (await readablePages());
  const bySlug = new Map(candidates.map((page) => [page.slug, page]));
  const near = nearest(slug, bySlug.keys(), 5).flatMap((name) => bySlug.get(name) ?? []);
  return <Missing near={near} />;
}

async function readablePages(): Promise<Near[]> {
  const things = await allReadableSlugs();
  return things.map(({ slug, kind, title }) => ({
    slug,
    href: paths.named(kind, slug),
    name: title,
  }));
}
