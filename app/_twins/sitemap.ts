import { absolute, paths } from "#app/paths";
import { publicPages, type PublicPage } from "#knowledge/library/sitemap.store";
import { element, xmlDocument } from "#knowledge/text/xml";

/** Most addresses in one file (https://www.sitemaps.org/protocol.html). */
export const addressesPerPart = 50_000;

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

export const sitemapPath = "/sitemap.xml";

/** A part lies beside its index, since a file may only name addresses at or below its own folder. */
const sitemapPartPath = (part: number) => `/sitemap-${part}.xml`;

interface SitemapAddress {
  readonly location: string;
  readonly changedAt: Date | null;
}

/** The address of every page that there is for the reader: the lists, then what has a slug. */
export async function publicAddresses(): Promise<SitemapAddress[]> {
  const pages = await publicPages();
  const lists = [
    paths.home(),
    paths.incidents(),
    paths.failureClasses(),
    paths.patterns(),
    paths.claims(),
    paths.organizations(),
    paths.products(),
    paths.sources(),
    paths.readings(),
    paths.glossary(),
  ];
  return [
    ...lists.map((path) => ({ location: absolute(path), changedAt: null })),
    ...pages.map((page) => ({ location: absolute(pathOf(page)), changedAt: page.changedAt })),
  ];
}

function pathOf({ kind, slug }: PublicPage): string {
  switch (kind) {
    case "incident":
    case "class":
    case "pattern":
    case "term":
    case "reading-list":
      return paths.named(kind, slug);
    case "organization":
      return paths.organization(slug);
    case "product":
      return paths.product(slug);
    case "sector":
      return paths.sector(slug);
    case "source":
      return paths.source(slug);
  }
}

/** The addresses themselves when one file can hold them, else the index of the parts that do. */
export function sitemap(addresses: readonly SitemapAddress[]): string {
  const parts = Math.ceil(addresses.length / addressesPerPart);
  if (parts <= 1) return addressList(addresses);
  const entries = Array.from({ length: parts }, (_, index) =>
    element("sitemap", {}, [element("loc", {}, [absolute(sitemapPartPath(index + 1))])]),
  );
  return xmlDocument(element("sitemapindex", { xmlns: namespace }, entries));
}

/** One part, counted from 1; null when there is none of this number. */
export function sitemapPart(addresses: readonly SitemapAddress[], part: number): string | null {
  const first = (part - 1) * addressesPerPart;
  const held = addresses.slice(first, first + addressesPerPart);
  return held.length === 0 ? null : addressList(held);
}

function addressList(addresses: readonly SitemapAddress[]): string {
  const entries = addresses.map(({ location, changedAt }) =>
    element("url", {}, [
      element("loc", {}, [location]),
      ...(changedAt ? [element("lastmod", {}, [changedAt.toISOString()])] : []),
    ]),
  );
  return xmlDocument(element("urlset", { xmlns: namespace }, entries));
}
