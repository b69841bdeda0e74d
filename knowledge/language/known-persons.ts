/** `given`: hardly ever anything but a name. `ordinary`: a name where it cannot be a plain word. */
export type Way = "given" | "ordinary";

/** Words by which the whole text names people. */
export type KnownPersons = ReadonlyMap<string, Way>;

type NamedSo = readonly (readonly [word: string, way: Way])[];

/** What a block tells of who is a person. */
export interface PersonSigns {
  /** Words that name a person here. */
  readonly persons: NamedSo;
  /** Words that do here what only a person does, and words that do what only a thing does. */
  readonly likely: NamedSo;
  readonly unlikely: readonly string[];
}

export const nobody: KnownPersons = new Map();

/** The words by which people go in texts, of all that their blocks tell. */
export function personsIn(signs: readonly PersonSigns[]): KnownPersons {
  const persons = new Map<string, Way>();
  for (const { likely } of signs) for (const [word, way] of likely) persons.set(word, way);
  // What is once spoken of as a thing is no person by its grammar.
  for (const { unlikely } of signs) for (const word of unlikely) persons.delete(word);
  for (const { persons: named } of signs) {
    for (const [word, way] of named) {
      if (persons.get(word) !== "given") persons.set(word, way);
    }
  }
  return persons;
}

/** Those of them who are named with one of some words. */
export function among(persons: KnownPersons, words: ReadonlySet<string>): KnownPersons {
  if (persons.size === 0) return nobody;
  const here = new Map<string, Way>();
  for (const word of words) {
    const way = persons.get(word);
    if (way !== undefined) here.set(word, way);
  }
  return here;
}
