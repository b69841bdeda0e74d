import { IncidentEyebrow } from "#app/_parts/incident-eyebrow";
import { titleWords } from "#app/_parts/title-words";
import { paths } from "#app/paths";
import type { SuggestedIncident } from "#knowledge/incident/incident.store";
import type { NamedThing } from "#knowledge/incident/link.store";
import { excerpt } from "#knowledge/text/excerpt";
import { plainText } from "#knowledge/text/plain";

interface Props {
  readonly incident: SuggestedIncident;
  /** An incident whose record is rich enough to show how to read one. */
  readonly example: NamedThing | null;
}

/** The incident of the day, and for those who are new here the one that shows how to read them. */
export function ToRead({ incident, example }: Props) {
  const { slug, title, summary, factors, sources, claims } = incident;
  const parts = [
    counted(factors, "factor"),
    counted(sources, "source"),
    claims > 0 && `${counted(claims, "claim")} weighed`,
  ].filter(Boolean);
  return (
    <section className="home-lead" aria-labelledby="to-read">
      <h2 id="to-read" className="label">
        An incident to read today
      </h2>
      <IncidentEyebrow incident={incident} />
      <h3>
        <a className="quiet" href={paths.incident(slug)}>
          {titleWords(title)}
        </a>
      </h3>
      <p className="home-summary">{excerpt(plainText(summary), 330)}</p>
      <p className="mt-2 text-small text-faint">{parts.join(", ")}</p>
      <p className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <a className="btn btn-strong" href={paths.incident(slug)}>
          Read it
        </a>
        {example && example.slug !== slug && (
          <span className="text-small text-soft">
            New here?{" "}
            <a href={paths.named(example.kind, example.slug)} title={example.title}>
              How to read an incident
            </a>
          </span>
        )}
      </p>
    </section>
  );
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
