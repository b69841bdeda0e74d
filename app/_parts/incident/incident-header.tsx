import { Fragment } from "react";

import type { PublishedIncident } from "#knowledge/incident/incident.store";
import { momentOf } from "#knowledge/incident/moment";

import { paths } from "../../paths";
import { Words } from "../../_ui/words";
import { momentInWords } from "../moment-words";
import type { PageTexts } from "../page-texts";
import { SeverityMark } from "../severity-mark";
import { titleWords } from "../title-words";

interface Props {
  readonly incident: PublishedIncident;
  readonly texts: PageTexts;
  /** Where it is written, for who may. */
  readonly editAt: string | null;
}

/** What happened, to whom, when and how bad: title, summary, and up to four figures set large. */
export function IncidentHeader({ incident: { record, organizations }, texts, editAt }: Props) {
  const figures = record.impact.filter(({ figure }) => figure !== undefined);
  return (
    <header id="summary" className="incident-head">
      <p className="eyebrow">
        {record.severity && <SeverityMark severity={record.severity} />}
        {record.kind === "near-miss" && <span className="text-safeguard">Near miss</span>}
        {record.visibility === "members" && <b>For members only</b>}
        {organizations.length > 0 && (
          <span>
            {organizations.map(({ slug, name }, position) => (
              <Fragment key={slug}>
                {position > 0 && ", "}
                <a className="quiet" href={paths.organization(slug)}>
                  {name}
                </a>
              </Fragment>
            ))}
          </span>
        )}
        {record.started !== undefined && <span>{dateOf(record.started)}</span>}
        <EditLink at={editAt} />
      </p>
      <h1 className="title">{titleWords(record.title ?? "")}</h1>
      {record.kind === "near-miss" && (
        <p className="near-miss">Harm was averted; the severity says what it could have been.</p>
      )}
      {record.summary !== undefined && (
        <Words as="p" className="lede" html={texts.html(record.summary)} />
      )}
      {figures.length > 0 && (
        <ul className={`figures figures-${figures.length}`}>
          {figures.map(({ what, figure, source }) => (
            <li key={what}>
              <strong>{figure}</strong>
              <Words html={texts.html(what, source)} />
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

function EditLink({ at }: { readonly at: string | null }) {
  return (
    at !== null && (
      <a className="incident-edit" href={at}>
        Edit
      </a>
    )
  );
}

/** The date of a moment without its clock, for the line above the title. */
function dateOf(started: string): string {
  return momentInWords(momentOf(started.replaceAll(/T[\d:]+Z/g, "")));
}
