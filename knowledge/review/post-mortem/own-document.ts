import type { IncidentDocument } from "#knowledge/incident/document";
import { readDocument } from "#knowledge/incident/read-document";
import { faultInWords } from "#knowledge/text/fault";

import { documentOf } from "./source-document";
import type { PostMortem, ReadSection } from "./post-mortem";
import type { ReadingWarning } from "./reading-warning";
import type { ReadEntry } from "./timeline";

/** What a text is, read as one of our own documents. */
export type OwnDocument =
  | { readonly kind: "own"; readonly postMortem: PostMortem }
  | { readonly kind: "faulty"; readonly warning: ReadingWarning }
  | { readonly kind: "other" };

// Keys that only our documents have; other front matter has `title` and `date` too.
const ownKeys =
  /^(?:timeline|factors|impact|organization|noticedBy|claims|recorded|formerly|severity|started|lessons|sources):/m;

/** Reads a text as one of our own documents, which is taken exactly. */
export function readOwnDocument(text: string, file: string): OwnDocument {
  const front = /^---\n([\s\S]{0,200000}?)\n---(?:\n|$)/.exec(text)?.[1];
  if (front === undefined || !ownKeys.test(front)) return { kind: "other" };
  const read = readDocument(text, file);
  if (read.kind === "read")
    return { kind: "own", postMortem: postMortemOf(read.document, text, file) };
  const [fault] = read.faults;
  const isOurs = /^(?:timeline|factors):/m.test(front) && /^organization:/m.test(front);
  if (!fault || !isOurs) return { kind: "other" };
  const more = read.faults.length > 1 ? ` and ${read.faults.length - 1} more` : "";
  const sentence = `It is laid out like one of our documents, with faults: ${faultInWords(fault)}${more}.`;
  return { kind: "faulty", warning: { kind: "faulty-document", sentence } };
}

function postMortemOf(document: IncidentDocument, text: string, file: string): PostMortem {
  const { record, story } = document;
  const told = documentOf(story.split("\n"), file);
  const { started = null, detected = null, mitigated = null, resolved = null } = record;
  const line = (at: number) => text.split("\n").length - story.split("\n").length + at;
  return {
    title: record.title ?? null,
    origins: { started: null, detected: null, mitigated: null, resolved: null },
    labels: [],
    file,
    moments: { started, detected, mitigated, resolved },
    timeline: record.timeline.map(entryOf),
    sections: told.sections.flatMap(({ heading, canonical, within, from, to }): ReadSection[] =>
      heading
        ? [
            {
              heading: heading.text,
              canonical: canonical ?? within,
              body: told.text.slice(from, to).join("\n"),
              line: line(heading.from),
              from: line(from),
              to: line(to),
            },
          ]
        : [],
    ),
    actions: record.actions.map(({ text: words, owner, due, link, state }) => ({
      text: words,
      markdown: words,
      aside: [],
      type: null,
      state: null,
      owner: owner ?? null,
      due: due ?? null,
      link: link ?? null,
      isDone: state === "done",
      from: 0,
      to: 0,
    })),
    hasRootCause: false,
    meta: { severity: record.severity ?? null, status: null, summary: null, roles: [] },
    warnings: [],
    lines: text.split("\n"),
    titleLine: -1,
    isTitleGuess: false,
    peopleLines: new Set(),
    parts: [],
    times: { day: null, dayFrom: "", zone: null, start: null, order: null },
    chat: null,
    own: document,
  };
}

function entryOf({ at, text, kind }: IncidentDocument["record"]["timeline"][number]): ReadEntry {
  return {
    at,
    text,
    original: text,
    kind,
    warnings: [],
    row: {
      kind: "row",
      written: null,
      typed: at,
      markdown: text,
      aside: "",
      from: 0,
      to: 0,
      isStruck: false,
      form: "item",
    },
    time: null,
  };
}
