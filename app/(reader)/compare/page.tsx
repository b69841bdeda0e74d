import type { Metadata } from "next";
import { cache } from "react";

import { pageTexts } from "#app/_parts/page-texts";
import { PrintedAddress } from "#app/_parts/printed-address";
import { Shell } from "#app/_parts/shell";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { searchParametersOf, type PageParameters } from "#app/search-parameters";
import type { PublishedIncident } from "#knowledge/incident/incident.store";
import { similarIncidents } from "#knowledge/search/similar.store";

import { AddForm } from "./_compare/add-form";
import { compared, readAsked, type Unknown } from "./_compare/asked";
import { Comparison } from "./_compare/comparison";
import { labelOf } from "./_compare/labels";

interface Props {
  readonly searchParams: PageParameters;
}

/** Similar incidents that are offered to be added. */
const offeredToAdd = 5;

// The page and its metadata ask for the same; `cache` compares by the text of the address.
const askedAt = cache((address: string) => readAsked(new URLSearchParams(address)));

async function askedIn(searchParams: PageParameters) {
  return askedAt((await searchParametersOf(searchParams)).toString());
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { incidents } = await askedIn(searchParams);
  const labels = incidents.slice(0, compared.most).map(labelOf);
  return {
    ...metadataOf({
      title:
        labels.length < compared.least ? "Compare incidents" : `Compare: ${labels.join(" · ")}`,
      description: "Incidents side by side: shared failure classes, roles, times and lessons.",
      canonical: paths.compare(incidents.map(({ slug }) => slug)),
    }),
    // Any incidents can be put together, which is no use to a search engine.
    robots: { index: false, follow: false },
  };
}

export default async function ComparePage({ searchParams }: Props) {
  const { incidents: asked, unknown } = await askedIn(searchParams);
  // What names no incident today may do so tomorrow, and mistyped addresses are not worth keeping.
  if (unknown.length === 0) tagPage("incidents");
  const incidents = asked.slice(0, compared.most);
  const beyond = asked.slice(compared.most);
  const slugs = incidents.map(({ slug }) => slug);
  return (
    <Shell section="incidents">
      <article className="page compare">
        <PrintedAddress path={paths.compare(slugs)} />
        <h1 className="title">Compare incidents</h1>
        {unknown.map((one) => (
          <NotKnown key={one.value} {...one} present={slugs} />
        ))}
        {beyond.length > 0 && <TooMany beyond={beyond} />}
        {incidents.length < compared.least ? (
          <TooFew incidents={incidents} />
        ) : (
          <Comparison incidents={incidents} texts={await textsOf(incidents)} />
        )}
        <AddForm present={slugs} offered={await offeredBeside(slugs)} />
      </article>
    </Shell>
  );
}

function textsOf(incidents: readonly PublishedIncident[]) {
  const records = incidents.map(({ record }) => record);
  return pageTexts({
    texts: [],
    slugs: records.flatMap(({ factors }) => factors.flatMap(({ classes }) => classes)),
  });
}

async function offeredBeside(slugs: readonly string[]) {
  const [first] = slugs;
  if (first === undefined || slugs.length >= compared.most) return [];
  const similar = await similarIncidents(first, offeredToAdd + slugs.length);
  return similar.filter(({ slug }) => !slugs.includes(slug)).slice(0, offeredToAdd);
}

function TooFew({ incidents }: { incidents: readonly PublishedIncident[] }) {
  return (
    <>
      <p className="lede mt-4">
        Two to four incidents can stand side by side, role by role, with the failure classes that
        they share.
      </p>
      {incidents.map((incident) => (
        <p key={incident.slug} className="mt-4">
          So far there is only <a href={paths.incident(incident.slug)}>{incident.record.title}</a>.
        </p>
      ))}
      <p className="mt-4">
        Name {incidents.length === 0 ? "one" : "another"} below, or begin from the page of{" "}
        <a href={paths.incidents()}>any incident</a>: its margin leads to a comparison with those
        most like it.
      </p>
    </>
  );
}

function TooMany({ beyond }: { beyond: readonly PublishedIncident[] }) {
  return (
    <p className="remark">
      Four are as many as fit side by side. Left out:{" "}
      {beyond.map(({ slug, record }, at) => (
        <span key={slug}>
          {at > 0 && ", "}
          <a href={paths.incident(slug)}>{record.title}</a>
        </span>
      ))}
      .
    </p>
  );
}

function NotKnown({ value, near, present }: Unknown & { readonly present: readonly string[] }) {
  const others = near.filter(({ slug }) => !present.includes(slug));
  return (
    <div className="remark">
      <p>No incident here is called “{value}”.</p>
      {others.length > 0 && (
        <>
          <p>Perhaps one of these is meant:</p>
          <ul className="compare-near">
            {others.map(({ slug, title }) => (
              <li key={slug}>
                <a rel="nofollow" href={paths.compare([...present, slug])}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
