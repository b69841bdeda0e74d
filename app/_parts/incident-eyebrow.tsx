import { paths } from "#app/paths";
import type { IncidentKind, Severity } from "#knowledge/incident/vocabulary";

import { Day } from "./day";
import { SeverityMark } from "./severity-mark";

interface Props {
  readonly incident: {
    readonly severity: Severity;
    readonly started: string;
    readonly organizations: readonly { readonly slug: string; readonly name: string }[];
    readonly kind?: IncidentKind;
    /** How long it lasted, in words. */
    readonly duration?: string | null;
  };
}

/** How bad, to whom and when, on one line. */
export function IncidentEyebrow({ incident }: Props) {
  return (
    <div className="eyebrow">
      <SeverityMark severity={incident.severity} />
      {incident.kind === "near-miss" && <span>Near miss</span>}
      <span>
        {incident.organizations.map(({ slug, name }, position) => (
          <span key={slug}>
            {position > 0 && ", "}
            <a className="quiet" href={paths.organization(slug)}>
              {name}
            </a>
          </span>
        ))}
      </span>
      <Day moment={incident.started} />
      {incident.duration && <span>{incident.duration}</span>}
    </div>
  );
}
