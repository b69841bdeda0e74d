import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

import { readContent } from "#knowledge/library/read-content";
import { contentFolder, projectFolder } from "#server/project";

import { frequentOrganizations } from "./filled-library";

/** What is searched for and typed, drawn from what ships: the same whatever a database holds. */
export interface Material {
  /** Failure classes by slug, those of most incidents first. */
  readonly classes: readonly string[];
  /** The classes that one incident has, for each of several. */
  readonly together: readonly (readonly string[])[];
  /** Families by slug, those of most factors first. */
  readonly families: readonly string[];
  readonly organizations: readonly string[];
  /** What people ask who remember an incident, in their words. */
  readonly questions: readonly string[];
  /** The same with a typing error each. */
  readonly misspelt: readonly string[];
  /** Names and aliases of classes, and names of organisations and products. */
  readonly names: { readonly classes: readonly string[]; readonly others: readonly string[] };
}

const Questions = z.record(z.string(), z.array(z.object({ question: z.string() })));

/** Reads the content that ships, and the questions that search is tested with. */
export async function searchMaterial(): Promise<Material> {
  const read = await readContent(contentFolder);
  if (read.kind === "faulty") throw new Error(`content: ${read.faults[0]?.message}`);
  const { incidents, families, organizations } = read.content;
  const records = incidents.map(({ document }) => document.record);
  const classesOf = records.map(({ factors }) => factors.flatMap((factor) => factor.classes));
  const together = classesOf.map((slugs) => [...new Set(slugs)]);
  const familyOf = new Map(
    families.flatMap((family) => family.classes.map(({ slug }) => [slug, family.slug] as const)),
  );
  const { written, misspelt } = await testQuestions();
  return {
    classes: mostFrequentFirst(together.flat()),
    together,
    families: mostFrequentFirst(classesOf.flat().flatMap((slug) => familyOf.get(slug) ?? [])),
    organizations: [...organizations.map(({ slug }) => slug), ...frequentOrganizations(30)],
    questions: written,
    misspelt,
    names: {
      classes: families.flatMap((family) =>
        family.classes.flatMap(({ name, aka }) => [name, ...aka]),
      ),
      others: [
        ...organizations.map(({ name }) => name),
        ...new Set(records.flatMap(({ products }) => products)),
      ],
    },
  };
}

async function testQuestions() {
  const lists = await Promise.all(
    ["questions", "remembered"].map(async (file) => {
      const at = path.join(projectFolder, `knowledge/search/testing/${file}.json`);
      return Object.entries(Questions.parse(JSON.parse(await readFile(at, "utf8"))));
    }),
  );
  const wordsOf = (isMisspelt: boolean) => [
    ...new Set(
      lists
        .flat()
        .filter(([name]) => (name === "misspelt") === isMisspelt)
        .flatMap(([, list]) => list.map(({ question }) => question)),
    ),
  ];
  return { written: wordsOf(false), misspelt: wordsOf(true) };
}

function mostFrequentFirst(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, many], [b, other]) => other - many || (a < b ? -1 : 1))
    .map(([value]) => value);
}
