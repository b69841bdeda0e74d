import type { Metadata } from "next";
import { cache } from "react";

import { NothingHere } from "#app/_parts/nothing-here";
import { PrintedAddress } from "#app/_parts/printed-address";
import { Shell } from "#app/_parts/shell";
import { Section } from "#app/_ui/section";
import { metadataOf, missingMetadata } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { classesTogetherWith } from "#knowledge/incident/class-count.store";
import { factorsOfClass, type FactorLine } from "#knowledge/incident/incident.store";
import { linksTo } from "#knowledge/incident/link.store";
import { readingsOfClass } from "#knowledge/library/shelf.store";
import { classNames, findClass } from "#knowledge/taxonomy/taxonomy.store";

import { ClassFactors } from "./_class/class-factors";
import { ClassMargin } from "./_class/class-margin";
import { Meaning } from "./_class/meaning";
import { RoleShares } from "./_class/role-shares";

interface Props {
  readonly params: Promise<{ slug: string }>;
}

// The page and its metadata ask for the same class.
const classAt = cache(findClass);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const failureClass = await classAt((await params).slug);
  if (!failureClass) return missingMetadata;
  const { slug, name, means } = failureClass;
  return metadataOf({
    title: `${name}, a failure class`,
    description: means,
    canonical: paths.failureClass(slug),
    twins: {
      "text/markdown": paths.failureClassMarkdown(slug),
      "application/json": paths.failureClassJson(slug),
    },
  });
}

export default async function FailureClassPage({ params }: Props) {
  const { slug } = await params;
  tagPage(`class:${slug}`, "incidents");
  const failureClass = await classAt(slug);
  if (!failureClass) return <NothingHere slug={slug} />;
  const [names, factors, companions, readings, links] = await Promise.all([
    classNames(),
    factorsOfClass(slug),
    classesTogetherWith(slug, 10),
    readingsOfClass(slug),
    linksTo(slug),
  ]);
  const incidents = new Set(factors.map(({ incident }) => incident.slug)).size;

  return (
    <Shell section="classes">
      <div className="page with-margin">
        <div>
          <PrintedAddress path={paths.failureClass(slug)} />
          <p className="eyebrow">
            <a className="quiet" href={paths.failureClassFamily(failureClass.family.slug)}>
              {failureClass.family.name}
            </a>
            <span>Failure class</span>
          </p>
          <h1 className="title mt-2">{failureClass.name}</h1>
          <Meaning failureClass={failureClass} classNames={names} />
          <Occurrences slug={slug} factors={factors} incidents={incidents} />
        </div>
        <ClassMargin
          failureClass={failureClass}
          incidents={incidents}
          companions={companions}
          readings={readings}
          links={links}
        />
      </div>
    </Shell>
  );
}

interface OccurrencesProps {
  readonly slug: string;
  readonly factors: readonly FactorLine[];
  readonly incidents: number;
}

function Occurrences({ slug, factors, incidents }: OccurrencesProps) {
  if (factors.length === 0) {
    return (
      <p className="mt-10 max-w-[62ch] text-soft">
        No incident here names this class yet. It stands in the taxonomy because it happens; see{" "}
        <a href={paths.failureClasses()}>the map</a> for its neighbours.
      </p>
    );
  }
  return (
    <>
      <Section id="roles" title="The part it plays" className="mt-12">
        <RoleShares slug={slug} factors={factors} />
      </Section>
      <Section
        id="incidents"
        title="Incidents"
        className="mt-12"
        aside={
          <p className="text-small text-faint">
            {counted(factors.length, "factor")} in{" "}
            <a href={paths.incidents({ class: slug })}>{counted(incidents, "incident")}</a>
          </p>
        }
      >
        <ClassFactors factors={factors} />
      </Section>
    </>
  );
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
