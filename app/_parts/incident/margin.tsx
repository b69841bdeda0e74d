import type { Backlink } from "#knowledge/incident/link.store";
import type { PublishedIncident } from "#knowledge/incident/incident.store";
import type { SimilarIncident } from "#knowledge/search/similar.store";
import { escapeHtml } from "#knowledge/text/html";

import { paths, absolute } from "../../paths";
import { Words } from "../../_ui/words";
import { Backlinks } from "../backlinks";
import { reasonsInWords } from "../likeness-words";
import { dateInWords, dayOfTime } from "../moment-words";
import type { PageTexts } from "../page-texts";
import { bibtexOf, citationOf } from "./citation";

interface Props {
  readonly incident: PublishedIncident;
  readonly texts: PageTexts;
  readonly backlinks: readonly Backlink[];
}

/** How many similar incidents the link to compare takes along. */
const comparedAtOnce = 2;

/**
 * Incidents that this one is like, each with the reasons: first those that the record itself shows to
 * be similar, then those that its authors, or those of the other, name as related. One that the public
 * cannot read is left out: a link to it would lead nowhere, and its slug alone says little.
 */
export function SimilarAndRelated({
  incident,
  texts,
  backlinks,
  similar,
}: Props & { readonly similar: readonly SimilarIncident[] }) {
  const { slug, record } = incident;
  const own = record.related.flatMap((one) => {
    const thing = texts.name(one.slug);
    return thing === null ? [] : [{ ...one, title: thing.title, html: texts.html(one.why) }];
  });
  const named = new Set(record.related.map((one) => one.slug));
  const returned = backlinks
    .filter((one) => one.via === "related" && !named.has(one.slug))
    .map((one) => ({ ...one, html: one.why === null ? null : escapeHtml(texts.plain(one.why)) }));
  const related = [...own, ...returned];
  const shown = new Set(similar.map((one) => one.slug));
  const others = related.filter((one) => !shown.has(one.slug));
  if (similar.length + others.length === 0) return null;
  const compared = [slug, ...similar.slice(0, comparedAtOnce).map((one) => one.slug)];
  return (
    <div className="incident-related">
      {similar.length > 0 && (
        <aside aria-labelledby="similar">
          <h2 id="similar" className="label">
            Similar incidents
          </h2>
          <ul className="margin-list">
            {similar.map((one) => (
              <li key={one.slug}>
                <IncidentName {...one} />
                <Why html={related.find((other) => other.slug === one.slug)?.html ?? null} />
                <Reasons incident={one} texts={texts} />
              </li>
            ))}
          </ul>
          <p className="compare-link">
            <a href={paths.compare(compared)}>Compare side by side</a>
          </p>
        </aside>
      )}
      {others.length > 0 && (
        <aside aria-labelledby="related">
          <h2 id="related" className="label">
            Related incidents
          </h2>
          <ul className="margin-list">
            {others.map((one) => (
              <li key={one.slug}>
                <IncidentName {...one} />
                <Why html={one.html} />
              </li>
            ))}
          </ul>
        </aside>
      )}
    </div>
  );
}

function IncidentName({ slug, title }: { readonly slug: string; readonly title: string }) {
  return (
    <a className="quiet" href={paths.incident(slug)}>
      {title}
    </a>
  );
}

/** What an author says of the relation, in HTML. */
function Why({ html }: { readonly html: string | null }) {
  return html === null ? null : <Words as="p" html={html} />;
}

function Reasons({ incident, texts }: { incident: SimilarIncident; texts: PageTexts }) {
  const { both, differs } = reasonsInWords(incident, (slug) => texts.name(slug)?.title ?? slug);
  return (
    <p className="likeness">
      <b>Both:</b> {both}.
      {differs !== null && (
        <>
          {" "}
          <b>Differs, for one:</b> {differs}.
        </>
      )}
    </p>
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
