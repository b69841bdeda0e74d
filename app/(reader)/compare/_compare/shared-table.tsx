import type { PageTexts } from "#app/_parts/page-texts";
import { RoleMark } from "#app/_parts/role-mark";
import { ScrollRegion } from "#app/_ui/scroll-region";
import { Section } from "#app/_ui/section";
import { paths } from "#app/paths";
import type { Role } from "#knowledge/incident/vocabulary";

import type { Column } from "./columns";

interface Props {
  readonly columns: readonly Column[];
  readonly shared: readonly {
    readonly slug: string;
    readonly roles: readonly (readonly Role[])[];
  }[];
  readonly texts: PageTexts;
}

/** The failure classes that several of the incidents name, with the role that each played there. */
export function SharedTable({ columns, shared, texts }: Props) {
  return (
    <Section id="shared" title="What they share" className="compare-section">
      {shared.length === 0 ? (
        <p className="remark">No two of these incidents name the same failure class.</p>
      ) : (
        <ScrollRegion label="Shared classes, side by side">
          <table className={`data-table compare-table compare-table-${columns.length}`}>
            <thead>
              <tr>
                <th scope="col">Failure class</th>
                {columns.map(({ slug, label }) => (
                  <th key={slug} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shared.map(({ slug, roles }) => (
                <tr key={slug}>
                  <th scope="row">
                    <a className="quiet" href={paths.failureClass(slug)}>
                      {texts.name(slug)?.title ?? slug}
                    </a>
                  </th>
                  {columns.map((column, at) => (
                    <td key={column.slug}>
                      <Roles roles={roles[at] ?? []} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Section>
  );
}

function Roles({ roles }: { readonly roles: readonly Role[] }) {
  if (roles.length === 0) return <span className="not-named">not named</span>;
  return (
    <ul className="compare-roles">
      {roles.map((role) => (
        <li key={role}>
          <RoleMark role={role} />
        </li>
      ))}
    </ul>
  );
}
