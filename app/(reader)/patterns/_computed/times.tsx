import { Segments } from "#app/_parts/segments";
import { Section } from "#app/_ui/section";
import { spanInWords } from "#knowledge/incident/span";
import type { Distribution } from "#knowledge/patterns/distribution";
import { measures, type Measure } from "#knowledge/patterns/span.store";
import type { Times, TimesRow } from "#knowledge/patterns/times";
import type { PatternSort, View } from "#knowledge/patterns/view";

import { countInWords } from "./figure-words";
import { rowSearch } from "./row-search";
import { axisTicks, axisWidth, placeOfMinutes } from "./time-scale";
import { TimeStrip } from "./time-strip";
import { TimesTable } from "./times-table";
import { viewPath } from "./view-path";

interface Props {
  readonly times: Times;
  readonly view: View;
}

/** How long it took, by class: a strip for each time, and a table. */
export function TimesSection({ times, view }: Props) {
  return (
    <Section id="times" title="How long it took" className="computed">
      <p className="computed-lead">
        From when harm began until it was noticed, until it was limited, and until it was over. The
        faint field holds the middle half of the incidents, the strong one their median, as wide as
        imprecise records leave it open. Up to sixty, each incident is a tick, or a line as long as
        its own record is imprecise.
      </p>
      <Order view={view} />
      <div className="times">
        <div className="times-row times-head" aria-hidden="true">
          <span />
          {measures.map((measure) => (
            <Axis key={measure} measure={measure} />
          ))}
        </div>
        <ol>
          {[times.all, ...times.rows].map((row) => (
            <Row key={row.class?.slug ?? ""} row={row} view={view} />
          ))}
        </ol>
      </div>
      <TimesTable times={times} view={view} />
    </Section>
  );
}

const orders: readonly (readonly [PatternSort, string])[] = [
  ["incidents", "By incidents"],
  ["detect", "By time to detect"],
  ["mitigate", "to mitigate"],
  ["resolve", "to resolve"],
  ["family", "By family"],
];

function Order({ view }: Pick<Props, "view">) {
  return (
    <Segments
      label="Order of the classes"
      choices={orders.map(([sort, name]) => ({
        href: viewPath({ ...view, sort }, "times"),
        name,
        isCurrent:
          sort === (view.sort === null || view.sort === "strength" ? "incidents" : view.sort),
      }))}
    />
  );
}

function Axis({ measure }: { readonly measure: Measure }) {
  return (
    <span>
      <b>To {measure}</b>
      <svg className="time-axis">
        {axisTicks.slice(0, -1).map(({ name, minutes }) => (
          <text
            key={name}
            x={`${(100 * placeOfMinutes(minutes)) / axisWidth}%`}
            y="11"
            className={minutes === 1 ? "first" : undefined}
          >
            {name}
          </text>
        ))}
      </svg>
    </span>
  );
}

function Row({ row, view }: { readonly row: TimesRow; readonly view: View }) {
  return (
    <li className={row.class ? "times-row" : "times-row times-all"}>
      <p>
        <a className="quiet" href={rowSearch(row, view)}>
          {row.class?.name ?? "All incidents"}
        </a>{" "}
        <span>
          {countInWords(row.incidents)}
          <span className="sr-only"> {row.incidents === 1 ? "incident" : "incidents"}</span>
        </span>
      </p>
      {measures.map((measure) => (
        <div key={measure}>
          <TimeStrip distribution={row.times[measure]} />
          <p>
            <span className="times-measure">To {measure}: </span>
            <MedianWords distribution={row.times[measure]} incidents={row.incidents} />
          </p>
        </div>
      ))}
    </li>
  );
}

interface MedianProps {
  readonly distribution: Distribution;
  readonly incidents: number;
}

function MedianWords({ distribution: { median, known }, incidents }: MedianProps) {
  if (known === 0) return <span>no record says</span>;
  return (
    <>
      {median ? <b>{spanInWords(median)}</b> : <i>few: no median</i>}
      <span>
        {" "}
        · {countInWords(known)} of {countInWords(incidents)}
        <span className="sr-only"> {known === 1 ? "record says" : "records say"}</span>
      </span>
    </>
  );
}
