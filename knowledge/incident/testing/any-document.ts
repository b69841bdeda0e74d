import * as fc from "fast-check";

import { hasRefusedCharacter } from "#knowledge/text/raw-source";

import { IncidentRecord, type IncidentDocument } from "../document";
import { readMoment } from "../moment";
import * as vocabulary from "../vocabulary";

/** Generated documents, for claims that hold for every document. */

// What YAML, or a reader of YAML 1.1, would take for something else than this very text.
const hostile = fc.constantFrom(
  "- a",
  "-",
  "---",
  "...",
  ": ",
  "a: b",
  "a:",
  "a #b",
  "#",
  "yes",
  "No",
  "null",
  "~",
  "true",
  "0x1f",
  "0o17",
  "1e3",
  "1_000",
  ".5",
  "-.inf",
  "12:30",
  "2024-02-01",
  "2009",
  "<<",
  "=",
  "'a'",
  '"a"',
  "@a",
  "`a",
  "!a",
  "&a",
  "*a",
  "%a",
  "|",
  ">-",
  "[a]",
  "{a: b}",
  "a, b]",
  "?",
  "? a",
  "a\tb",
  "\\",
  "a\\nb",
  "a\u{85}b\u{2028}c",
  "a\u{feff}b",
  "\u{1f469}\u{200d}\u{1f680}",
  "__proto__",
);

const visible = (text: string) =>
  Array.from(text)
    .filter((character) => !hasRefusedCharacter(character))
    .join("")
    .trim();

const wild = fc.oneof(
  hostile,
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.stringMatching(/^[ \t:#\-'"[\]{},&*!|>%@`?\\~ay19]{0,12}$/),
);

export const anyLine = wild.map((text) => visible(text.replaceAll("\n", " ")) || "x");

export const anyText = fc
  .array(fc.oneof(anyLine, fc.constantFrom("", "  indented", "\tindented", "end ")), {
    minLength: 1,
    maxLength: 4,
  })
  .map((lines) => visible(lines.join("\n")) || "x");

const anySlug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}$/);
const anyYear = fc.integer({ min: 1900, max: 2100 }).map(String);
const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, "0"));
const anyDate = fc.oneof(
  anyYear,
  fc.tuple(anyYear, two(1, 12)).map((parts) => parts.join("-")),
  fc.tuple(anyYear, two(1, 12), two(1, 28)).map((parts) => parts.join("-")),
);
const anyPoint = fc.oneof(
  anyDate,
  fc
    .tuple(anyYear, two(1, 12), two(1, 28), two(0, 23), two(0, 59), fc.option(two(0, 59)))
    .map(([y, m, d, h, min, s]) => `${y}-${m}-${d}T${h}:${min}${s === null ? "" : `:${s}`}Z`),
);

export const anyMomentText = fc.oneof(
  anyPoint,
  fc.tuple(fc.constantFrom("about", "before", "after"), anyPoint).map((words) => words.join(" ")),
  fc
    .tuple(anyPoint, anyPoint)
    .map((ends) => ends.toSorted().join("/"))
    .filter((text) => readMoment(text) !== null),
);

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const rows = <Row>(row: fc.Arbitrary<Row>) => fc.array(row, { maxLength: 3 });
const distinct = <Item>(item: fc.Arbitrary<Item>) => fc.uniqueArray(item, { maxLength: 3 });
const one = <Value>(list: readonly Value[]) => fc.constantFrom(...list);

/** Every row id and every source is made distinct, and citations name sources that exist. */
export const anyDocument: fc.Arbitrary<IncidentDocument> = fc
  .record({
    sources: distinct(anySlug),
    ids: fc.uniqueArray(anySlug, { minLength: 12, maxLength: 12 }),
  })
  .chain(({ sources, ids }) => fc.record({ record: anyRecord(sources, ids), story: anyStory }));

/** Any Markdown without citations, with line ends wherever they like to be. */
export const anyStory = fc
  .array(fc.oneof(anyLine, fc.constantFrom("", "---", "\n", " ", "# H", "```")), { maxLength: 6 })
  .map((lines) => lines.join("\n"))
  .filter((story) => !story.includes("[^") && !hasRefusedCharacter(story));

function anyRecord(sources: readonly string[], ids: readonly string[]) {
  return fc
    .record({ head: anyHead, lists: anyLists(sources, ids), sources: anySources(sources) })
    .chain(({ head, lists, sources: citations }) => {
      const factorIds = lists.factors.map(({ id }) => id ?? "");
      return rows(anyAction(factorIds)).map((actions) =>
        IncidentRecord.parse({
          ...head,
          ...lists,
          sources: citations,
          actions: withIds(actions, ids, 9),
        }),
      );
    });
}

const anyHead = fc.record({
  formerly: distinct(anySlug),
  title: optional(anyLine),
  kind: one(vocabulary.IncidentKind.options),
  visibility: one(vocabulary.Visibility.options),
  template: optional(anySlug),
  recorded: optional(anyDate),
  organization: distinct(anyLine),
  products: distinct(anyLine),
  sectors: distinct(one(vocabulary.Sector.options)),
  severity: optional(one(vocabulary.Severity.options)),
  started: optional(anyPoint),
  detected: optional(anyMomentText),
  noticedBy: optional(one(vocabulary.NoticedBy.options)),
  summary: optional(anyText),
  detection: optional(anyText),
  lessons: rows(anyText),
  questions: rows(fc.record({ text: anyText, owner: optional(anyLine) })),
  related: fc.uniqueArray(fc.record({ slug: anySlug, why: anyText }), {
    maxLength: 3,
    selector: ({ slug }) => slug,
  }),
});

/** Each list takes three of the ids, from its own place among them. */
function withIds<Row extends object>(list: readonly Row[], ids: readonly string[], from: number) {
  return list.map((row, at) => ({ ...row, id: ids[from + at] }));
}

function anyLists(sources: readonly string[], ids: readonly string[]) {
  const source: fc.Arbitrary<string[]> = fc.subarray([...sources]);
  return fc.record({
    impact: rows(anyImpact(source)),
    timeline: rows(anyEntry(source)).map((list) => withIds(list, ids, 0)),
    factors: rows(anyFactor(source)).map((list) => withIds(list, ids, 3)),
    changes: rows(fc.record({ text: anyText, source })),
    claims: rows(anyClaim(sources)).map((list) => withIds(list, ids, 6)),
  });
}

function anyImpact(source: fc.Arbitrary<string[]>) {
  return fc.record({
    what: anyText,
    value: anyText,
    figure: optional(anyLine.map((text) => visible(text.slice(0, 7)) || "1")),
    source,
    confidence: optional(one(vocabulary.Confidence.options)),
  });
}

function anyEntry(source: fc.Arbitrary<string[]>) {
  return fc.record({
    at: anyMomentText,
    kind: one(vocabulary.EntryKind.options),
    text: anyText,
    belief: optional(anyText),
    source,
  });
}

function anyClaim(sources: readonly string[]) {
  return fc.record({
    statement: anyText,
    standing: one(vocabulary.Outcome.options),
    positions: sources.length === 0 ? fc.constant([]) : rows(anyPosition(sources)),
  });
}

function anySources(ids: readonly string[]) {
  const url = fc.constantFrom(
    "https://example.com/",
    "http://example.org/a?b=c#d",
    "https://e.example/ü",
  );
  const citation = (id: string) =>
    fc.record({
      id: fc.constant(id),
      url,
      title: anyText,
      publisher: optional(anyLine),
      published: optional(anyDate),
      kind: optional(one(vocabulary.SourceKind.options)),
      seen: optional(one(vocabulary.Seen.options)),
      via: optional(fc.constant("copy")),
    });
  return fc.tuple(...ids.map(citation));
}

function anyFactor(source: fc.Arbitrary<string[]>) {
  return fc
    .record({
      role: one(vocabulary.Role.options),
      slugs: distinct(anySlug),
      statement: anyText,
      detail: optional(anyText),
      source,
      standing: one(vocabulary.Standing.options),
      luck: fc.boolean(),
    })
    .map(({ slugs, ...factor }) => ({
      ...factor,
      classes: factor.role === "safeguard" ? [] : slugs,
      mitigations: factor.role === "safeguard" ? slugs : [],
    }));
}

function anyPosition(sources: readonly string[]) {
  return fc.record({
    source: one(sources),
    stance: optional(one(vocabulary.Stance.options)),
    at: optional(anyDate),
    note: optional(anyText),
  });
}

function anyAction(factors: readonly string[]) {
  return fc.record({
    text: anyText,
    kind: optional(one(vocabulary.ActionKind.options)),
    factors: factors.length === 0 ? fc.constant([]) : fc.subarray([...factors]),
    owner: optional(anyLine),
    due: optional(anyDate),
    state: one(vocabulary.ActionState.options),
    why: anyText,
  });
}
