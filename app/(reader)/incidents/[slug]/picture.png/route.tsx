import { ImageResponse } from "next/og";

import { dayOfMoment } from "#app/_parts/day-in-words";
import { absentIncident } from "#app/_twins/absent";
import { drawable, pictureFonts } from "#app/_twins/picture-fonts";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { privateHeaders } from "#app/private-answer";
import { findIncident, type PublishedIncident } from "#knowledge/incident/incident.store";
import { Role } from "#knowledge/incident/vocabulary";

import { IncidentPicture, pictureSize, type PictureWords } from "../../../../_twins/picture";

/** The picture that other sites show beside a link to the incident; drawn here, without a network. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const incident = await findIncident(slug);
  if (!incident) return absentIncident(slug, paths.incidentPicture);
  tagPage(`incident:${slug}`);
  const fonts = await pictureFonts();
  const picture = <IncidentPicture words={wordsFor(incident)} />;
  return new ImageResponse(picture, { ...pictureSize, fonts, headers: privateHeaders() });
}

function wordsFor({ slug, record, organizations }: PublishedIncident): PictureWords {
  const names = organizations.flatMap(({ name }) => drawable(name) ?? []);
  const day = dayOfMoment(record.started ?? "");
  return {
    // A title in a script that we have no font for; the slug at least says which incident it is.
    title: drawable(record.title ?? "") ?? slug.replaceAll("-", " "),
    facts: [names.join(", "), day].filter((fact) => fact !== ""),
    severity: record.severity ?? "minor",
    isNearMiss: record.kind === "near-miss",
    roles: new Map(
      Role.options.map((role) => [
        role,
        record.factors.filter((factor) => factor.role === role).length,
      ]),
    ),
  };
}
