import type { Action, IncidentDocument, IncidentRecord } from "#knowledge/incident/document";
import { writeDocument } from "#knowledge/incident/write-document";
import { slugOf } from "#knowledge/text/slug-of";

import type { Chance } from "../chance";
import { asMarkdown } from "../generated-story";

/** What a review is made from: what people wrote in other documents, and slugs that it may name. */
export interface ReviewMaterial {
  readonly records: readonly IncidentRecord[];
  readonly classes: readonly string[];
  /** The story's headings, each of which gets its part of the prose. */
  readonly headings: readonly string[];
  readonly chance: Chance;
}

const rows = {
  timeline: 60,
  factors: 20,
  actions: 15,
  impact: 8,
  lessons: 6,
  questions: 4,
} as const;
const fewestSources = 12;

/** Sentences that assign blame, as they stand in first drafts: the check has something to say. */
const firstThoughts = [
  "The operator should have checked the dashboard before the change.",
  "The team failed to notice that the replica was behind.",
  "A careless engineer obviously ran the wrong command.",
  "The root cause was human error.",
] as const;

/**
 * A review of about so many bytes as a file: 60 entries of a timeline, 20 factors, sources and
 * actions, and the rest as prose under the headings. Every sentence is one that a person wrote.
 */
export function longReview(material: ReviewMaterial, bytes: number): IncidentDocument {
  const record = recordOf(material);
  const left = bytes - Buffer.byteLength(writeDocument({ record, story: "" }));
  const each = Math.max(1_000, left / material.headings.length);
  const sections = material.headings.map(
    (heading) => `## ${heading}\n\n${proseOf(material, record, each)}\n`,
  );
  return { record, story: sections.join("\n") };
}

function recordOf({ records, chance }: ReviewMaterial): IncidentRecord {
  const main = chance.one(records.filter(({ sources }) => sources.length > 0));
  const sources = sourcesOf(records, chance);
  const cited = <Row extends { source: string[] }>(row: Row): Row => ({
    ...row,
    source: [chance.one(sources).id],
  });
  const taken = new Set<string>();
  const own = <Row extends { id: string }>(row: Row): Row => {
    const id = slugOf(row.id, taken);
    taken.add(id);
    return { ...row, id };
  };
  const timeline = chance.some(
    records.flatMap((record) => record.timeline),
    rows.timeline,
  );
  const factors = chance
    .some(
      records.flatMap((record) => record.factors),
      rows.factors,
    )
    .map((factor) => own(cited(factor)));
  const changes = chance.some(
    records.flatMap((record) => record.changes),
    rows.actions,
  );
  const impact = chance.some(
    records.flatMap((record) => record.impact),
    rows.impact,
  );
  return {
    ...main,
    formerly: [],
    template: undefined,
    impact: impact.map((row) => ({ ...cited(row), figure: undefined })),
    timeline: timeline.map((entry) => own(cited(entry))),
    factors,
    lessons: chance.some(
      records.flatMap(({ lessons }) => lessons),
      rows.lessons,
    ),
    changes: [],
    claims: [],
    actions: changes.map(({ text }, at): Action => own(actionOf(text, [factors[at]?.id ?? ""]))),
    questions: chance
      .some(
        records.flatMap(({ related }) => related),
        rows.questions,
      )
      .map(({ why }) => ({ text: why })),
    related: [],
    sources,
  };
}

function actionOf(text: string, factors: string[]): Action {
  const id = slugOf(text, new Set());
  return { id, text, kind: "limit", state: "open", factors: factors.filter((one) => one !== "") };
}

function sourcesOf(records: readonly IncidentRecord[], chance: Chance) {
  const taken = new Set<string>();
  const all = records.flatMap(({ sources }) => sources);
  return chance.some(all, fewestSources).map((source) => {
    const id = slugOf(source.id, taken);
    taken.add(id);
    return { ...source, id };
  });
}

/** Paragraphs, headings and lists of about so many characters. */
function proseOf(material: ReviewMaterial, record: IncidentRecord, characters: number): string {
  const { records, classes, chance } = material;
  const pieces: string[] = [];
  let length = 0;
  while (length < characters) {
    const { title = "", factors, timeline } = chance.one(records);
    const details = factors.flatMap(({ detail, statement }) => [statement, detail ?? ""]);
    const first = chance.below(4) === 0 ? chance.one(firstThoughts) : "";
    const sentences = [first, ...chance.some(details, 3)].filter((text) => text !== "");
    const cited = `[^${chance.one(record.sources).id}]`;
    const piece = [
      chance.below(5) === 0 ? `### ${asMarkdown(title)}\n\n` : "",
      `${sentences.map(asMarkdown).join(" ")}${cited} See [[${chance.one(classes)}]].`,
      chance.below(4) === 0 ? `\n\n${listOf(chance.some(timeline, 4))}` : "",
    ].join("");
    pieces.push(piece);
    length += piece.length + 2;
  }
  return pieces.join("\n\n");
}

function listOf(entries: IncidentRecord["timeline"]): string {
  return entries.map(({ text }) => `- ${asMarkdown(text)}`).join("\n");
}
