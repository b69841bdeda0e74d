import type { Backlink } from "#knowledge/incident/link.store";
import type { PublishedIncident } from "#knowledge/incident/incident.store";

import { paths, absolute } from "../../paths";
import { Words } from "../../_ui/words";
import { Backlinks } from "../backlinks";
import { dateInWords, dayOfTime } from "../moment-words";
import type { PageTexts } from "../page-texts";
import { bibtexOf, citationOf } from "./citation";

interface Props {
  readonly incident: PublishedIncident;
  readonly texts: PageTexts;
  readonly backlinks: readonly Backlink[];
}

/**
 * Incidents that this one is like, or that say so of this one, each with the reason. One that the
 * public cannot read is left out: a link to it would lead nowhere, and its slug alone says little.
 */
export function RelatedIncidents({ incident: { record }, texts, backlinks }: Props) {
  const named = new Set(record.related.map(({ slug }) => slug));
  const own = record.related.flatMap(({ slug, why }) => {
    const thing = texts.name(slug);
    return thing === null ? [] : [{ slug, title: thing.title, why }];
  });
  const returned = backlinks.filter(({ via, slug }) => via === "related" && !named.has(slug));
  if (own.length + returned.length === 0) return null;
  return (
    <aside className="incident-related" aria-labelledby="related">
      <h2 id="related" className="label">
        Related incidents
      </h2>
      <ul className="margin-list">
        {own.map(({ slug, title, why }) => (
          <li key={slug}>
            <a className="quiet" href={paths.incident(slug)}>
              {title}
            </a>
            <Words as="p" html={texts.html(why)} />
          </li>
        ))}
        {returned.map(({ slug, title, why }) => (
          <li key={slug}>
            <a className="quiet" href={paths.incident(slug)}>
              {title}
            </a>
            {why !== null && <p>{texts.plain(why)}</p>}
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** What else speaks of the incident, and the forms in which it can be taken away. */
export function Surroundings({ incident, backlinks }: Omit<Props, "texts">) {
  const { slug } = incident;
  return (
    <aside className="incident-more" aria-label="More about this incident">
      <Backlinks links={backlinks.filter(({ via }) => via !== "related")} />
      <h2 className="label">Take it with you</h2>
      <p className="take">
        <a href={paths.incidentMarkdown(slug)}>Markdown</a>
        <a href={paths.incidentJson(slug)}>JSON</a>
        <button type="button" className="link js-only" data-print="">
          Print
        </button>
      </p>
      <Cite incident={incident} />
    </aside>
  );
}

function Cite({ incident }: { incident: PublishedIncident }) {
  const address = absolute(paths.incident(incident.slug));
  return (
    <details className="cite-forms">
      <summary>Cite</summary>
      <p id="cite-text">{citationOf(incident, address)}</p>
      <button type="button" className="btn js-only" data-copy="cite-text">
        Copy
      </button>
      <pre id="cite-bibtex">{bibtexOf(incident, address)}</pre>
      <button type="button" className="btn js-only" data-copy="cite-bibtex">
        Copy BibTeX
      </button>
    </details>
  );
}

/** When the record was made and changed: apart from when the incident happened. */
export function HistoryLine({ incident }: { incident: PublishedIncident }) {
  const { slug, record, publishedAt, revisionNumber } = incident;
  return (
    <p className="history-line">
      {record.recorded !== undefined && `Recorded ${dateInWords(record.recorded)} · `}
      last changed <time dateTime={publishedAt.toISOString()}>{dayOfTime(publishedAt)}</time> ·{" "}
      <a href={paths.incidentHistory(slug)}>revision {revisionNumber}</a>
    </p>
  );
}
