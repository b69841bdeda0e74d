import { IncidentEyebrow } from "#app/_parts/incident-list";
import { RoleMark } from "#app/_parts/role-mark";
import { paths } from "#app/paths";
import type { FactorLine } from "#knowledge/incident/incident.store";
import { plainText } from "#knowledge/text/plain";

/** The incidents of a class, each with the very statements of the factors that have it. */
export function ClassFactors({ factors }: { factors: readonly FactorLine[] }) {
  return (
    <ol className="incident-list">
      {byIncident(factors).map(({ incident, organizations, factors: own }) => (
        <li key={incident.slug}>
          <article>
            <IncidentEyebrow incident={{ ...incident, organizations }} />
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

interface IncidentOfClass extends Pick<FactorLine, "incident" | "organizations"> {
  readonly factors: FactorLine[];
}

function byIncident(factors: readonly FactorLine[]): IncidentOfClass[] {
  const groups = new Map<string, IncidentOfClass>();
  for (const factor of factors) {
    const { incident, organizations } = factor;
    const group = groups.get(incident.slug) ?? { incident, organizations, factors: [] };
    group.factors.push(factor);
    groups.set(incident.slug, group);
  }
  return [...groups.values()];
}
