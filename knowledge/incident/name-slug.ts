import { createHash } from "node:crypto";

import { slugOf } from "#knowledge/text/slug-of";

const size = { words: 12, characters: 80 };

// What slugs are made of where there is no Latin letter or digit.
const nothing = "text";

/**
 * The address of a product: two spellings that fold to one slug are one product; a name without
 * Latin letters is told apart by a digest of it.
 */
export function productSlug(name: string): string {
  const slug = slugOf(name, new Set(), size);
  return hasNoLatin(name, slug) && /[\p{L}\p{N}]/u.test(name) ? `product-${digestOf(name)}` : slug;
}

/**
 * The address of an organisation that came with a publication, which its name alone decides: it is the
 * same whenever the name comes again, and no other name ever has it. Names of Latin letters, digits
 * and spaces are their own address; others are told apart by a digest, never by a number, which
 * would tell readers of one that they may not know.
 */
export function organizationSlug(name: string): string {
  const slug = slugOf(name, new Set(), { words: 12, characters: 60 });
  const isPlain = /^[a-z0-9]+( [a-z0-9]+)*$/i.test(name) && slug.length === name.length;
  return isPlain ? slug : digestedSlug(name);
}

/** The same for a name whose own address something else has already. */
export function digestedSlug(name: string): string {
  const slug = slugOf(name, new Set(), { words: 12, characters: 60 });
  return `${hasNoLatin(name, slug) ? "organization" : slug}-${digestOf(name)}`;
}

function hasNoLatin(name: string, slug: string): boolean {
  return slug === nothing && !/text/i.test(name);
}

function digestOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 8);
}
