import { IncidentEyebrow } from "#app/_parts/incident-eyebrow";
import { RoleMark } from "#app/_parts/role-mark";
import { paths } from "#app/paths";
import type { FactorLine } from "#knowledge/incident/incident.store";
import { byIncident } from "#knowledge/taxonomy/class-json";
import { plainText } from "#knowledge/text/plain";

/** The incidents of a class, each with the very statements of the factors that have it. */
export function ClassFactors({ factors }: { factors: readonly FactorLine[] }) {
  return (
    <ol className="incident-list">
      {byIncident(factors).map(({ incident, factors: own }) => (
        <li key={incident.slug}>
          <article>
            <IncidentEyebrow
              incident={{ ...incident, organizations: own[0]?.organizations ?? [] }}
            />
            <h3 className="subhead">
              <a className="quiet" href={paths.incident(incident.slug)}>
                {incident.title}
              </a>
            </h3>
            <ul>
              {own.map(({ id, role, standing, statement }) => (
                <li key={id} className="factor-line">
                  <RoleMark role={role} />
                  <p>
                    <a className="quiet" href={paths.incidentFactor(incident.slug, id)}>
                      {plainText(statement)}
                    </a>
                    {standing !== "confirmed" && <span className="text-faint"> ({standing})</span>}
                  </p>
                </li>
              ))}
            </ul>
          </article>
        </li>
      ))}
    </ol>
  );
}
