import { titles } from "./lexicon/names";
import type { Mention } from "./names";

interface Person {
  /** First and family name in small letters, once both are known. */
  full: string | null;
  role: string | null;
}

/**
 * For the people whom some texts mention, in their order, the part to use instead: "on-call engineer
 * A". The same person gets the same part wherever and however they are named (full name, first name,
 * handle, address); letters go by first occurrence, those passed over that a text has given already.
 * Keys are the names as written.
 */
export function partsOf(
  mentions: readonly Pick<Mention, "rule" | "name" | "role">[],
  given: Iterable<string> = [],
): Map<string, string> {
  const people: Person[] = [];
  const byWay = new Map<string, Person>();
  const owners = new Map<string, Person>();
  for (const { rule, name, role } of mentions) {
    const ways = waysOf(rule, name);
    const person = knownBy(ways, byWay) ?? addTo(people);
    for (const way of [...ways, ...shortWaysOf(ways)]) {
      if (!byWay.has(way)) byWay.set(way, person);
    }
    person.full ??= ways.find(isFull) ?? null;
    person.role ??= role;
    if (!owners.has(name)) owners.set(name, person);
  }
  const letters = lettersFor(people, new Set(given));
  return new Map(
    [...owners].map(([name, person]) => [
      name,
      `${person.role ?? usual} ${letters.get(person) ?? ""}`,
    ]),
  );
}

function lettersFor(
  people: readonly Person[],
  given: ReadonlySet<string>,
): ReadonlyMap<Person, string> {
  let next = 0;
  return new Map(
    people.map((person) => {
      while (given.has(letterOf(next))) next += 1;
      return [person, letterOf(next++)];
    }),
  );
}

const usual = "on-call engineer";

function addTo(people: Person[]): Person {
  const person: Person = { full: null, role: null };
  people.push(person);
  return person;
}

/** The person who is known in one of these ways; by a first name alone, if it may be theirs. */
function knownBy(ways: readonly string[], byWay: ReadonlyMap<string, Person>): Person | undefined {
  const known = ways.map((way) => byWay.get(way)).find((person) => person);
  const full = ways.find(isFull);
  if (known || full === undefined) return known;
  const namesake = byWay.get(full.split(" ", 1)[0] ?? "");
  return namesake?.full === null ? namesake : undefined;
}

function isFull(way: string): boolean {
  return way.includes(" ");
}

/** The ways that a mention is itself one of: any of them shared makes it the same person. */
function waysOf(rule: Mention["rule"], name: string): string[] {
  const written = name.toLowerCase();
  if (rule === "personal-name") {
    const words = written
      .split(/[^\p{L}\p{M}'’-]+/u)
      .filter((word) => word.length > 1 && !titles.has(word));
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
    ];
  });
}

/** A to Z, then AA, AB and so on. */
function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${letterOf(Math.floor(at / 26) - 1)}${letter}`;
}
