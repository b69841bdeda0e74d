import { yearBars, type YearBar } from "#app/_parts/search/year-bars";
import { Section } from "#app/_ui/section";
import { paths } from "#app/paths";
import type { OverYears, YearSeries } from "#knowledge/patterns/over-years";
import type { View } from "#knowledge/patterns/view";
import { writeQuery, type Query } from "#knowledge/search/query";

import { incidentsInWords } from "./figure-words";
import { ScrollRegion } from "#app/_ui/scroll-region";
import { viewPath } from "./view-path";

interface Props {
  readonly overYears: OverYears;
  readonly view: View;
}

/** The families, or the classes of one, over the years: small pictures of one scale, and a table. */
export function OverYearsSection({ overYears: { all, series }, view }: Props) {
  const bars = barsOf(all);
  const shown = series
    .filter(({ incidents }) => incidents > 0)
    .toSorted((a, b) => b.incidents - a.incidents);
  return (
    <Section
      id="years"
      title={view.family === null ? "Families over the years" : "Its classes over the years"}
      className="computed"
    >
      <p className="computed-lead">
        In colour: incidents in which a factor
        {view.role !== null && ` that was ${article(view.role)} ${view.role}`} has a class of the{" "}
        {view.family === null ? "family" : "name above"}. Grey: all incidents that began in the
        year, which says how much was collected of it, not how much failed in it.
      </p>
      {shown.length === 0 ? (
        <p className="remark">No incident here has any of them.</p>
      ) : (
        <>
          <ul className="year-panels">
            <AllPanel series={all} bars={bars} />
            {shown.map((one) => (
              <Panel key={one.slug} series={one} all={bars} view={view} />
            ))}
          </ul>
          <YearTable all={all} series={shown} />
        </>
      )}
    </Section>
  );
}

function AllPanel({
  series,
  bars,
}: {
  readonly series: YearSeries;
  readonly bars: readonly YearBar[];
}) {
  return (
    <li>
      <h3>
        <span>{series.name}</span>
      </h3>
      <p>
        <a className="quiet" href={searchFor(series.query)}>
          {incidentsInWords(series.incidents)}
        </a>
      </p>
      <Bars bars={bars} all={bars} isAll />
      <YearEnds bars={bars} />
    </li>
  );
}

function article(role: string): string {
  return role === "amplifier" ? "an" : "a";
}

function barsOf({ query, years }: YearSeries): YearBar[] {
  return yearBars(query, years);
}

interface PanelProps {
  readonly series: YearSeries;
  readonly all: readonly YearBar[];
  readonly view: View;
}

function Panel({ series, all, view }: PanelProps) {
  const bars = barsOf(series);
  return (
    <li>
      <h3>
        {view.family === null ? (
          <a className="quiet" href={viewPath({ ...view, family: series.slug }, "years")}>
            {series.name}
          </a>
        ) : (
          <a className="quiet" href={paths.failureClass(series.slug)}>
            {series.name}
          </a>
        )}
      </h3>
      <p>
        <a className="quiet" href={searchFor(series.query)}>
          {incidentsInWords(series.incidents)}
        </a>
      </p>
      <Bars bars={bars} all={all} />
      <YearEnds bars={bars} />
    </li>
  );
}

function YearEnds({ bars }: { readonly bars: readonly YearBar[] }) {
  const [first = "", last] = [bars[0]?.name, bars.at(-1)?.name];
  return (
    <p className="year-ends" aria-hidden="true">
      <span>{first.includes(" ") ? `≤ ${first.slice(0, 4)}` : first}</span>
      {bars.length > 1 && <span>{last}</span>}
    </p>
  );
}

function searchFor(query: Query): string {
  return paths.search(writeQuery(query));
}

/** In units of the drawing. */
const [step, height, least] = [10, 48, 2];

/** Room for so many years, that few of them do not grow into blocks. */
const leastYears = 12;

interface BarsProps {
  readonly bars: readonly YearBar[];
  readonly all: readonly YearBar[];
  /** They are all incidents themselves. */
  readonly isAll?: boolean;
}

// For those who point, as the histogram of the search is; everybody else has the table.
function Bars({ bars, all, isAll = false }: BarsProps) {
  const most = Math.max(1, ...all.map(({ incidents }) => incidents));
  const tall = (incidents: number) =>
    incidents === 0 ? 0 : Math.max(least, (incidents / most) * height);
  return (
    <svg
      className="year-bars"
      viewBox={`0 0 ${Math.max(bars.length, leastYears) * step} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bars.map(({ name, incidents, query }, at) => {
        const ofAll = all[at]?.incidents ?? 0;
        const drawing = (
          <>
            <title>{isAll ? `${name}: ${ofAll}` : `${name}: ${incidents} of ${ofAll}`}</title>
            <Rect at={at} tall={height} className="reach" />
            <Rect at={at} tall={tall(ofAll)} className="of-all" />
            {!isAll && <Rect at={at} tall={tall(incidents)} />}
          </>
        );
        return incidents === 0 ? (
          <g key={name}>{drawing}</g>
        ) : (
          <a key={name} href={searchFor(query)} tabIndex={-1}>
            {drawing}
          </a>
        );
      })}
    </svg>
  );
}

interface RectProps {
  readonly at: number;
  readonly tall: number;
  readonly className?: string;
}

function Rect({ at, tall, className }: RectProps) {
  if (tall === 0) return null;
  return (
    <rect
      className={className}
      x={at * step + 1}
      y={round(height - tall)}
      width={step - 2}
      height={round(tall)}
    />
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function YearTable({ all, series }: OverYears) {
  const rows = barsOf(all);
  const columns = series.map((one) => ({ ...one, bars: barsOf(one) }));
  return (
    <details className="folded">
      <summary>The years as a table</summary>
      <ScrollRegion label="Incidents by year">
        <table className="data-table computed-table year-table">
          <thead>
            <tr>
              <th scope="col">Year</th>
              <th scope="col">All</th>
              {columns.map(({ slug, name }) => (
                <th key={slug} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .map((row, at) => ({ row, at }))
              .filter(({ row }) => row.incidents > 0)
              .toReversed()
              .map(({ row, at }) => (
                <tr key={row.name}>
                  <th scope="row">{row.name}</th>
                  <td>
                    <YearCell bar={row} />
                  </td>
                  {columns.map(({ slug, bars }) => (
                    <td key={slug}>
                      <YearCell bar={bars[at]} />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="computed-note">
        An incident whose beginning is not known to the year counts in every year in which it may
        have begun, as it does in a search; so years need not add up.
      </p>
    </details>
  );
}

function YearCell({ bar }: { readonly bar: YearBar | undefined }) {
  if (!bar || bar.incidents === 0) return <span className="text-faint">–</span>;
  return <a href={searchFor(bar.query)}>{bar.incidents}</a>;
}
