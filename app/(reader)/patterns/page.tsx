import type { Metadata } from "next";

import { patternExcerpt } from "#app/_parts/pattern-excerpt";
import { Shell } from "#app/_parts/shell";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { findPatterns } from "#knowledge/library/shelf.store";

export function generateMetadata(): Metadata {
  return metadataOf({
    title: "Patterns",
    description: "What incidents show when they are read side by side.",
    canonical: paths.patterns(),
  });
}

export default async function PatternsPage() {
  tagPage("incidents");
  const patterns = await findPatterns();
  return (
    <Shell section="patterns">
      <div className="page">
        <h1 className="title">Patterns</h1>
        <p className="lede mt-3">
          What incidents show when they are read side by side: the same course of events in
          different systems, with what differed and what can be taken from it.
        </p>
        <ul className="pattern-list">
          {patterns.map((pattern) => (
            <li key={pattern.slug}>
              <h2 className="subhead">
                <a className="quiet" href={paths.pattern(pattern.slug)}>
                  {pattern.title}
                </a>
              </h2>
              <p className="serif">{patternExcerpt(pattern, 240)}</p>
              <p className="text-fine text-faint">{pattern.incidents} incidents</p>
            </li>
          ))}
        </ul>
      </div>
    </Shell>
  );
}
