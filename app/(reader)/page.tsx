import type { Metadata } from "next";

import { ClassMap, RoleChoice } from "#app/_parts/class-map";
import { IncidentEyebrow } from "#app/_parts/incident-eyebrow";
import { Shell } from "#app/_parts/shell";
import { titleWords } from "#app/_parts/title-words";
import { Section } from "#app/_ui/section";
import { metadataOf } from "#app/page-metadata";
import { keepPageUntil, tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { countIncidentsByClass } from "#knowledge/incident/class-count.store";
import {
  collectionFigures,
  findClaims,
  incidentInTurn,
  newestIncidents,
  type ClaimLine,
  type IncidentLine,
} from "#knowledge/incident/incident.store";
import { namesOf } from "#knowledge/incident/link.store";
import { findPatterns, findReadingLists } from "#knowledge/library/shelf.store";
import { findFamilies } from "#knowledge/taxonomy/taxonomy.store";

import { Ask } from "./_home/ask";
import { Contested, Patterns, Readings } from "./_home/columns";
import { ToRead } from "./_home/to-read";
import { currentTurn, inTurn } from "./_home/turn";

/** The incident that shows how to read one: it has something in every part of the record. */
const example = "crowdstrike-2024-07-channel-file-291";

const description =
  "Public incidents and outages, taken apart into the factors that made them possible, set them off, made them worse, hid them, or held. Search by what contributed.";

export function generateMetadata(): Metadata {
  return {
    ...metadataOf({
      title: "Hindsight: has this happened before?",
      description,
      canonical: paths.home(),
    }),
    title: { absolute: "Hindsight: has this happened before?" },
  };
}

export default async function HomePage() {
  const { turn, until } = currentTurn();
  tagPage("incidents");
  keepPageUntil(until);
  const [figures, toRead, named, patterns, contested, lists] = await Promise.all([
    collectionFigures(),
    incidentInTurn(turn),
    namesOf([example]),
    findPatterns(),
    findClaims("contested"),
    findReadingLists(),
  ]);

  return (
    <Shell>
      <div className="page">
        <div className="home-top">
          <h1>Has this happened before?</h1>
          <p className="lede">
            {figures.incidents} public outages, taken apart into the {figures.factors} factors that
            made them possible, set them off, made them worse, hid them, or held. Search by what
            contributed.
          </p>
          <Ask />
        </div>
        <div className="home-columns">
          {toRead && <ToRead incident={toRead} example={named.get(example) ?? null} />}
          <Patterns patterns={inTurn(patterns, turn, 4)} />
          <div className="home-column">
            <Contested
              claims={inTurn(onePerIncident(contested), turn, 3)}
              unsettled={figures.openClaims}
            />
            <Readings lists={lists.slice(0, 2)} />
          </div>
        </div>
        <Newest incidents={await newestIncidents(6)} />
        <FailureClasses />
      </div>
    </Shell>
  );
}

// The front page shows how much there is, not how much one incident was argued about.
function onePerIncident(claims: readonly ClaimLine[]): ClaimLine[] {
  return [...new Map(claims.toReversed().map((claim) => [claim.incident.slug, claim])).values()];
}

function Newest({ incidents }: { incidents: readonly IncidentLine[] }) {
  return (
    <Section
      id="new"
      title="New here"
      className="mt-14"
      aside={
        <a className="text-small text-soft" href={paths.incidents()}>
          All incidents
        </a>
      }
    >
      <ul className="home-new">
        {incidents.map((incident) => (
          <li key={incident.slug}>
            <IncidentEyebrow incident={incident} />
            <h3>
              <a className="quiet" href={paths.incident(incident.slug)}>
                {titleWords(incident.title)}
              </a>
            </h3>
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function FailureClasses() {
  const [families, counts] = await Promise.all([findFamilies(), countIncidentsByClass(null)]);
  const classes = families.reduce((sum, family) => sum + family.classes.length, 0);
  return (
    <Section
      id="classes"
      title="Failure classes"
      className="mt-16"
      aside={<RoleChoice inRole={null} />}
    >
      <p className="-mt-2 mb-4 text-note text-soft">
        {classes} classes in {families.length} families; shade and figure: incidents that name the
        class
      </p>
      <ClassMap families={families} order={counts} counts={counts} inRole={null} heading="h3" />
    </Section>
  );
}
