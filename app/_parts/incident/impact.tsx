import type { IncidentRecord } from "#knowledge/incident/document";

import { Section } from "../../_ui/section";
import { Words } from "../../_ui/words";
import type { PageTexts } from "../page-texts";

interface Props {
  readonly record: IncidentRecord;
  readonly texts: PageTexts;
}

/** All of the impact as a table; also the rows whose figures stand above, for their whole values. */
export function Impact({ record, texts }: Props) {
  const rows = record.impact;
  if (rows.length === 0 && record.detection === undefined) return null;
  const hasConfidence = rows.some(({ confidence }) => confidence !== undefined);
  return (
    <Section id="impact" title="Impact">
      {rows.length > 0 && (
        <table className="data-table impact-table">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">How much</th>
              {hasConfidence && <th scope="col">Known how</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ what, value, source, confidence }) => (
              <tr key={what + value}>
                <th scope="row">
                  <Words html={texts.html(what)} />
                </th>
                <Words as="td" html={texts.html(value, source)} />
                {hasConfidence && <td>{confidence}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {record.detection !== undefined && (
        <>
          <h3 className="label mt-7 mb-1">How it was noticed</h3>
          <Words as="p" className="reading" html={texts.html(record.detection)} />
        </>
      )}
    </Section>
  );
}
