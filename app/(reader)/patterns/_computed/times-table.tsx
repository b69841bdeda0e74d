import { spanInWords, type Span } from "#knowledge/incident/span";
import { measures, type Measure } from "#knowledge/patterns/span.store";
import type { Times, TimesRow } from "#knowledge/patterns/times";
import type { View } from "#knowledge/patterns/view";

import { middleInWords } from "./figure-words";
import { rowSearch } from "./row-search";
import { ScrollRegion } from "#app/_ui/scroll-region";

interface Props {
  readonly times: Times;
  readonly view: View;
}

/** The strips in figures. */
export function TimesTable({ times: { all, rows }, view }: Props) {
  return (
    <details className="folded">
      <summary>The times as a table</summary>
      <ScrollRegion label="Times by class">
        <table className="data-table computed-table">
          <thead>
            <tr>
              <th scope="col">Class</th>
              <th scope="col">Incidents</th>
              {measures.map((measure) => (
                <Headings key={measure} measure={measure} />
              ))}
            </tr>
          </thead>
          <tbody>
            {[all, ...rows].map((row) => (
              <Row key={row.class?.slug ?? ""} row={row} view={view} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="computed-note">
        Known: how many records give the time. A median is given from five of them on, the middle
        half from eight on. A record that gives only the day makes a range, and so does a median
        among such records; a mean is never given, for the longest incident would be all it shows.
      </p>
    </details>
  );
}

function Headings({ measure }: { readonly measure: Measure }) {
  return (
    <>
      <th scope="col">To {measure}: known</th>
      <th scope="col">Median</th>
      <th scope="col">Middle half</th>
    </>
  );
}

function Row({ row, view }: { readonly row: TimesRow; readonly view: View }) {
  return (
    <tr>
      <th scope="row">
        <a className="quiet" href={rowSearch(row, view)}>
          {row.class?.name ?? "All incidents"}
        </a>
      </th>
      <td>{row.incidents}</td>
      {measures.map((measure) => {
        const { known, median, middle } = row.times[measure];
        return (
          <Cells
            key={measure}
            known={known}
            median={wordsOr(median, spanInWords)}
            middle={wordsOr(middle, middleInWords)}
          />
        );
      })}
    </tr>
  );
}

function wordsOr(span: Span | null, words: (span: Span) => string): string {
  return span ? words(span) : "–";
}

interface CellsProps {
  readonly known: number;
  readonly median: string;
  readonly middle: string;
}

function Cells({ known, median, middle }: CellsProps) {
  return (
    <>
      <td>{known}</td>
      <td>{median}</td>
      <td>{middle}</td>
    </>
  );
}
