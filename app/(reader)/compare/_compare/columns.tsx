import type { ReactNode } from "react";

import { Section } from "#app/_ui/section";

/** One of the compared incidents, ready to be named. */
export interface Column {
  readonly slug: string;
  readonly label: string;
}

interface Props<Shown extends Column> {
  readonly id: string;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly columns: readonly Shown[];
  /** What stands under an incident's name; null where there is nothing to show. */
  readonly children: (column: Shown) => ReactNode;
}

/** One aspect of the compared incidents: beside each other where there is room, else in turn. */
export function Columns<Shown extends Column>({ columns, children, ...section }: Props<Shown>) {
  return (
    <Section {...section} className="compare-section">
      <ul className={`compare-columns compare-${columns.length}`}>
        {columns.map((column) => (
          <li key={column.slug}>
            <h3 className="compare-label">{column.label}</h3>
            {children(column) ?? <p className="compare-none">Nothing recorded.</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
