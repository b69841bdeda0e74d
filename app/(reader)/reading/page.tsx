import type { Metadata } from "next";

import { Day } from "#app/_parts/day";
import { Shell } from "#app/_parts/shell";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { findReadingLists } from "#knowledge/library/shelf.store";

export function generateMetadata(): Metadata {
  return metadataOf({
    title: "Reading",
    description: "Articles on incidents, with the incidents and failure classes they speak of.",
    canonical: paths.readings(),
  });
}

export default async function ReadingsPage() {
  tagPage("incidents");
  const lists = await findReadingLists();
  return (
    <Shell section="reading">
      <div className="page">
        <h1 className="title">Reading</h1>
        <p className="lede mt-3">
          Articles worth reading, as newsletters pointed to them, with the incidents and failure
          classes they speak of.
        </p>
        <ul className="pattern-list">
          {lists.map(({ slug, newsletter, issue, updated, items }) => (
            <li key={slug}>
              <h2 className="subhead">
                <a className="quiet" href={paths.reading(slug)}>
                  {newsletter} {issue}
                </a>
              </h2>
              <p className="text-note text-soft">
                {items} articles · <Day moment={updated} />
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Shell>
  );
}
