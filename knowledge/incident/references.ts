import {
  faultsAt,
  shown,
  story as storyStep,
  type Fault,
  type Misfit,
  type Path,
} from "#knowledge/text/fault";
import { linksIn } from "#knowledge/text/plain";
import { linksInMarkdown } from "#knowledge/text/references";

import { didYouMean, suggestedFor } from "./coherence";
import type { IncidentDocument, IncidentRecord } from "./document";

/** The names a document may use, as the rest of the knowledge base has them. */
export interface KnownNames {
  /** Slugs of failure classes. */
  readonly classes: ReadonlySet<string>;
  /** Every name of an organisation, its aliases too, with the name that documents use. */
  readonly organizations: ReadonlyMap<string, string>;
  /** Slugs of mitigations. */
  readonly mitigations: ReadonlySet<string>;
  /** The one name space that `[[slug]]` resolves over: each slug with the kind of thing it names. */
  readonly all: ReadonlyMap<string, string>;
}

/** Where a document stands. */
export interface DocumentPlace {
  readonly file: string;
  readonly lineOf: (path: Path) => number;
  readonly slug: string;
}

/**
 * Faults for every name in a document that nothing answers to: classes, organisations, mitigations,
 * related incidents and `[[links]]` in any text, each with the nearest known name.
 */
export function checkReferences(
  document: IncidentDocument,
  names: KnownNames,
  place: DocumentPlace,
): Fault[] {
  const misfits = [
    ...unknownOrganizations(document.record, names),
    ...unknownInFactors(document.record, names),
    ...unknownRelated(document.record, names, place.slug),
    ...selfFormerly(document.record, place.slug),
    ...unknownLinks(linksInTexts(document.record), names),
    ...unknownLinksInStory(document.story, names),
  ];
  return faultsAt(misfits, place);
}

function unknownOrganizations(
  { organization }: IncidentRecord,
  { organizations }: KnownNames,
): Misfit[] {
  return organization.flatMap((name) => {
    const right = organizations.get(name);
    if (right === name) return [];
    const message =
      right === undefined
        ? `expected a name from organizations.yaml, found ${shown(name)}${nearestOrganization(name, organizations)}`
        : `expected ${shown(right)}, found its other name ${shown(name)}`;
    return [{ path: ["organization"], message }];
  });
}

function nearestOrganization(name: string, organizations: ReadonlyMap<string, string>): string {
  return didYouMean(name, new Set(organizations.values()));
}

function unknownInFactors(
  { factors }: IncidentRecord,
  { classes, mitigations }: KnownNames,
): Misfit[] {
  const named = (["classes", "mitigations"] as const).flatMap((key) =>
    factors.flatMap((factor, at) =>
      factor[key].map((slug) => ({ key, slug, path: ["factors", at, key] })),
    ),
  );
  const known = { classes, mitigations };
  return named
    .filter(({ key, slug }) => !known[key].has(slug))
    .slice(0, suggestedFor)
    .map(({ key, slug, path }) => {
      const expected = key === "classes" ? "a failure class" : "a mitigation";
      return {
        path,
        message: `expected ${expected}, found ${shown(slug)}${didYouMean(slug, known[key])}`,
      };
    });
}

const incidentKinds: ReadonlySet<string | undefined> = new Set(["incident", "former incident"]);

function unknownRelated({ related }: IncidentRecord, { all }: KnownNames, self: string): Misfit[] {
  const misplaced = related
    .map(({ slug }, at) => ({ slug, path: ["related", at, "slug"] }))
    .filter(({ slug }) => slug === self || !incidentKinds.has(all.get(slug)))
    .slice(0, suggestedFor);
  if (misplaced.length === 0) return [];
  const incidents = [...all].filter(([, kind]) => incidentKinds.has(kind)).map(([name]) => name);
  return misplaced.map(({ slug, path }) => ({
    path,
    message:
      slug === self
        ? "expected another incident, found this one"
        : `expected an incident, found ${shown(slug)}${didYouMean(slug, incidents)}`,
  }));
}

function selfFormerly({ formerly }: IncidentRecord, self: string): Misfit[] {
  const message = "expected a slug that this document no longer has, found its present one";
  return formerly.includes(self) ? [{ path: ["formerly"], message }] : [];
}

interface Link {
  readonly path: Path;
  readonly slug: string;
}

/** Misfits for every `[[link]]` that leads to nothing. */
export function unknownLinks(links: readonly Link[], { all }: Pick<KnownNames, "all">): Misfit[] {
  const expected = "a link to a class, incident, term, mitigation, pattern or reading list";
  return links
    .filter(({ slug }) => !all.has(slug))
    .slice(0, suggestedFor)
    .map(({ path, slug }) => ({
      path,
      message: `expected ${expected}, found [[${slug}]]${didYouMean(slug, all.keys())}`,
    }));
}

/** Every `[[link]]` in the texts of a value as a file has it: a record, a term, a reading list. */
export function linksInTexts(value: unknown): Link[] {
  return textsIn(value, []).flatMap(({ path, text }) =>
    linksIn(text).map((slug) => ({ path, slug })),
  );
}

function textsIn(value: unknown, path: Path): { path: Path; text: string }[] {
  if (typeof value === "string") return value.includes("[[") ? [{ path, text: value }] : [];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, at) => textsIn(item, [...path, at]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => key !== "url" && key !== "link")
    .flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

/** Misfits for every `[[link]]` that leads to nothing, in Markdown after front matter. */
export function unknownLinksInStory(markdown: string, names: Pick<KnownNames, "all">): Misfit[] {
  if (!markdown.includes("[[")) return [];
  const links = linksInMarkdown(markdown).map(({ slug, line }) => ({
    slug,
    path: [storyStep, line - 1],
  }));
  return unknownLinks(links, names);
}
