import { tallyInWords } from "#app/_parts/claim-tally";
import { patternExcerpt } from "#app/_parts/pattern-excerpt";
import { paths } from "#app/paths";
import type { ClaimLine } from "#knowledge/incident/incident.store";
import type { PatternLine, ReadingListLine } from "#knowledge/library/shelf.store";
import { plainText } from "#knowledge/text/plain";

/** What several incidents show side by side. */
export function Patterns({ patterns }: { patterns: readonly PatternLine[] }) {
  return (
    <section aria-labelledby="patterns">
      <h2 id="patterns" className="label">
        Patterns
      </h2>
      <ul className="home-list">
        {patterns.map((pattern) => (
          <li key={pattern.slug}>
            <h3>
              <a className="quiet" href={paths.pattern(pattern.slug)}>
                {pattern.title}
              </a>
            </h3>
            <p>
              {pattern.incidents} incidents. {patternExcerpt(pattern, 140)}
            </p>
          </li>
        ))}
      </ul>
      <p className="home-more">
        <a href={paths.patterns()}>All patterns</a>
      </p>
    </section>
  );
}

interface ContestedProps {
  readonly claims: readonly ClaimLine[];
  /** How many claims are contested or open in all. */
  readonly unsettled: number;
}

/** Claims on which the sources still disagree. */
export function Contested({ claims, unsettled }: ContestedProps) {
  return (
    <section aria-labelledby="contested">
      <h2 id="contested" className="label">
        Still contested
      </h2>
      <ul className="home-list">
        {claims.map(({ id, statement, incident, positions }) => (
          <li key={`${incident.slug} ${id}`}>
            <h3>
              <a className="quiet" href={paths.incidentClaim(incident.slug, id)}>
                {plainText(statement)}
              </a>
            </h3>
            <p>
              {tallyInWords(positions)} · {incident.title}
            </p>
          </li>
        ))}
      </ul>
      <p className="home-more">
        <a href={paths.claims()}>All {unsettled} that are contested or open</a>
      </p>
    </section>
  );
}

/** Reading lists. */
export function Readings({ lists }: { lists: readonly ReadingListLine[] }) {
  if (lists.length === 0) return null;
  return (
    <section aria-labelledby="readings">
      <h2 id="readings" className="label">
        Reading
      </h2>
      <ul className="home-list">
        {lists.map(({ slug, newsletter, issue, items }) => (
          <li key={slug}>
            <h3>
              <a className="quiet" href={paths.reading(slug)}>
                {newsletter} {issue}
              </a>
            </h3>
            <p>{items} articles, with the incidents and classes they speak of</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
