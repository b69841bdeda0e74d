import { ScrollRegion } from "#app/_ui/scroll-region";
import { Section } from "#app/_ui/section";
import { paths } from "#app/paths";
import type { PublishedIncident } from "#knowledge/incident/incident.store";
import { momentOf, type Moment } from "#knowledge/incident/moment";
import { spanInWords, spansOf, type Span } from "#knowledge/incident/span";

import type { Column } from "./columns";

/** How long each incident took, counted from when harm began. */
export function TimesTable({ columns }: { columns: readonly (PublishedIncident & Column)[] }) {
  return (
    <Section id="times" title="How long it took" className="compare-section">
      <ScrollRegion label="Times side by side">
        <table className="data-table compare-table compare-times">
          <thead>
            <tr>
              <th scope="col">Incident</th>
              <th scope="col">To detect</th>
              <th scope="col">To mitigate</th>
              <th scope="col">To resolve</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ slug, label, record }) => {
              const { toDetect, toMitigate, toResolve } = spansOf({
                started: momentAt(record.started),
                detected: momentAt(record.detected),
                mitigated: momentAt(record.mitigated),
                resolved: momentAt(record.resolved),
              });
              return (
                <tr key={slug}>
                  <th scope="row">
                    <a className="quiet" href={paths.incident(slug)}>
                      {label}
                    </a>
                  </th>
                  <SpanCell span={toDetect} />
                  <SpanCell span={toMitigate} />
                  <SpanCell span={toResolve} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}

function SpanCell({ span }: { readonly span: Span | null }) {
  return <td>{span ? spanInWords(span) : <span className="text-faint">unknown</span>}</td>;
}

function momentAt(text: string | undefined): Moment | null {
  return text === undefined ? null : momentOf(text);
}
