import type { Factor, IncidentRecord } from "#knowledge/incident/document";
import { Role } from "#knowledge/incident/vocabulary";

import type { PageTexts } from "../page-texts";
import { RoleMark } from "../role-mark";

interface Props {
  readonly record: IncidentRecord;
  readonly texts: PageTexts;
}

/** The factors of each role that has any, in the order of the chain. */
export function byRole(factors: readonly Factor[]): { role: Role; factors: Factor[] }[] {
  return Role.options
    .map((role) => ({ role, factors: factors.filter((factor) => factor.role === role) }))
    .filter(({ factors: found }) => found.length > 0);
}

/**
 * How the incident came about at a glance: from what was in place before, over what set it off, to
 * what made recovery slow; and beneath, what held. Each statement leads to the factor's mechanism.
 */
export function FactorChain({ record, texts }: Props) {
  const groups = byRole(record.factors);
  const columns = groups.filter(({ role }) => role !== "safeguard");
  return (
    <div className={`chain chain-${columns.length}`}>
      {groups.map(({ role, factors }) => (
        <div key={role} className={`chain-group chain-${role}`}>
          <p className="chain-role">
            <RoleMark role={role} many />
            <small>{factors.length}</small>
          </p>
          <ul>
            {factors.map(({ id, statement }) => (
              <li key={id}>
                <a href={`#factor-${id}`}>{texts.plain(statement)}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
