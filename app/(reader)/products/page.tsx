import type { Metadata } from "next";

import { NameIndex } from "#app/_parts/name-index";
import { Shell } from "#app/_parts/shell";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { findProducts } from "#knowledge/incident/directory.store";

export function generateMetadata(): Metadata {
  return metadataOf({
    title: "Products",
    description: "The products and systems that the incidents here happened to or in.",
    canonical: paths.products(),
  });
}

export default async function ProductsPage() {
  tagPage("incidents");
  const products = await findProducts();
  return (
    <Shell>
      <div className="page">
        <h1 className="title">Products</h1>
        <p className="lede mt-3">
          {products.length} products and systems that incidents here happened to or in, with how
          many incidents name each.
        </p>
        <div className="mt-8">
          <NameIndex
            entries={products.map(({ slug, name, incidents }) => ({
              slug,
              name,
              incidents,
              href: paths.product(slug),
            }))}
          />
        </div>
      </div>
    </Shell>
  );
}
