import { emptyQuery, type Query } from "#knowledge/search/query";

import type { AnswerYear } from "./answer";
import { addressAt, type PlaceName } from "./place";
import { HiddenFields } from "./search-box";
import { yearBars, type YearBar } from "./year-bars";

interface Props {
  readonly years: readonly AnswerYear[];
  readonly query: Query;
  readonly place: PlaceName;
}

/** When the incidents happened: a drawing to point at, the same as a list, and a span to type. */
export function Years({ years, query, place }: Props) {
  const bars = yearBars(query, years);
  if (bars.length === 0 && query.from === null && query.to === null) return null;
  return (
    <section className="facet" aria-labelledby="facet-when">
      <h2 id="facet-when">When</h2>
      {bars.length > 0 && <Histogram bars={bars} place={place} />}
      <details className="folded">
        <summary>Years as a list</summary>
        <ul>
          {bars
            .filter(({ incidents, isChosen }) => incidents > 0 || isChosen)
            .toReversed()
            .map(({ name, incidents, query: next, isChosen }) => (
              <li key={name}>
                <a
                  className="facet-option"
                  href={addressAt(place, next)}
                  aria-current={isChosen ? "true" : undefined}
                  data-stay={`year ${name}`}
                >
                  <span className="facet-mark facet-mark-round" />
                  <span>{name}</span>
                  <span className="facet-count">
                    {incidents}
                    <span className="sr-only"> {incidents === 1 ? "incident" : "incidents"}</span>
                  </span>
                </a>
              </li>
            ))}
        </ul>
      </details>
      <SpanForm query={query} place={place} />
    </section>
  );
}

/** In units of the drawing: a bar and the space after it, its height at most, and what it stands on. */
const [step, height, least] = [10, 44, 2];

// Each bar is a link for those who point; everybody else has the list, with the same links.
function Histogram({ bars, place }: { bars: readonly YearBar[]; place: PlaceName }) {
  const most = Math.max(1, ...bars.map(({ incidents }) => incidents));
  const first = bars[0]?.name.replace(" and before", "") ?? "";
  const isCut = bars[0]?.name !== first;
  return (
    <div className="histogram" aria-hidden="true">
      <svg viewBox={`0 0 ${bars.length * step} ${height}`} preserveAspectRatio="none">
        {bars.map(({ name, incidents, query, isAsked }, at) => {
          const tall = incidents === 0 ? 1 : Math.max(least, (incidents / most) * height);
          return (
            <a
              key={name}
              href={addressAt(place, query)}
              tabIndex={-1}
              className={isAsked ? "is-asked" : undefined}
            >
              <title>{`${name}: ${incidents}`}</title>
              <rect className="reach" x={at * step} width={step} height={height} />
              <rect x={at * step + 1} y={height - tall} width={step - 2} height={tall} />
            </a>
          );
        })}
      </svg>
      <p>
        <span>
          {isCut && "≤ "}
          {first}
        </span>
        {bars.length > 1 && <span>{bars.at(-1)?.name}</span>}
      </p>
    </div>
  );
}

function SpanForm({ query, place }: Omit<Props, "years">) {
  return (
    <form className="span-form" action={addressAt(place, emptyQuery)}>
      <SpanField name="from" label="From" value={query.from} />
      <SpanField name="to" label="to" value={query.to} />
      <HiddenFields query={{ ...query, from: null, to: null, page: 1 }} />
      <button type="submit" className="btn">
        Show
      </button>
    </form>
  );
}

interface SpanFieldProps {
  readonly name: "from" | "to";
  readonly label: string;
  readonly value: string | null;
}

function SpanField({ name, label, value }: SpanFieldProps) {
  return (
    <label>
      {label}
      <input
        // Another value is another field, for what stands in one is the reader's own.
        key={value}
        className="field"
        type="text"
        name={name}
        defaultValue={value ?? ""}
        placeholder="year"
        title="A year, month or day: 2024, 2024-07 or 2024-07-19"
        pattern="\d{4}(-\d{2}(-\d{2})?)?"
        maxLength={10}
        autoComplete="off"
      />
    </label>
  );
}
