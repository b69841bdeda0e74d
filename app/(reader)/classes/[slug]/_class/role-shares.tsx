import { RoleMark, roleLooks } from "#app/_parts/role-mark";
import { rolesOnMap } from "#app/_parts/class-map";
import { paths } from "#app/paths";
import type { FactorLine } from "#knowledge/incident/incident.store";

interface Props {
  readonly slug: string;
  readonly factors: readonly FactorLine[];
}

/**
 * In how many incidents the class played each part: a bar, and the same in figures, each a link to
 * these incidents. An incident counts once for each part.
 */
export function RoleShares({ slug, factors }: Props) {
  const counts = rolesOnMap.map((role) => ({
    role,
    incidents: new Set(
      factors.filter((factor) => factor.role === role).map(({ incident }) => incident.slug),
    ).size,
  }));
  const total = sum(counts);
  const parts = counts.map(({ role, incidents }, position) => ({
    role,
    from: sum(counts.slice(0, position)) / total,
    width: incidents / total,
  }));
  return (
    <>
      <svg className="role-shares" aria-hidden="true">
        {parts.map(({ role, from, width }) => (
          <rect
            key={role}
            className={roleLooks[role].color}
            x={percent(from)}
            width={percent(width)}
            height="100%"
          />
        ))}
      </svg>
      <ul className="role-legend">
        {counts.map(({ role, incidents }) => (
          <li key={role} className={roleLooks[role].color}>
            {incidents === 0 ? (
              <>
                <RoleMark role={role} /> <span>–</span>
              </>
            ) : (
              <a href={paths.search({ class: slug, role })}>
                <RoleMark role={role} /> <span>{incidents}</span>
                <span className="sr-only"> {incidents === 1 ? "incident" : "incidents"}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function sum(counts: readonly { incidents: number }[]): number {
  return counts.reduce((before, { incidents }) => before + incidents, 0);
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
