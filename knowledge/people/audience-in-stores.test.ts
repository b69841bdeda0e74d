import { readdirSync, readFileSync } from "node:fs";

import ts from "typescript";
import { describe, expect, test } from "vitest";

/** The tables that hold what documents say, or what only a document tells of. */
const telling = [
  "Citation",
  "Claim",
  "ClaimPosition",
  "Document",
  "Factor",
  "FactorClass",
  "FormerSlug",
  "Incident",
  "IncidentOrganization",
  "IncidentProduct",
  "IncidentSector",
  "IncidentSpans",
  "Lexeme",
  "Link",
  "Name",
  "Organization",
  "PatternIncident",
  "Posting",
  "Product",
  "Publication",
  "ReadingIncident",
  "Revision",
  "SearchEntry",
  "SearchName",
  "SearchText",
  "Source",
  "Spelling",
  "TimelineEntry",
];

const reads = new RegExp(String.raw`(?<!DELETE )\b(?:FROM|JOIN)\s+"(?:${telling.join("|")})"`);

/** What makes a statement depend on who reads: the condition, or the columns and keys for each audience. */
const depends = /\breadable(?:Key)?\(|\$\{(?:known|documents)\}/;

interface Statement {
  /** `folder/file.store.ts: declaration`. */
  readonly place: string;
  readonly text: string;
}

/** Every text of a store that reads such a table, with the declaration that it stands in. */
function statementsOf(file: string, source: string): Statement[] {
  const found: Statement[] = [];
  const visit = (node: ts.Node, name: string): void => {
    const isText = ts.isTemplateExpression(node) || ts.isStringLiteralLike(node);
    const text = isText ? node.getText() : "";
    if (reads.test(text)) found.push({ place: `${file}: ${name}`, text });
    if (!isText) ts.forEachChild(node, (child) => visit(child, nameOf(child) ?? name));
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true), "");
  return found;
}

function nameOf(node: ts.Node): string | undefined {
  const isNamed = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node);
  const isOutside = !ts.findAncestor(node.parent, ts.isFunctionDeclaration);
  return isNamed && isOutside ? node.name?.getText() : undefined;
}

/** Those that neither depend on who reads nor are made from a part that does. */
function forgetful(statements: readonly Statement[]): string[] {
  const parts = new Set(
    statements.flatMap(({ place, text }) =>
      depends.test(text) ? (place.split(": ")[1] ?? []) : [],
    ),
  );
  const isMadeFrom = (text: string) =>
    [...text.matchAll(/\$\{(\w+)\(\)\}/g)].some(([, name]) => parts.has(name ?? ""));
  const places = statements
    .filter(({ text }) => !depends.test(text) && !isMadeFrom(text))
    .map(({ place }) => place);
  return [...new Set(places)].toSorted();
}

const stores = readdirSync("knowledge", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".store.ts"))
  .map((file) => [file, readFileSync(`knowledge/${file}`, "utf8")] as const);

/** The beginnings of places that may read all documents, each with why. */
const allowed: readonly (readonly [why: string, ...places: string[]])[] = [
  [
    "writes: what is published is the same whoever publishes it",
    "incident/projection.store.ts",
    "library/document-import.store.ts",
    "library/publication.store.ts",
    "library/shelf-import.store.ts",
    "library/stale-story.store.ts",
    "search/posting.store.ts",
    "search/search-index.store.ts",
    "search/search-name.store.ts: insertion",
  ],
  [
    "is for those who write: a slug that is taken is taken, and reviews have rules of their own",
    "incident/organization.store.ts",
    "library/known-name.store.ts",
    "review/approval.store.ts",
    "review/bin.store.ts",
    "review/history.store.ts",
    "review/note.store.ts: lines",
    "review/pictures/picture.store.ts: linkPicturesTo",
    "review/pictures/picture.store.ts: sweepPictures",
    "review/review-list.store.ts",
    "review/review.store.ts",
  ],
  [
    "gives with a note's receipt or a picture who may read its document, which rules then decide by",
    "review/note.store.ts: findByTokenHash",
    // Whether a note is credited in the draft: a part of that one, and of what editors see of notes.
    "review/note.store.ts: isInLatest",
    "review/pictures/picture.store.ts: usesOf",
  ],
  [
    "is kept for both audiences; who reads takes what stands in the posting of what they may read",
    "patterns/span.store.ts",
    "search/kept-factors.store.ts",
    "search/kept-names.store.ts",
    "search/kept-order.store.ts",
    "search/kept-postings.store.ts",
  ],
  [
    "gives documents of which search takes those that stand in the posting of what may be read",
    "search/factor.store.ts: ownersOfFactors",
    "search/order.store.ts: documentOfSlug",
    "search/surroundings.store.ts: documents",
    "search/text.store.ts: lookUp",
  ],
  [
    "is told documents, factors or products that were found for those who read",
    "search/class-evidence.store.ts",
    "search/class-name.store.ts",
    "search/duration.store.ts",
    "search/factor-detail.store.ts",
    "search/factor.store.ts: factorsOf",
    "search/order.store.ts: newestRecorded",
    "search/similar.store.ts: withTitles",
    "search/text.store.ts: scoresOf",
  ],
  [
    "is a part of statements that ask themselves",
    "incident/incident.store.ts: incidentLineColumns",
  ],
];

describe("a statement that reads what documents say", () => {
  test("asks who reads, or stands here with why it need not", () => {
    const found = forgetful(stores.flatMap(([file, source]) => statementsOf(file, source)));
    const places = allowed.flatMap(([, ...some]) => some);
    const isAllowed = (place: string) => places.some((one) => place.startsWith(one));
    expect(found.filter((place) => !isAllowed(place))).toEqual([]);
    // Nothing stands here that there is no more.
    expect(places.filter((one) => !found.some((place) => place.startsWith(one)))).toEqual([]);
  });

  test("is told from one that does, also where it is put together", () => {
    const source = (asked: string) => `
      const part = () => \`SELECT 1 FROM "Incident" i WHERE \${${asked}}\`;
      export const whole = () => rows(One, \`SELECT 1 FROM (\${part()}) AS p JOIN "Factor" f ON true\`);
      export function other() { return rows(One, 'DELETE FROM "Claim"'); }`;
    const places = (asked: string) => forgetful(statementsOf("a.store.ts", source(asked)));
    expect(places(`readable("i")`)).toEqual([]);
    expect(places("true")).toEqual(["a.store.ts: part", "a.store.ts: whole"]);
  });
});
