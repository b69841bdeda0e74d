import { titles } from "./lexicon/names";
import type { Mention } from "./names";

interface Person {
  /** First and family name in small letters, once both are known. */
  full: string | null;
  role: string | null;
  /** The part that they have had before. */
  readonly part: string | null;
}

/** What a document, or who writes it, has settled already of how people are named. */
export interface GivenParts {
  /** Letters that stand for somebody. */
  readonly letters?: Iterable<string>;
  /** Names of which the part is known: "Maya Berg" is "person A". */
  readonly parts?: ReadonlyMap<string, string>;
}

/**
 * For the people whom some texts mention, in their order, the part to use instead: "on-call engineer
 * A". The same person gets the same part wherever and however they are named (full name, first name,
 * handle, address), where that can be but one of them; letters go by first occurrence, those passed
 * over that are given already. Keys are the names as written.
 */
export function partsOf(
  mentions: readonly Pick<Mention, "rule" | "name" | "role">[],
  { letters: given = [], parts = new Map() }: GivenParts = {},
): Map<string, string> {
  const known = [...parts].map(([name, part]) => ({ rule: ruleOf(name), name, role: null, part }));
  const all: Named[] = [...known, ...mentions].map(({ rule, ...one }) => ({
    part: null,
    ...one,
    ways: waysOf(rule, one.name),
  }));
  const owners = ownersOf(all);
  const taken = new Set([...given, ...[...parts.values()].map(letterIn)]);
  const letters = lettersFor(new Set(owners.values()), taken);
  return new Map(
    mentions.map(({ name }) => {
      const person = owners.get(name);
      const part = `${person?.role ?? usual} ${(person && letters.get(person)) ?? ""}`;
      return [name, person?.part ?? part];
    }),
  );
}

/** A mention of somebody, with the ways of which it is one. */
interface Named extends Pick<Mention, "name" | "role">, Pick<Person, "part"> {
  readonly ways: readonly string[];
}

/** Who is meant by each name, in the order of their first mention. */
function ownersOf(all: readonly Named[]): ReadonlyMap<string, Person> {
  const shared = sharedWays(all.map(({ ways }) => ways));
  const byWay = new Map<string, Person>();
  const owners = new Map<string, Person>();
  for (const { name, role, part, ways } of all) {
    const person = knownBy(ways, byWay, shared) ?? { full: null, role: null, part };
    const short = shortWaysOf(ways).filter((way) => !shared.has(way));
    for (const way of [...ways, ...short]) if (!byWay.has(way)) byWay.set(way, person);
    person.full ??= ways.find(isFull) ?? null;
    person.role ??= role;
    if (!owners.has(name)) owners.set(name, person);
  }
  return owners;
}

/** A name as somebody wrote it is one of several words, or by which they go in a chat. */
export function ruleOf(name: string): "personal-name" | "handle" {
  return /\s/.test(name.trim()) ? "personal-name" : "handle";
}

/** Short ways that several people of different full names may go by: they are nobody's. */
function sharedWays(all: readonly (readonly string[])[]): ReadonlySet<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const full of new Set(all.flatMap((ways) => ways.filter(isFull)))) {
    for (const way of new Set(shortWaysOf([full]))) {
      if (owners.has(way)) shared.add(way);
      else owners.set(way, full);
    }
  }
  return shared;
}

/** The letter at the end of a part: "A" of "person A". */
function letterIn(part: string): string {
  return part.slice(part.lastIndexOf(" ") + 1);
}

function lettersFor(
  people: ReadonlySet<Person>,
  given: ReadonlySet<string>,
): ReadonlyMap<Person, string> {
  let next = 0;
  return new Map(
    [...people]
      .filter(({ part }) => part === null)
      .map((person) => {
        while (given.has(letterOf(next))) next += 1;
        return [person, letterOf(next++)];
      }),
  );
}

const usual = "on-call engineer";

/** The person who is known in one of these ways; by a first name alone, if it may be theirs. */
function knownBy(
  ways: readonly string[],
  byWay: ReadonlyMap<string, Person>,
  shared: ReadonlySet<string>,
): Person | undefined {
  const known = ways.map((way) => byWay.get(way)).find((person) => person);
  const full = ways.find(isFull);
  if (known || full === undefined) return known;
  const namesakes = shortWaysOf([full]).flatMap((way) =>
    shared.has(way) ? [] : (byWay.get(way) ?? []),
  );
  return namesakes.find((namesake) => namesake.full === null);
}

function isFull(way: string): boolean {
  return way.includes(" ");
}

/** The ways that a mention is itself one of: any of them shared makes it the same person. */
function waysOf(rule: Mention["rule"], name: string): string[] {
  const written = name.toLowerCase();
  if (rule === "personal-name") {
    const words = written
      .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
      .filter((word, at) => (word.length > 1 || (at > 0 && word !== "")) && !titles.has(word));
    const [first = written] = words;
    const last = words.at(-1) ?? first;
    return words.length < 2 ? [first] : [`${first} ${last}`];
  }
  const local = written.replace(/^@/, "").split("@", 1)[0] ?? "";
  const words = local.split(/[._-]+/).filter((word) => word !== "");
  const [first = local] = words;
  const last = words.at(-1) ?? first;
  return words.length < 2 ? [`@${local}`, local] : [`${first} ${last}`];
}

/** From a full name the shorter ways: first name, family name, `jsmith`, `johnsmith`. */
function shortWaysOf(ways: readonly string[]): string[] {
  return ways.flatMap((way) => {
    const [first = "", last] = way.split(" ");
    if (last === undefined) return [];
    return [
      first,
      last,
      `${first.charAt(0)}${last}`,
      `${first}${last}`,
      `${first}${last.charAt(0)}`,
      `${first} ${last.charAt(0)}`,
    ].filter((short) => short.length > 1 && short !== way);
  });
}

/** A to Z, then AA, AB and so on. */
function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${letterOf(Math.floor(at / 26) - 1)}${letter}`;
}
