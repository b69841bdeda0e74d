import type { ReactNode } from "react";

import type { PublishedIncident } from "#knowledge/incident/incident.store";
import type { Backlink } from "#knowledge/incident/link.store";
import type { SimilarIncident } from "#knowledge/search/similar.store";

import { paths } from "../../paths";
import { Section } from "../../_ui/section";
import { Words } from "../../_ui/words";
import type { PageTexts } from "../page-texts";
import { PrintedAddress } from "../printed-address";
import { TermNotes } from "../term-notes";
import { Claims } from "./claims";
import { Contents } from "./contents";
import { contentsOf } from "./contents-of";
import { FactorChain } from "./factor-chain";
import { FactorList } from "./factor-list";
import { Facts } from "./facts";
import { Impact } from "./impact";
import { IncidentHeader } from "./incident-header";
import { HistoryLine, SimilarAndRelated, Surroundings } from "./margin";
import { Actions, Changes, Lessons, Questions } from "./outcomes";
import { Sources } from "./sources";
import { Timeline } from "./timeline";

interface Props {
  readonly incident: PublishedIncident;
  readonly texts: PageTexts;
  readonly backlinks: readonly Backlink[];
  /** Nearest first. */
  readonly similar?: readonly SimilarIncident[];
  /** Where readers can say what is wrong. */
  readonly note?: ReactNode;
  /** Where it is written, for who may; nobody else's page has a trace of it. */
  readonly editAt?: string | null;
}

/**
 * An incident whole. The order is that of reading; where there is room, facts, similar incidents
 * and what links here stand in the margin beside it, and the factor chain takes the whole width.
 */
export function IncidentArticle(props: Props) {
  const { incident, texts, backlinks, similar = [], note, editAt } = props;
  const { record } = incident;
  return (
    <article className="page incident">
      <Contents entries={contentsOf(incident, backlinks)} />
      <div className="incident-top">
        <PrintedAddress path={paths.incident(incident.slug)} />
        <IncidentHeader incident={incident} texts={texts} editAt={editAt ?? null} />
        <Impact record={record} texts={texts} />
      </div>
      <Facts incident={incident} />
      <Timeline record={record} texts={texts} />
      <Section id="factors" title="Contributing factors" className="incident-factors">
        <FactorChain record={record} texts={texts} />
      </Section>
      <div className="incident-rest">
        <FactorList record={record} texts={texts} />
        <Claims record={record} texts={texts} />
        <Changes record={record} texts={texts} />
        <Lessons record={record} texts={texts} />
        <Actions record={record} texts={texts} />
        <Questions record={record} texts={texts} />
        {texts.story !== "" && <Words as="div" className="prose story" html={texts.story} />}
        <Sources incident={incident} />
        <HistoryLine incident={incident} />
        {note}
      </div>
      <SimilarAndRelated
        incident={incident}
        texts={texts}
        backlinks={backlinks}
        similar={similar}
      />
      <Surroundings incident={incident} backlinks={backlinks} />
      <TermNotes terms={texts.terms} />
    </article>
  );
}
