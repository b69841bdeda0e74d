import type { Misfit } from "#knowledge/text/fault";

import { incoherences } from "./coherence";
import type { IncidentDocument, IncidentRecord } from "./document";

/**
 * What a well-formed document still lacks before readers may see it: title, organization, severity,
 * started, summary, one factor, one source, a source on every figure and on every confirmed or
 * reported factor; and whatever keeps its rows from being whole and holding together. Everything else
 * that a template asks for is advice.
 */
export function faultsBeforePublishing(document: IncidentDocument): Misfit[] {
  const { record } = document;
  return [
    ...missingKeys(record),
    ...incoherences(document),
    ...figuresWithoutSource(record),
    ...factorsWithoutSource(record),
  ];
}

function missingKeys(record: IncidentRecord): Misfit[] {
  const needed: [string, boolean, string][] = [
    ["title", record.title === undefined, "a title"],
    ["organization", record.organization.length === 0, "the name of an organisation"],
    ["severity", record.severity === undefined, "a severity"],
    ["started", record.started === undefined, "the time when harm began"],
    ["summary", record.summary === undefined, "a summary"],
    ["factors", record.factors.length === 0, "at least one factor"],
    ["sources", record.sources.length === 0, "at least one source"],
  ];
  return needed
    .filter(([, missing]) => missing)
    .map(([key, , wanted]) => ({ path: [key], message: `expected ${wanted}, found nothing` }));
}

function figuresWithoutSource({ impact }: IncidentRecord): Misfit[] {
  return impact.flatMap(({ figure, source }, at) =>
    figure !== undefined && source.length === 0
      ? [
          {
            path: ["impact", at, "source"],
            message: "expected a source for this figure, found nothing",
          },
        ]
      : [],
  );
}

function factorsWithoutSource({ factors }: IncidentRecord): Misfit[] {
  return factors.flatMap(({ standing, source }, at) =>
    (standing === "confirmed" || standing === "reported") && source.length === 0
      ? [
          {
            path: ["factors", at, "source"],
            message: `expected a source for a ${standing} factor, found nothing`,
          },
        ]
      : [],
  );
}
