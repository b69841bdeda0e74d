import type { IncidentDocument, IncidentRecord } from "#knowledge/incident/document";
import { story, type Path } from "#knowledge/text/fault";

import type { LanguageOptions } from "./check-language";
import { textsOf } from "./document-texts";
import type { Finding } from "./finding";
import { createLanguageChecker, type LanguageChecker } from "./language-checker";
import { namePeople } from "./name-people";
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

/**
 * Checks a document again and again while it is written: the same findings as `checkDocument`, and
 * only the paragraphs that changed are judged.
 */
export function createDocumentChecker({
  knownNames = [],
}: Pick<LanguageOptions, "knownNames"> = {}): (document: IncidentDocument) => CheckedDocument {
  let checker = createLanguageChecker({ knownNames });
  let namesThen = "";
  return (document) => {
    const names = [...knownNames, ...namesOf(document.record)];
    // What may be named decides what is found: with other names everything is judged anew.
    if (names.join("\n") !== namesThen) {
      namesThen = names.join("\n");
      checker = createLanguageChecker({ knownNames: names });
    }
    return { findings: findingsIn(document, names, checker), praise: praiseOf(document) };
  };
}

function findingsIn(
  document: IncidentDocument,
  names: readonly string[],
  checker: LanguageChecker,
): DocumentFinding[] {
  const texts = textsOf(document);
  const people = namePeople(
    texts.map(({ text }) => text),
    { knownNames: names },
  );
  return texts.flatMap(({ path, text, section }) =>
    checker.check(text, section, people).map((finding) => ({
      ...finding,
      path: path[0] === story ? [story, lineOf(text, finding.start)] : path,
    })),
  );
}

function praiseOf(document: IncidentDocument): CheckedDocument["praise"] {
  const safeguards = document.record.factors.filter(({ role }) => role === "safeguard").length;
  return { safeguards, decisionsWithCues: decisionsWithCues(document) };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length - 1;
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
