import type { Backlink } from "#knowledge/incident/link.store";
import type { PublishedIncident } from "#knowledge/incident/incident.store";

import { paths, absolute } from "../../paths";
import { Words } from "../../_ui/words";
import { dayOfTime } from "../moment-words";
import type { PageTexts } from "../page-texts";
import { bibtexOf, citationOf } from "./citation";

interface Props {
  readonly incident: PublishedIncident;
  readonly texts: PageTexts;
  readonly backlinks: readonly Backlink[];
}

/** Incidents that this one is like, or that say so of this one, each with the reason. */
export function RelatedIncidents({ incident: { record }, texts, backlinks }: Props) {
  const own = new Set(record.related.map(({ slug }) => slug));
  const returned = backlinks.filter(({ via, slug }) => via === "related" && !own.has(slug));
  if (record.related.length + returned.length === 0) return null;
  return (
    <aside className="incident-related" aria-labelledby="related">
      <h2 id="related" className="label">
        Related incidents
      </h2>
      <ul className="margin-list">
        {record.related.map(({ slug, why }) => (
          <li key={slug}>
            <a className="quiet" href={paths.incident(slug)}>
              {texts.name(slug)?.title ?? slug}
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

const kindNames = {
  incident: "Incident",
  class: "Failure class",
  term: "Glossary",
  mitigation: "Mitigation",
  pattern: "Pattern",
  "reading-list": "Reading",
} satisfies Record<Backlink["kind"], string>;

/** What else speaks of the incident, and the forms in which it can be taken away. */
export function Surroundings({ incident, texts, backlinks }: Props) {
  const links = backlinks.filter(({ via }) => via !== "related");
  const { slug } = incident;
  return (
    <aside className="incident-more" aria-label="More about this incident">
      {links.length > 0 && (
        <>
          <h2 className="label">What links here</h2>
          <ul className="margin-list">
            {links.map((link) => (
              <li key={link.kind + link.slug}>
                <a className="quiet" href={paths.named(link.kind, link.slug)}>
                  {link.title}
                </a>
                <p>
                  {kindNames[link.kind]}
                  {link.why !== null && `. ${texts.plain(link.why)}`}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
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
      {record.recorded !== undefined && `Recorded ${dayOfTime(new Date(record.recorded))} · `}
      last changed <time dateTime={publishedAt.toISOString()}>{dayOfTime(publishedAt)}</time> ·{" "}
      <a href={paths.incidentHistory(slug)}>revision {revisionNumber}</a>
    </p>
  );
}
