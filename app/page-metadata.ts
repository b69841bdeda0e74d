import type { Metadata } from "next";

import { paths } from "#app/paths";

interface Page {
  readonly title: string;
  readonly description: string;
  /** The one path of the page, whatever parameters led to it. */
  readonly canonical: string;
  /** The same content for machines: media type and path. */
  readonly twins?: Readonly<Record<string, string>>;
  /** The path of a feed of the page's own, beside those of the site. */
  readonly feed?: { readonly url: string; readonly title: string };
}

const feeds = {
  "application/atom+xml": [{ url: paths.feedAtom(), title: "Hindsight: new incidents" }],
  "application/feed+json": [{ url: paths.feedJson(), title: "Hindsight: new incidents" }],
};

/** What a page's head says of it. The feeds are named on every page, beside twins of its own. */
export function metadataOf({ title, description, canonical, twins = {}, feed }: Page): Metadata {
  const atom = [...(feed ? [feed] : []), ...feeds["application/atom+xml"]];
  return {
    title,
    description,
    alternates: { canonical, types: { ...feeds, "application/atom+xml": atom, ...twins } },
    openGraph: { title, description, url: canonical, siteName: "Hindsight", type: "website" },
  };
}

/** The head of a page for something that does not exist. */
export const missingMetadata: Metadata = { title: "Not found", robots: { index: false } };

/** The head of the page for an incident that was withdrawn. */
export const withdrawnMetadata: Metadata = { title: "Withdrawn", robots: { index: false } };
