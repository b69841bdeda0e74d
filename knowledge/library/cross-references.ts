import { didYouMean, suggestedFor, unknownCitations } from "#knowledge/incident/coherence";
import { namesOfOrganizations, organizationsFile } from "#knowledge/incident/organization";
import {
  checkReferences,
  linksInTexts,
  unknownLinks,
  unknownLinksInStory,
  type KnownNames,
} from "#knowledge/incident/references";
import { classesOf } from "#knowledge/taxonomy/taxonomy";
import { faultsAt, shown, type Fault, type Misfit, type Path } from "#knowledge/text/fault";

import type { Content } from "./content";
import { singles } from "./content-folder";
import { nameSpaceOf, type Places } from "./name-space";

/**
 * Faults that show only when all files are seen beside each other: a slug that two things claim, and
 * every name that nothing answers to. Where a file of names itself could not be read, its faults
 * come first; without it nearly every name would be unknown.
 */
export function faultsAcross(content: Content, places: Places): Fault[] {
  const space = nameSpaceOf(content, places);
  if (!singles.every((single) => places.has(single))) return space.faults;
  const names: KnownNames = {
    classes: new Set(classesOf(content).map(({ slug }) => slug)),
    organizations: namesOfOrganizations(content.organizations),
    mitigations: new Set(),
    all: space.all,
  };
  const { incidents } = content;
  return [
    ...space.faults,
    ...incidents.flatMap((incident) => checkReferences(incident.document, names, incident)),
    ...inSingle("taxonomy.yaml", places, [
      ...unknownLinks(linksInTexts({ families: content.families }), names),
      ...repeated(
        content.families.map(({ slug }, at) => ({ word: slug, path: ["families", at, "slug"] })),
      ),
    ]),
    ...inSingle(organizationsFile, places, misfitsOfOrganizations(content)),
    ...inSingle("glossary.yaml", places, misfitsOfGlossary(content, names)),
    ...content.patterns.flatMap((pattern) => faultsAt(misfitsOfPattern(pattern, names), pattern)),
    ...content.readingLists.flatMap((list) => faultsAt(misfitsOfReadingList(list, names), list)),
    ...content.templates.flatMap((template) =>
      faultsAt(misfitsOfTemplate(template, names), template),
    ),
  ];
}

function inSingle(file: string, places: Places, misfits: readonly Misfit[]): Fault[] {
  return faultsAt(misfits, { file, lineOf: (path) => places.get(file)?.(path) ?? 1 });
}

interface Word {
  readonly word: string;
  readonly path: Path;
}

function repeated(words: readonly Word[], what = "a name of its own"): Misfit[] {
  const seen = new Set<string>();
  return words.flatMap(({ word, path }) => {
    if (seen.has(word)) return [{ path, message: `expected ${what}, found ${shown(word)} again` }];
    seen.add(word);
    return [];
  });
}

function unknownWords(
  words: readonly Word[],
  known: ReadonlySet<string>,
  expected: string,
): Misfit[] {
  return words
    .filter(({ word }) => !known.has(word))
    .slice(0, suggestedFor)
    .map(({ word, path }) => ({
      path,
      message: `expected ${expected}, found ${shown(word)}${didYouMean(word, known)}`,
    }));
}

/** Each section of the editor is one heading of the story, or one part of the record. */
function misfitsOfTemplate(
  { sections, body }: Content["templates"][number],
  names: KnownNames,
): Misfit[] {
  const headings = sections.map(({ heading }, at) => {
    return { word: heading, path: ["sections", at, "heading"] };
  });
  const parts = sections.flatMap(({ part }, at) =>
    part === undefined ? [] : [{ word: part, path: ["sections", at, "part"] }],
  );
  return [
    ...repeated(headings, "a heading of its own"),
    ...repeated(parts, "a part of its own"),
    ...unknownLinksInStory(body, names),
    ...unknownCitations(body, []),
  ];
}

function misfitsOfOrganizations({ organizations }: Content): Misfit[] {
  const slugs = organizations.map(({ slug }, at) => ({ word: slug, path: [at, "slug"] }));
  const names = organizations.flatMap(({ name, aka }, at) => [
    { word: name, path: [at, "name"] },
    ...aka.map((other) => ({ word: other, path: [at, "aka"] })),
  ]);
  const parents = organizations.flatMap(({ partOf }, at) =>
    partOf === undefined ? [] : [{ word: partOf, path: [at, "partOf"] }],
  );
  const known = new Set(slugs.map(({ word }) => word));
  return [
    ...repeated(slugs),
    ...repeated(names),
    ...unknownWords(parents, known, "the slug of an organisation of this list"),
    ...circlesOf(organizations),
  ];
}

/** An organisation that is, over others, a part of itself. */
function circlesOf(organizations: Content["organizations"]): Misfit[] {
  const parentOf = new Map(organizations.map(({ slug, partOf }) => [slug, partOf]));
  return organizations.flatMap(({ slug }, at) => {
    const passed = new Set<string>();
    let above = parentOf.get(slug);
    while (above !== undefined && above !== slug && !passed.has(above)) {
      passed.add(above);
      above = parentOf.get(above);
    }
    if (above !== slug) return [];
    return [
      {
        path: [at, "partOf"],
        message: `expected another organisation, found a circle back to ${shown(slug)}`,
      },
    ];
  });
}

function misfitsOfGlossary({ terms }: Content, names: KnownNames): Misfit[] {
  const known = new Set([...names.classes, ...terms.map(({ slug }) => slug)]);
  const see = terms.flatMap((term, at) => term.see.map((word) => ({ word, path: [at, "see"] })));
  return [
    ...unknownWords(see, known, "the slug of a failure class or of a term"),
    ...unknownLinks(linksInTexts(terms), names),
  ];
}

function misfitsOfPattern(
  { incidents, body }: Content["patterns"][number],
  names: KnownNames,
): Misfit[] {
  const named = incidents.map(({ slug }, at) => ({ word: slug, path: ["incidents", at, "slug"] }));
  return [
    ...unknownWords(named, incidentsOf(names), "an incident"),
    ...repeated(named),
    ...unknownLinks(linksInTexts({ incidents }), names),
    ...unknownLinksInStory(body, names),
    ...unknownCitations(body, []),
  ];
}

function misfitsOfReadingList(
  { items }: Content["readingLists"][number],
  names: KnownNames,
): Misfit[] {
  const words = (key: "incidents" | "classes") =>
    items.flatMap((item, at) => item[key].map((word) => ({ word, path: ["items", at, key] })));
  return [
    ...unknownWords(words("incidents"), incidentsOf(names), "an incident"),
    ...unknownWords(words("classes"), names.classes, "a failure class"),
    ...unknownLinks(linksInTexts({ items }), names),
  ];
}

function incidentsOf({ all }: KnownNames): Set<string> {
  return new Set([...all].filter(([, kind]) => kind.endsWith("incident")).map(([slug]) => slug));
}
