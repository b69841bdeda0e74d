import { createHash } from "node:crypto";

import { slugOf } from "#knowledge/text/slug-of";

/**
 * The address of a product. Products are known by name only, so two spellings that fold to one slug
 * are one product; a name without Latin letters is told apart by a digest of it.
 */
export function productSlug(name: string): string {
  const slug = slugOf(name, new Set(), { words: 12, characters: 80 });
  const isFolded = /[\p{L}\p{N}]/u.test(name) && slug === "text" && !/text/i.test(name);
  return isFolded ? `product-${createHash("sha256").update(name).digest("hex").slice(0, 8)}` : slug;
}
