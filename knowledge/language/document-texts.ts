import type { IncidentDocument, IncidentRecord } from "#knowledge/incident/document";
import { story, type Path } from "#knowledge/text/fault";

import type { LanguageSection } from "./section";

/** A text of a document, and how it is to be judged. */
export interface DocumentText {
  /** Where it stands; the whole story has `["story"]`. */
  readonly path: Path;
  readonly text: string;
  readonly section: LanguageSection;
}

/**
 * Every text of a document that is judged, in its order, and who is to do something. Titles, publishers and authors of sources
 * are others' words and are left alone; claims and what sources say of them are judged as quotations.
 */
export function textsOf({ record, story: body }: IncidentDocument): DocumentText[] {
  const texts = [
    ...framing(record),
    ...timeline(record),
    ...factors(record),
    ...remedies(record),
    ...others(record),
    { path: [story], text: body, section: "story" as const },
  ].filter(({ text }) => text !== "");
  if (record.kind !== "near-miss") return texts;
  return texts.map((text) =>
    tellings.has(text.section) ? { ...text, section: "near-miss" } : text,
  );
}

const tellings: ReadonlySet<LanguageSection> = new Set(["story", "timeline", "factors"]);

function told(path: Path, text: string | undefined, section: LanguageSection): DocumentText[] {
  return text === undefined ? [] : [{ path, text, section }];
}

function framing(record: IncidentRecord): DocumentText[] {
  return [
    ...told(["title"], record.title, "story"),
    ...told(["summary"], record.summary, "story"),
    ...told(["detection"], record.detection, "story"),
    ...record.impact.flatMap(({ what, value }, at) => [
      ...told(["impact", at, "what"], what, "story"),
      ...told(["impact", at, "value"], value, "story"),
    ]),
  ];
}

function timeline(record: IncidentRecord): DocumentText[] {
  return record.timeline.flatMap(({ text, belief }, at) => [
    ...told(["timeline", at, "text"], text, "timeline"),
    ...told(["timeline", at, "belief"], belief, "timeline"),
  ]);
}

function factors(record: IncidentRecord): DocumentText[] {
  return record.factors.flatMap(({ statement, detail }, at) => [
    ...told(["factors", at, "statement"], statement, "factors"),
    ...told(["factors", at, "detail"], detail, "factors"),
  ]);
}

function remedies(record: IncidentRecord): DocumentText[] {
  return [
    ...record.lessons.map((text, at) => ({
      path: ["lessons", at],
      text,
      section: "lessons" as const,
    })),
    ...record.changes.flatMap(({ text }, at) => told(["changes", at, "text"], text, "actions")),
    ...record.actions.flatMap(({ text, owner, doneWhen, why }, at) => [
      ...told(["actions", at, "text"], text, "actions"),
      ...told(["actions", at, "owner"], owner, "owner"),
      ...told(["actions", at, "doneWhen"], doneWhen, "actions"),
      ...told(["actions", at, "why"], why, "actions"),
    ]),
  ];
}

function others(record: IncidentRecord): DocumentText[] {
  return [
    ...record.claims.flatMap(({ statement, positions }, at) => [
      ...told(["claims", at, "statement"], statement, "quote"),
      ...positions.flatMap(({ note }, each) =>
        told(["claims", at, "positions", each, "note"], note, "quote"),
      ),
    ]),
    ...record.questions.flatMap(({ text, owner }, at) => [
      ...told(["questions", at, "text"], text, "story"),
      ...told(["questions", at, "owner"], owner, "owner"),
    ]),
    ...record.related.flatMap(({ why }, at) => told(["related", at, "why"], why, "story")),
  ];
}
