import { paths } from "#app/paths";
import type { IncidentLine } from "#knowledge/incident/incident.store";
import { excerpt } from "#knowledge/text/excerpt";
import { plainText } from "#knowledge/text/plain";

import { IncidentEyebrow } from "./incident-eyebrow";
import { titleWords } from "./title-words";

/** How much of a summary a list shows, in characters. */
const excerptLength = 260;

interface Props {
  readonly incidents: readonly (IncidentLine & { readonly why?: string })[];
  /** The rank of the incidents' headings, one below that of the list's own. */
  readonly heading?: "h2" | "h3";
}

/**
 * Incidents one below the other, each with severity, organisation, day, title and the beginning of
 * its summary, or with the reason for which it stands in this list.
 */
export function IncidentList({ incidents, heading: Heading = "h3" }: Props) {
  return (
    <ol className="incident-list">
      {incidents.map(({ why, ...incident }) => (
        <li key={incident.slug}>
          <article>
            <IncidentEyebrow incident={incident} />
            <Heading className="subhead">
              <a className="quiet" href={paths.incident(incident.slug)}>
                {titleWords(incident.title)}
              </a>
            </Heading>
            <p className={why === undefined ? "incident-excerpt" : "incident-why"}>
              {why ?? excerpt(plainText(incident.summary), excerptLength)}
            </p>
          </article>
        </li>
      ))}
    </ol>
  );
}
