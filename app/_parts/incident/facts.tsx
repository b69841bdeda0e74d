import { Fragment } from "react";

import type { PublishedIncident } from "#knowledge/incident/incident.store";
import { momentOf, type Moment } from "#knowledge/incident/moment";
import { spanInWords, spansOf, type Span } from "#knowledge/incident/span";
import { severityMeanings, type NoticedBy } from "#knowledge/incident/vocabulary";
import { sectorNames } from "#knowledge/incident/vocabulary-words";

import { paths } from "../../paths";
import { Bar } from "../../_ui/bar";
import { momentInWords } from "../moment-words";
import { severityNames } from "../severity-mark";

const noticers: Record<NoticedBy, string> = {
  monitor: "a monitor",
  person: "someone inside",
  customer: "a customer",
  outsider: "an outsider",
};

/** Who, what and when, and how long it took, in the margin. */
export function Facts({
  incident: { record, organizations, products },
}: {
  incident: PublishedIncident;
}) {
  const key = {
    started: momentAt(record.started),
    detected: momentAt(record.detected),
    mitigated: momentAt(record.mitigated),
    resolved: momentAt(record.resolved),
  };
  const when = [
    { name: "Began", moment: key.started },
    { name: "Detected", moment: key.detected },
    { name: "Mitigated", moment: key.mitigated },
    { name: "Resolved", moment: key.resolved },
  ];
  const spans = spansOf(key);
  return (
    <aside className="incident-facts" aria-label="Facts">
      <dl className="facts">
        <Links name={organizations.length > 1 ? "Organisations" : "Organisation"}>
          {organizations.map(({ slug, name }) => ({ href: paths.organization(slug), name }))}
        </Links>
        <Links name="Products">
          {products.map(({ slug, name }) => ({ href: paths.product(slug), name }))}
        </Links>
        <Links name="Sectors">
          {record.sectors.map((sector) => ({
            href: paths.sector(sector),
            name: sectorNames[sector],
          }))}
        </Links>
        {when.map(
          ({ name, moment }) =>
            moment && (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{momentInWords(moment)}</dd>
              </Fragment>
            ),
        )}
        <SeverityFact record={record} />
        {record.noticedBy && (
          <>
            <dt>Noticed by</dt>
            <dd>{noticers[record.noticedBy]}</dd>
          </>
        )}
      </dl>
      <Spans
        spans={[
          { name: "to detect", span: spans.toDetect },
          { name: "to mitigate", span: spans.toMitigate },
          { name: "to resolve", span: spans.toResolve },
        ]}
      />
    </aside>
  );
}

function SeverityFact({ record: { severity, kind } }: Pick<PublishedIncident, "record">) {
  if (severity === undefined) return null;
  return (
    <>
      <dt>{kind === "near-miss" ? "Could have been" : "Severity"}</dt>
      <dd>
        {severityNames[severity]}. {severityMeanings[severity]}
      </dd>
    </>
  );
}

function Links({ name, children }: { name: string; children: { href: string; name: string }[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {children.map((link, position) => (
          <Fragment key={link.href}>
            {position > 0 && ", "}
            <a className="quiet" href={link.href}>
              {link.name}
            </a>
          </Fragment>
        ))}
      </dd>
    </>
  );
}

/** How long things took, as bars against the longest; the lighter part is how far a range reaches. */
function Spans({ spans }: { spans: { name: string; span: Span | null }[] }) {
  const known = spans.flatMap(({ name, span }) => (span ? [{ name, span }] : []));
  if (known.length === 0) return null;
  const longest = Math.max(...known.map(({ span }) => span.most ?? span.least * 1.25), 1);
  return (
    <dl className="spans">
      {known.map(({ name, span }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Bar
              to={Math.max(span.least / longest, 0.012)}
              most={span.most === null ? 1 : span.most / longest}
            />
            <span>{spanInWords(span)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function momentAt(text: string | undefined): Moment | null {
  return text === undefined ? null : momentOf(text);
}
