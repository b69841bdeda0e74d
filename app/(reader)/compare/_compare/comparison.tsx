import type { PageTexts } from "#app/_parts/page-texts";
import { roleLooks } from "#app/_parts/role-mark";
import { SeverityMark } from "#app/_parts/severity-mark";
import { titleWords } from "#app/_parts/title-words";
import { momentInWords } from "#app/_parts/moment-words";
import { paths } from "#app/paths";
import type { Factor, IncidentRecord } from "#knowledge/incident/document";
import type { PublishedIncident } from "#knowledge/incident/incident.store";
import { momentOf } from "#knowledge/incident/moment";
import { Role, roleMeanings } from "#knowledge/incident/vocabulary";

import { Columns } from "./columns";
import { labelOf } from "./labels";
import { SharedTable } from "./shared-table";
import { sharedClasses } from "./shared-classes";
import { TimesTable } from "./times-table";

/** Rows of the impact that are shown where the record sets no figure large. */
const impactRows = 3;

interface Props {
  readonly incidents: readonly PublishedIncident[];
  readonly texts: PageTexts;
}

/** Two to four incidents side by side: what they share, how long they took, and each role in turn. */
export function Comparison({ incidents, texts }: Props) {
  const columns = incidents.map((incident) => ({ ...incident, label: labelOf(incident) }));
  const shared = sharedClasses(incidents.map(({ record }) => record));
  const sharedSlugs = new Set(shared.map(({ slug }) => slug));
  const roles = Role.options.filter((role) =>
    incidents.some(({ record }) => record.factors.some((factor) => factor.role === role)),
  );
  return (
    <>
      <Heads incidents={columns} />
      <SharedTable columns={columns} shared={shared} texts={texts} />
      <TimesTable columns={columns} />
      <Columns id="figures" title="Impact" columns={columns}>
        {({ record }) => <Figures record={record} texts={texts} />}
      </Columns>
      {roles.map((role) => (
        <Columns
          key={role}
          id={role}
          title={roleLooks[role].many}
          aside={<p className="text-small text-faint">{roleMeanings[role]}</p>}
          columns={columns}
        >
          {({ slug, record }) => {
            const factors = record.factors.filter((factor) => factor.role === role);
            if (factors.length === 0) return null;
            return (
              <ul className={`compare-factors compare-${role}`}>
                {factors.map((factor) => (
                  <FactorItem
                    key={factor.id}
                    {...{ slug, factor, texts }}
                    sharedSlugs={sharedSlugs}
                  />
                ))}
              </ul>
            );
          }}
        </Columns>
      ))}
      <Columns id="lessons" title="Lessons" columns={columns}>
        {({ record }) =>
          record.lessons.length === 0 ? null : (
            <ul className="compare-lessons">
              {record.lessons.map((lesson) => (
                <li key={lesson}>{texts.plain(lesson)}</li>
              ))}
            </ul>
          )
        }
      </Columns>
    </>
  );
}

function Heads({ incidents }: { incidents: readonly (PublishedIncident & { label: string })[] }) {
  const slugs = incidents.map(({ slug }) => slug);
  return (
    <ul className={`compare-columns compare-heads compare-${incidents.length}`}>
      {incidents.map(({ slug, record, organizations, label }) => (
        <li key={slug}>
          <p className="eyebrow">
            {record.severity && <SeverityMark severity={record.severity} />}
            {record.kind === "near-miss" && <span className="text-safeguard">Near miss</span>}
          </p>
          <h2 className="subhead">
            <a className="quiet" href={paths.incident(slug)}>
              {titleWords(record.title ?? slug)}
            </a>
          </h2>
          <p className="text-small text-faint">
            {organizations.map(({ name }) => name).join(", ")}
            {record.started !== undefined && ` · ${momentInWords(momentOf(record.started))}`}
          </p>
          <p className="compare-out">
            <a rel="nofollow" href={paths.compare(slugs.filter((other) => other !== slug))}>
              Take out<span className="sr-only"> {label}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Figures({ record, texts }: { record: IncidentRecord; texts: PageTexts }) {
  const large = record.impact.filter(({ figure }) => figure !== undefined);
  const rows = large.length > 0 ? large : record.impact.slice(0, impactRows);
  if (rows.length === 0) return null;
  return (
    <dl className="compare-figures">
      {rows.map(({ what, value, figure }) => (
        <div key={what}>
          <dt>{texts.plain(what)}</dt>
          <dd className={figure === undefined ? "" : "figure"}>{figure ?? texts.plain(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface FactorProps {
  readonly slug: string;
  readonly factor: Factor;
  readonly texts: PageTexts;
  readonly sharedSlugs: ReadonlySet<string>;
}

function FactorItem({ slug, factor, texts, sharedSlugs }: FactorProps) {
  return (
    <li>
      <a className="quiet" href={paths.incidentFactor(slug, factor.id)}>
        {texts.plain(factor.statement)}
      </a>
      {factor.classes.length > 0 && (
        <p className="factor-notes">
          {factor.classes.map((one) => (
            <a
              key={one}
              className={sharedSlugs.has(one) ? "chip shared" : "chip"}
              href={paths.failureClass(one)}
            >
              {texts.name(one)?.title ?? one}
              {sharedSlugs.has(one) && <span className="sr-only"> (shared)</span>}
            </a>
          ))}
        </p>
      )}
    </li>
  );
}
