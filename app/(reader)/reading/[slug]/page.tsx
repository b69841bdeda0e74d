import type { Metadata } from "next";
import { cache } from "react";

import { Backlinks } from "#app/_parts/backlinks";
import { Day } from "#app/_parts/day";
import { NothingHere } from "#app/_parts/nothing-here";
import { Shell } from "#app/_parts/shell";
import { metadataOf, missingMetadata } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { linksTo } from "#knowledge/incident/link.store";
import { findReadingList, readingItems, type ReadingItem } from "#knowledge/library/shelf.store";
import { plainText } from "#knowledge/text/plain";

interface Props {
  readonly params: Promise<{ slug: string }>;
}

const listAt = cache(findReadingList);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const list = await listAt((await params).slug);
  if (!list) return missingMetadata;
  const { slug, newsletter, issue, items } = list;
  return metadataOf({
    title: `${newsletter} ${issue}`,
    description: `${items} articles from ${newsletter} issue ${issue}, with the incidents and failure classes they speak of.`,
    canonical: paths.reading(slug),
  });
}

export default async function ReadingListPage({ params }: Props) {
  const { slug } = await params;
  tagPage("incidents");
  const list = await listAt(slug);
  if (!list) return <NothingHere slug={slug} />;
  const [items, links] = await Promise.all([readingItems(slug), linksTo(slug)]);

  return (
    <Shell section="reading">
      <div className="page">
        <p className="eyebrow">
          <a className="quiet" href={paths.readings()}>
            Reading
          </a>
          <Day moment={list.updated} />
        </p>
        <h1 className="title mt-2">
          {list.newsletter} {list.issue}
        </h1>
        <p className="lede mt-3">
          {items.length} articles that the issue pointed to, with what each adds.
        </p>
        <ol className="reading-items">
          {items.map((item) => (
            <Item key={item.position} item={item} />
          ))}
        </ol>
        {links.length > 0 && (
          <div className="mt-12 max-w-[40rem]">
            <Backlinks links={links} />
          </div>
        )}
      </div>
    </Shell>
  );
}

function Item({ item }: { item: ReadingItem }) {
  const { position, title, titleIsOurs, author, publisher, url, about } = item;
  return (
    <li id={`item-${position + 1}`}>
      <div>
        <h2 className="subhead">
          {url === null ? (
            title
          ) : (
            <a href={url} rel="noopener">
              {title}
            </a>
          )}
        </h2>
        <p className="eyebrow">
          {[...new Set([author, publisher])].filter(Boolean).map((name) => (
            <span key={name}>{name}</span>
          ))}
          {titleIsOurs && <span>the title is ours; the newsletter gives none</span>}
          {url === null && <span>no address given</span>}
        </p>
        <p className="serif">{plainText(about)}</p>
      </div>
      <div className="reading-links">
        {item.incidents.length > 0 && (
          <ul>
            {item.incidents.map((incident) => (
              <li key={incident.slug}>
                <a className="quiet" href={paths.incident(incident.slug)}>
                  {incident.title}
                </a>
              </li>
            ))}
          </ul>
        )}
        {item.classes.length > 0 && (
          <ul className="flex flex-wrap gap-1.5">
            {item.classes.map((one) => (
              <li key={one.slug}>
                <a className="chip" href={paths.failureClass(one.slug)}>
                  {one.name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
