import {
  affected,
  ambiguousPeople,
  groups,
  humanGroups,
  humanModifiers,
  organizations,
  people,
  programModifiers,
} from "./lexicon/people";
import { products } from "./lexicon/named-otherwise";
import { systems } from "./lexicon/systems";
import { determiners } from "./lexicon/words";
import { wordSet } from "./lexicon/word-set";
import type { Who } from "./rule";
import { isWordAt, normAt, tokenAt, type Token } from "./token";

/** Words that stand for one person, whoever it is. */
export const personPronouns = wordSet(`
  i he she him her me you who nobody none someone somebody anyone anybody everyone everybody
`);
/** Words by which those who write name themselves. */
export const teamPronouns = wordSet("we us ourselves");
const thingPronouns = wordSet(`
  it this these those there everything nothing something anything
`);

/** Who the token at `at` names, as a subject's last noun. */
export function whoIs(tokens: readonly Token[], at: number): Who {
  const token = tokenAt(tokens, at);
  if (token.named || token.kind === "handle") return "person";
  if (token.kind !== "word") return "unknown";
  return pronounIs(token.norm) ?? (isOnCall(tokens, at) ? "person" : nounIs(tokens, at));
}

function pronounIs(norm: string): Who | null {
  if (personPronouns.has(norm)) return "person";
  if (teamPronouns.has(norm)) return "team";
  return thingPronouns.has(norm) ? "thing" : null;
}

/** "The on-call", without a noun. */
function isOnCall(tokens: readonly Token[], at: number): boolean {
  const token = tokenAt(tokens, at);
  return token.norm === "call" && token.tied && normAt(tokens, at - 1) === "on";
}

const byNoun = new Map<string, Who>(
  [
    [systems, "system"] as const,
    [organizations, "organization"] as const,
    [affected, "affected"] as const,
    [groups, "team"] as const,
    [people, "person"] as const,
  ].flatMap(([words, who]) => [...words].map((word) => [word, who] as const)),
);

const alsoPrograms = wordSet("operator deployer submitter requester");
/** Those of them that are parts of software rather than trades, with what runs before them. */
const oftenParts = wordSet("deployer submitter requester");

function nounIs(tokens: readonly Token[], at: number): Who {
  const { norm } = tokenAt(tokens, at);
  const noun = singularOf(norm);
  const modifier = isWordAt(tokens, at - 1) ? normAt(tokens, at - 1) : "";
  if (alsoPrograms.has(noun) && isOfProgram(tokens, at, modifier)) return "system";
  if (noun === "group") return humanGroups.has(modifier) ? "team" : "unknown";
  if (ambiguousPeople.has(noun)) return ambiguous(tokens, at, modifier);
  if (/.(?:man|men|woman|women|person)$/.test(noun)) return "person";
  return byNoun.get(norm) ?? byNoun.get(noun) ?? "unknown";
}

/** "The lock operator", "the data requester", "the Helm deployer", "a cert-manager deployer". */
function isOfProgram(tokens: readonly Token[], at: number, modifier: string): boolean {
  if (programModifiers.has(modifier)) return true;
  if (!oftenParts.has(singularOf(normAt(tokens, at))) || humanModifiers.has(modifier)) return false;
  // "Monday" and "Finance" are capitalised too, so a product's name must be known.
  if (systems.has(modifier) || products.has(modifier)) return true;
  return tokenAt(tokens, at - 1).tied && whoIs(tokens, at - 1) === "system";
}

const rarelyPrograms = new Set(["manager", "lead", "coordinator", "owner"]);

/** "The release manager" is a person, "the lock manager" a program, "the manager" likely a person. */
function ambiguous(tokens: readonly Token[], at: number, modifier: string): Who {
  if (humanModifiers.has(modifier)) return "person";
  const bare = modifier === "" || determiners.has(modifier) || tokenAt(tokens, at - 1).possessive;
  if (normAt(tokens, at) === "dispatchers") return "person";
  return bare && rarelyPrograms.has(singularOf(normAt(tokens, at))) ? "person" : "system";
}

/** A noun in the singular, as far as its ending tells. */
export function singularOf(noun: string): string {
  if (noun.endsWith("ies") && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|[cs]h|x|zz)es$/.test(noun)) return noun.slice(0, -2);
  if (noun.endsWith("s") && !noun.endsWith("ss") && noun.length > 3) return noun.slice(0, -1);
  return noun;
}

const alwaysSeveral = new Set(["people", "staff", "crew", "personnel"]);

export function isPlural(norm: string): boolean {
  return alwaysSeveral.has(norm) || singularOf(norm) !== norm;
}
