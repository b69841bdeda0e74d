import type { Metadata } from "next";
import { cache } from "react";

import { IncidentList } from "#app/_parts/incident-list";
import { NothingHere } from "#app/_parts/nothing-here";
import { SharedClasses } from "#app/_parts/shared-classes";
import { Shell } from "#app/_parts/shell";
import { metadataOf, missingMetadata } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { findProduct, findProducts } from "#knowledge/incident/directory.store";
import { incidentsOfProduct } from "#knowledge/incident/incident.store";
import { emptyQuery } from "#knowledge/search/query";

interface Props {
  readonly params: Promise<{ slug: string }>;
}

const productAt = cache(findProduct);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const product = await productAt((await params).slug);
  if (!product) return missingMetadata;
  return metadataOf({
    title: product.name,
    description: `Public incidents of ${product.name}, taken apart into their contributing factors.`,
    canonical: paths.product(product.slug),
  });
}

export default async function ProductPage({ params }: Props) {
  const { slug } = await params;
  tagPage("incidents");
  const product = await productAt(slug);
  if (!product) return <NothingHere slug={slug} among={await knownProducts()} />;
  const incidents = await incidentsOfProduct(slug);

  return (
    <Shell>
      <div className="page with-margin">
        <div>
          <p className="eyebrow">
            <a className="quiet" href={paths.products()}>
              Product
            </a>
            <a className="quiet" href={paths.incidents({ product: slug })}>
              {incidents.length} {incidents.length === 1 ? "incident" : "incidents"}
            </a>
          </p>
          <h1 className="title mt-2 mb-6">{product.name}</h1>
          <IncidentList incidents={incidents} heading="h2" />
        </div>
        <aside className="margin" aria-label="About this product">
          <SharedClasses query={{ ...emptyQuery, product: [slug] }} total={incidents.length} />
        </aside>
      </div>
    </Shell>
  );
}

async function knownProducts() {
  const products = await findProducts();
  return products.map(({ slug, name }) => ({ slug, name, href: paths.product(slug) }));
}
