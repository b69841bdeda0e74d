import type { Metadata } from "next";

import { answerQuery } from "#app/_parts/search/answer-query";
import { SearchView } from "#app/_parts/search/search-view";
import { Shell } from "#app/_parts/shell";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { searchParametersOf, type PageParameters } from "#app/search-parameters";
import { readQuery, writeQuery } from "#knowledge/search/query";

interface Props {
  readonly searchParams: PageParameters;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = readQuery(await searchParametersOf(searchParams));
  return metadataOf({
    title: query.q === "" ? "Incidents" : `Incidents: ${query.q}`,
    description:
      "Public incidents and outages, by failure class, organisation, sector, severity and year.",
    canonical: paths.incidents(writeQuery(query)),
  });
}

/** The list of incidents: the same question as the search, answered without factors and script. */
export default async function IncidentsPage({ searchParams }: Props) {
  tagPage("incidents");
  const answer = await answerQuery(readQuery(await searchParametersOf(searchParams)), "incidents");
  return (
    <Shell section="incidents">
      <div className="page">
        <h1 className="title">Incidents</h1>
        <SearchView answer={answer} place="incidents" />
      </div>
    </Shell>
  );
}
