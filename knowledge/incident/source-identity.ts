import { createHash } from "node:crypto";

import { slugOf } from "#knowledge/text/slug-of";

import type { Citation } from "./document";

/**
 * What makes two citations in different documents the same source: the address, with scheme, `www.`,
 * trailing slash, fragment and tracking parameters put aside; and the title besides, where one
 * document gives several sources one address. Without an address: the document and the row's id.
 */
interface SourceIdentity {
  /** SHA-256 (hex) of the identity; unique. */
  readonly hash: string;
  /** The last part of `/sources/<slug>`: the publisher and eight hex digits, for ever. */
  readonly slug: string;
}

const tracking = /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi)$/;

/** An address as it is compared; the input itself where it is no address. */
function comparedAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, searchParams } = new URL(url);
  for (const name of Array.from(searchParams.keys())) {
    if (tracking.test(name)) searchParams.delete(name);
  }
  const query = searchParams.toString();
  return `${host.replace(/^www\./, "")}${pathname.replace(/\/+$/, "")}${query === "" ? "" : `?${query}`}`;
}

/** The identity of each of a document's citations, by the citation's id. */
export function identifySources(
  documentSlug: string,
  citations: readonly Citation[],
): Map<string, SourceIdentity> {
  const uses = new Map<string, number>();
  for (const { url } of citations) {
    if (url) uses.set(comparedAddress(url), (uses.get(comparedAddress(url)) ?? 0) + 1);
  }
  return new Map(
    citations.map((citation) => {
      const shared = citation.url && (uses.get(comparedAddress(citation.url)) ?? 0) > 1;
      return [citation.id, identify(documentSlug, citation, Boolean(shared))];
    }),
  );
}

function identify(
  documentSlug: string,
  citation: Citation,
  sharesAddress: boolean,
): SourceIdentity {
  const { url, title, id } = citation;
  const identity = url
    ? [comparedAddress(url), ...(sharesAddress ? [title] : [])]
    : [documentSlug, id];
  const hash = createHash("sha256").update(identity.join("\n")).digest("hex");
  return { hash, slug: `${publisherPart(citation)}-${hash.slice(0, 8)}` };
}

function publisherPart({ publisher, url }: Citation): string {
  const host = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "source";
  return slugOf(publisher ?? host) || "source";
}
