import { paths } from "#app/paths";
import type { Role } from "#knowledge/incident/vocabulary";
import type { FamilyLine } from "#knowledge/taxonomy/taxonomy.store";

import { Glyph } from "../_ui/glyph";
import { roleLooks } from "./role-mark";
import { Segments } from "./segments";

/** The roles in which a factor has failure classes; a safeguard has none. */
export const rolesOnMap = [
  "precondition",
  "trigger",
  "amplifier",
  "detection",
  "recovery",
] as const satisfies readonly Role[];

export type RoleOnMap = (typeof rolesOnMap)[number];

interface Props {
  readonly families: readonly FamilyLine[];
  /** How many incidents name each class in any role; the most often named stand first. */
  readonly order: ReadonlyMap<string, number>;
  /** How many do in the role that is shown; a class that is absent is named by none. */
  readonly counts: ReadonlyMap<string, number>;
  /** The only role that is counted; null counts all of them. */
  readonly inRole: RoleOnMap | null;
  /** The rank of the families' headings, one below the heading over the map. */
  readonly heading: "h2" | "h3";
}

/** Every failure class by family. Shade and figure say how many incidents name it. */
export function ClassMap({ families, order, counts, inRole, heading: Heading }: Props) {
  const most = Math.max(1, ...counts.values());
  // The same order for every role, so that a class keeps its place when the role changes.
  const inOrder = (a: { slug: string }, b: { slug: string }) =>
    (order.get(b.slug) ?? 0) - (order.get(a.slug) ?? 0);
  return (
    <div className={inRole === null ? "map" : `map map-${inRole}`}>
      {families.map((family) => (
        <section key={family.slug} className="map-family" aria-labelledby={`family-${family.slug}`}>
          <Heading id={`family-${family.slug}`}>
            {family.name}
            <small>
              {family.classes.length}
              <span className="sr-only"> classes</span>
            </small>
          </Heading>
          <ul className="map-cells">
            {family.classes.toSorted(inOrder).map(({ slug, name }) => (
              <li key={slug}>
                <Cell slug={slug} name={name} incidents={counts.get(slug) ?? 0} most={most} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface CellProps {
  readonly slug: string;
  readonly name: string;
  readonly incidents: number;
  readonly most: number;
}

function Cell({ slug, name, incidents, most }: CellProps) {
  return (
    <a
      className={`map-cell shade-${shadeOf(incidents / most)}`}
      href={paths.failureClass(slug)}
      aria-label={`${name}: ${incidentsInWords(incidents)}`}
    >
      <span>{name}</span>
      <b>{incidents === 0 ? "–" : incidents}</b>
    </a>
  );
}

function incidentsInWords(incidents: number): string {
  if (incidents === 0) return "no incident yet";
  return incidents === 1 ? "1 incident" : `${incidents} incidents`;
}

// Few classes have many incidents. A power below one tells the many with few apart as well.
function shadeOf(share: number): number {
  return Math.ceil(10 * share ** 0.6);
}

/** Chooses the role whose factors the map counts. */
export function RoleChoice({ inRole }: { inRole: RoleOnMap | null }) {
  return (
    <Segments
      label="Count only factors in one role"
      choices={[
        { href: paths.failureClasses(), name: "All roles", isCurrent: inRole === null },
        ...rolesOnMap.map((one) => ({
          href: paths.failureClasses(one),
          isCurrent: one === inRole,
          name: (
            <span className={one === inRole ? "mark" : `mark ${roleLooks[one].color}`}>
              <Glyph shape={roleLooks[one].shape} />
              {roleLooks[one].one}
            </span>
          ),
        })),
      ]}
    />
  );
}
