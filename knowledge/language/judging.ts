import type { Block } from "./block";
import { holds, type Judged } from "./conditions";
import { withoutOverlaps, type Level } from "./finding";
import { noSigns, signsIn, type NameSigns } from "./name-signs";
import { namesIn, type Known, type Mention } from "./names";
import { ownersIn } from "./owners";
import { passageOf, type Passage } from "./passage";
import { compile, matchAt, type Compiled } from "./pattern";
import { decisionsIn } from "./praise";
import type { Rule } from "./rule";
import { rules } from "./rules";
import { namedOwner } from "./rules/people";
import type { LanguageSection } from "./section";
import { shoutsIn } from "./shouting";
import { normAt, tokenAt, type Token } from "./token";
import { tokensOf } from "./tokens";

/** The words of a block, and where they stand. */
export interface Words {
  readonly content: string;
  readonly kind: Block["kind"];
  readonly section: LanguageSection;
  /** Whether it stands where luck is told. */
  readonly luck: boolean;
}

/** A person as a text names them. */
export type NamedPerson = Pick<Mention, "rule" | "name" | "role" | "opens">;

/** What a rule sees in the words of a block; offsets count in these. */
export interface Seen {
  readonly start: number;
  readonly end: number;
  readonly level: Level;
  readonly rule: Rule;
  /** The person whom the words name, if they do. */
  readonly person: NamedPerson | null;
}

/** All that is known of the words of a block once they have been read. */
export interface Judgement {
  /** What the rules of the section see, without overlaps, in order. */
  readonly seen: readonly Seen[];
  /** Everyone whom the words name, also where something stronger is seen in the same words. */
  readonly people: readonly NamedPerson[];
  /** Decisions that are told with what people saw or believed; of others' words none. */
  readonly decisions: number;
  /** What the names here tell of the names in the whole text. */
  readonly signs: NameSigns;
}

const nothing: Judgement = { seen: [], people: [], decisions: 0, signs: noSigns };

/** Judges the words of one block. They are taken apart once for everything that is asked of them. */
export function judge(words: Words, known: Known): Judgement {
  const plain = tokensOf(words.content);
  if (plain.length === 0) return nothing;
  const found = (words.section === "owner" ? ownersIn : namesIn)(words.content, plain, known);
  const { mentions, publicPerson } = found;
  const signs = signsIn(plain, found, known.names);
  const tokens = withNames(plain, mentions);
  const persons = mentions.map((mention) => seenPerson(tokens, mention, words.section));
  if (words.section === "quote" || words.section === "owner") {
    return { seen: withoutOverlaps(persons), people: mentions, decisions: 0, signs };
  }
  const passage = passageOf(words.content, tokens);
  const seen = [...persons, ...seenByRules(words, passage, publicPerson)];
  return { seen: withoutOverlaps(seen), people: mentions, decisions: decisionsIn(passage), signs };
}

function withNames(tokens: readonly Token[], mentions: readonly Mention[]): readonly Token[] {
  if (mentions.length === 0) return tokens;
  const named = new Set<number>();
  for (const { from, to } of mentions) for (let at = from; at <= to; at++) named.add(at);
  return tokens.map((token, at) => (named.has(at) ? { ...token, named: true } : token));
}

const byId = new Map(rules.map((rule) => [rule.id, rule]));

function ruleCalled(id: string): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`there is no rule called ${id}`);
  return rule;
}

function seenPerson(tokens: readonly Token[], mention: Mention, section: LanguageSection): Seen {
  const { start } = tokenAt(tokens, mention.from);
  const last = tokenAt(tokens, mention.to);
  // "Alice's change": the mark of the possessor stays when the name goes.
  const end = last.possessive ? Math.min(last.end, start + mention.name.length) : last.end;
  const named = ruleCalled(mention.rule);
  const rule = section === "owner" ? ofOwner(named) : named;
  return { start, end, level: rule.level, rule, person: mention };
}

function ofOwner(rule: Rule): Rule {
  const [part] = rule.suggestions;
  return { ...rule, reason: namedOwner.reason, suggestions: [part, namedOwner.advice] };
}

function seenByRules(words: Words, passage: Passage, publicPerson: boolean): Seen[] {
  const { tokens } = passage;
  const judged: Judged = { passage, kind: words.kind };
  const passedOver = new Set<string>();
  if (publicPerson) passedOver.add("he-or-she");
  if (words.luck) passedOver.add("luck-words");
  const index = indexOf(words.section);
  const seen = shouts(passage);
  for (let at = 0; at < tokens.length; at++) {
    for (const { rule, compiled } of index.get(normAt(tokens, at)) ?? []) {
      if (passedOver.has(rule.id)) continue;
      const match = matchAt(compiled, tokens, at);
      const last = match && holds(compiled, match, judged);
      if (match && last !== null) seen.push(seenAt(rule, tokens, match.from, last));
    }
  }
  return seen;
}

function shouts({ content, tokens, said }: Passage): Seen[] {
  const rule = ruleCalled("shouting");
  return shoutsIn(content, tokens).flatMap(([from, to]) =>
    said[from] === true ? [] : [seenAt(rule, tokens, from, to)],
  );
}

function seenAt(rule: Rule, tokens: readonly Token[], from: number, to: number): Seen {
  const { start } = tokenAt(tokens, from);
  const { end } = tokenAt(tokens, to);
  return { start, end, level: rule.level, rule, person: null };
}

interface Looked {
  readonly rule: Rule;
  readonly compiled: Compiled;
}

type Index = ReadonlyMap<string, readonly Looked[]>;

const indexes = new Map<LanguageSection, Index>();
let allCompiled: readonly Looked[] | null = null;

/** The patterns of the rules that judge a section, by the words by which they are found. */
function indexOf(section: LanguageSection): Index {
  const made = indexes.get(section) ?? makeIndex(section);
  indexes.set(section, made);
  return made;
}

function makeIndex(section: LanguageSection): Index {
  allCompiled ??= rules.flatMap((rule) =>
    rule.patterns.map((pattern) => ({ rule, compiled: compile(pattern) })),
  );
  const index = new Map<string, Looked[]>();
  for (const looked of allCompiled) {
    if (!looked.rule.sections.includes(section)) continue;
    for (const anchor of looked.compiled.anchors) {
      const same = index.get(anchor);
      if (same) same.push(looked);
      else index.set(anchor, [looked]);
    }
  }
  return index;
}
