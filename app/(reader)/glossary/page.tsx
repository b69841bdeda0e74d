import type { Metadata } from "next";

import { Shell } from "#app/_parts/shell";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { findTerms, type TermLine } from "#knowledge/taxonomy/taxonomy.store";

export function generateMetadata(): Metadata {
  return metadataOf({
    title: "Glossary",
    description: "Terms that a reader of incident accounts needs, explained.",
    canonical: paths.glossary(),
  });
}

export default async function GlossaryPage() {
  tagPage("incidents");
  const terms = await findTerms();
  return (
    <Shell>
      <div className="page">
        <h1 className="title">Glossary</h1>
        <p className="lede mt-3">
          {terms.length} terms that a reader of incident accounts needs. Each is marked once on a
          page, where the page first uses it.
        </p>
        <div className="letters">
          {[...byLetter(terms)].map(([letter, own]) => (
            <section key={letter} aria-labelledby={`letter-${letter}`}>
              <h2 id={`letter-${letter}`}>{letter}</h2>
              <dl>
                {own.map(({ slug, name, aka, means }) => (
                  <div key={slug} id={slug}>
                    <dt>
                      <a className="quiet" href={paths.term(slug)}>
                        {name}
                      </a>
                      {aka.length > 0 && <span>{aka.join(", ")}</span>}
                    </dt>
                    <dd>{means}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </Shell>
  );
}

function byLetter(terms: readonly TermLine[]): Map<string, TermLine[]> {
  const letters = new Map<string, TermLine[]>();
  for (const term of terms) {
    const letter = term.name.charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), term]);
  }
  return letters;
}
