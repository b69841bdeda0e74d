import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";

import { IncidentArticle } from "#app/_parts/incident/incident-article";
import { jsonLdOf } from "#app/_parts/incident/json-ld";
import { textsOf } from "#app/_parts/incident/texts-of";
import { Withdrawn } from "#app/_parts/incident/withdrawn";
import { NothingHere } from "#app/_parts/nothing-here";
import { NoteSent, WrongHere } from "#app/_parts/notes/wrong-here";
import { Shell } from "#app/_parts/shell";
import { currentActor, flashFor } from "#app/_session/current";
import { metadataOf, missingMetadata, withdrawnMetadata } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { findElsewhere, findIncident } from "#knowledge/incident/incident.store";
import { linksTo } from "#knowledge/incident/link.store";
import { mayOnSite } from "#knowledge/people/rules";
import { reach } from "#knowledge/review/review";
import { similarIncidents, type SimilarIncident } from "#knowledge/search/similar.store";
import { excerpt } from "#knowledge/text/excerpt";
import { plainText } from "#knowledge/text/plain";

interface Props {
  readonly params: Promise<{ slug: string }>;
}

/** How many similar incidents stand in the margin. */
const similarShown = 4;

// The page and its metadata ask for the same; `cache` lets the database answer once.
const incidentAt = cache(findIncident);
const elsewhereOf = cache(findElsewhere);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const incident = await incidentAt(slug);
  if (!incident) {
    const { kind } = await elsewhereOf(slug);
    return kind === "archived" ? withdrawnMetadata : missingMetadata;
  }
  const title = incident.record.title ?? slug;
  const metadata = metadataOf({
    title,
    description: excerpt(plainText(incident.record.summary ?? ""), 200),
    canonical: paths.incident(slug),
    twins: {
      "text/markdown": paths.incidentMarkdown(slug),
      "application/json": paths.incidentJson(slug),
    },
  });
  const picture = { url: paths.incidentPicture(slug), width: 1200, height: 630, alt: title };
  return {
    ...metadata,
    openGraph: { ...metadata.openGraph, type: "article", images: [picture] },
    twitter: { card: "summary_large_image" },
  };
}

export default async function IncidentPage({ params }: Props) {
  const { slug } = await params;
  // What links here may change with any incident.
  tagPage(`incident:${slug}`, "incidents");
  const incident = await incidentAt(slug);
  if (!incident) return elsewhere(slug);
  const [backlinks, similar] = await Promise.all([
    linksTo(slug),
    similarIncidents(slug, similarShown),
  ]);
  const texts = await textsOf(incident, classesIn(similar));
  const flash = await flashFor(paths.incident(slug));
  return (
    <Shell section="incidents">
      <NoteSent flash={flash} />
      <IncidentArticle
        incident={incident}
        texts={texts}
        backlinks={backlinks}
        similar={similar}
        note={<WrongHere slug={slug} flash={flash} />}
        editAt={await editAt(slug)}
      />
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: jsonLdOf(incident, texts) }}
      />
    </Shell>
  );
}

/** Where the incident is written, for who may; a visitor's page asks nobody. */
async function editAt(slug: string): Promise<string | null> {
  const actor = await currentActor();
  if (!mayOnSite(actor, "begin a review")) return null;
  const reached = await reach(actor, "edit", slug);
  return reached.kind === "reached" ? paths.review(reached.review.slug) : null;
}

/** The classes that the reasons of similar incidents speak of. */
function classesIn(similar: readonly SimilarIncident[]): string[] {
  return similar.flatMap(({ shared, differs }) => [
    ...shared.map((one) => one.slug),
    ...(differs ? [differs.slug] : []),
  ]);
}

async function elsewhere(slug: string) {
  const found = await elsewhereOf(slug);
  switch (found.kind) {
    case "moved":
      return permanentRedirect(paths.incident(found.slug));
    case "archived":
      return <Withdrawn />;
    case "nowhere":
      return <NothingHere slug={slug} />;
  }
}
