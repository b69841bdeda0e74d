import type { Metadata } from "next";
import { cache } from "react";

import { answerQuery } from "#app/_parts/search/answer-query";
import { titleOf } from "#app/_parts/search/answer-words";
import { SearchIsland } from "#app/_parts/search/search.island";
import { Shell } from "#app/_parts/shell";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { searchParametersOf, type PageParameters } from "#app/search-parameters";
import { readQuery } from "#knowledge/search/query";

interface Props {
  readonly searchParams: PageParameters;
}

// The page and its metadata ask the same; `cache` needs a value that is equal, not only alike.
const answerTo = cache((address: string) =>
  answerQuery(readQuery(new URLSearchParams(address)), "search"),
);

async function answerFor(searchParams: PageParameters) {
  return answerTo((await searchParametersOf(searchParams)).toString());
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const answer = await answerFor(searchParams);
  return metadataOf({
    title: titleOf(answer),
    description:
      "Find incidents by what contributed: the role a factor played, its failure class, several together, and words.",
    canonical: paths.search(answer.parameters),
    twins: {
      "application/json": paths.searchJson(answer.parameters),
      "text/csv": paths.searchCsv(answer.parameters),
    },
    feed: { url: paths.searchAtom(answer.parameters), title: `Hindsight: ${titleOf(answer)}` },
  });
}

export default async function SearchPage({ searchParams }: Props) {
  tagPage("incidents");
  const answer = await answerFor(searchParams);
  return (
    <Shell section="search">
      <div className="page">
        <h1 className="sr-only">Search</h1>
        <SearchIsland answer={answer} />
      </div>
    </Shell>
  );
}
