import type { IncidentDocument, IncidentRecord } from "#knowledge/incident/document";
import { story, type Path } from "#knowledge/text/fault";

import { findingsOf, type LanguageOptions } from "./check-language";
import { textsOf } from "./document-texts";
import type { Finding } from "./finding";
import { createLanguageChecker, type LanguageChecker } from "./language-checker";
import { partsOf, type GivenParts } from "./name-people";
import { decisionsWithCues } from "./praise";

/** A finding in one of the texts of a document; `start` and `end` count in that text. */
export type DocumentFinding = Finding & {
  /** The text: `["factors", 2, "detail"]`, or `["story", line]` with the line, from 0, of its start. */
  readonly path: Path;
};

export interface CheckedDocument {
  readonly findings: readonly DocumentFinding[];
  /** What the document does well, in figures. */
  readonly praise: {
    /** Factors that tell what held. */
    readonly safeguards: number;
    /** Decisions that are told with what people saw or believed. */
    readonly decisionsWithCues: number;
  };
}

/**
 * Checks every text of a document by its section, in the order of the document. The same person gets
 * the same part in all of them; the document's own organisations, products and sources may be named.
 */
export function checkDocument(
  document: IncidentDocument,
  options: Pick<LanguageOptions, "knownNames"> = {},
): CheckedDocument {
  return createDocumentChecker(options)(document);
}

/** Who is known before a document is read. */
export interface KnownPeople {
  /** Names with the parts that people have had: they keep them. */
  readonly parts?: GivenParts["parts"];
  /** Names of people by their accounts. */
  readonly members?: readonly string[];
}

/** Checks a document, with people in mind who are known already. */
type DocumentChecker = (document: IncidentDocument, people?: KnownPeople) => CheckedDocument;

/**
 * Checks a document again and again while it is written: the same findings as `checkDocument`, and
 * only the paragraphs that changed are judged.
 */
export function createDocumentChecker({
  knownNames = [],
}: Pick<LanguageOptions, "knownNames"> = {}): DocumentChecker {
  let checker = createLanguageChecker({ knownNames });
  let namesThen = "";
  return (document, { parts, members = [] } = {}) => {
    const names = [...knownNames, ...namesOf(document.record)];
    const namesNow = JSON.stringify([names, members]);
    // Who and what may be named decides what is found: with other names everything is judged anew.
    if (namesThen !== namesNow) {
      namesThen = namesNow;
      checker = createLanguageChecker({ knownNames: names, members });
    }
    return checkedBy(checker, document, parts);
  };
}

function checkedBy(
  checker: LanguageChecker,
  document: IncidentDocument,
  parts: GivenParts["parts"],
): CheckedDocument {
  const texts = checker.read(textsOf(document));
  const people = partsOf(
    texts.flatMap((one) => one.people),
    { letters: texts.flatMap((one) => one.letters), ...(parts && { parts }) },
  );
  const { record } = document;
  return {
    findings: texts.flatMap((one) => {
      const pathOf = one.path[0] === story ? storyPaths(one.text) : () => one.path;
      return findingsOf(one.text, one, people).map((found) => ({ ...found, path: pathOf(found) }));
    }),
    praise: {
      safeguards: record.factors.filter(({ role }) => role === "safeguard").length,
      decisionsWithCues: decisionsWithCues(record, texts),
    },
  };
}

/** Gives the line of findings that come in the order of their text. */
function storyPaths(text: string): (found: Pick<Finding, "start">) => Path {
  let line = 0;
  let from = 0;
  return ({ start }) => {
    line += text.slice(from, start).match(/\r\n|\r|\n/g)?.length ?? 0;
    from = start;
    return [story, line];
  };
}

/** Names that stand in the record because they may: organisations, products, and who wrote sources. */
function namesOf({ organization, products, sources }: IncidentRecord): string[] {
  return [
    ...[organization].flat(),
    ...products,
    ...sources.flatMap(({ publisher, author }) => [
      ...(publisher === undefined ? [] : [publisher]),
      ...(author === undefined ? [] : author.split(/,| and | & /).map((name) => name.trim())),
    ]),
  ];
}
