import { z } from "zod";

import { rows } from "#knowledge/database/query";
import { IncidentRecord } from "#knowledge/incident/document";
import { readable } from "#knowledge/people/audience.store";

/** A piece of a text; the pieces joined are the text. */
export interface Piece {
  readonly text: string;
  /** It is a word that was asked for, in some form. */
  readonly isMatch: boolean;
}

// Two characters of the private use area, which mean nothing in any text.
const [open, close] = ["\uE000", "\uE001"];

/** Texts in pieces, with the words that the `tsquery` finds told apart; in the order of the texts. */
export async function highlight(texts: readonly string[], query: string): Promise<Piece[][]> {
  const wanted = texts.map((text) => text.replaceAll(open, "").replaceAll(close, ""));
  const marked = await rows(
    z.object({ marked: z.string() }),
    `SELECT ts_headline('english', t."text", $2::tsquery, 'HighlightAll=true, StartSel=${open}, StopSel=${close}') AS "marked"
     FROM unnest($1::text[]) WITH ORDINALITY AS t("text", "number") ORDER BY t."number"`,
    [wanted, query],
  );
  return marked.map((row) => piecesOf(row.marked));
}

function piecesOf(marked: string): Piece[] {
  return marked
    .split(new RegExp(`(${open}[^${close}]*${close})`))
    .filter((piece) => piece !== "")
    .map((piece) =>
      piece.startsWith(open)
        ? { text: piece.slice(1, -1), isMatch: true }
        : { text: piece, isMatch: false },
    );
}

const Written = z.object({
  documentId: z.number(),
  record: IncidentRecord,
  storyHtml: z.string(),
});

/** What published documents say, for a passage to be taken from. */
export async function writtenIn(
  documentIds: readonly number[],
): Promise<z.infer<typeof Written>[]> {
  return rows(
    Written,
    `SELECT i."documentId", i."record", r."storyHtml" FROM "Incident" i
     JOIN "Document" d ON d."id" = i."documentId"
     JOIN "Publication" p ON p."id" = d."publicationId"
     JOIN "Revision" r ON r."id" = p."revisionId"
     WHERE i."documentId" = ANY($1::int[]) AND ${readable("i")}`,
    [documentIds],
  );
}

const Best = z.object({ owner: z.number(), text: z.string() });

/**
 * Of each owner's texts the one that holds the most of the words (`queries` with their `weights`),
 * the first of several; an owner whose texts hold none is left out.
 */
export async function bestTexts(
  texts: readonly { readonly owner: number; readonly text: string }[],
  queries: readonly string[],
  weights: readonly number[],
): Promise<Map<number, string>> {
  const found = await rows(
    Best,
    `SELECT DISTINCT ON (t."owner") t."owner", t."text"
     FROM unnest($1::int[], $2::text[]) WITH ORDINALITY AS t("owner", "text", "number"),
       LATERAL (SELECT to_tsvector('english', t."text") AS "words") AS v,
       LATERAL (SELECT sum(q."weight") FILTER (WHERE v."words" @@ q."query"::tsquery) AS "held"
         FROM unnest($3::text[], $4::float8[]) AS q("query", "weight")) AS h
     WHERE h."held" > 0 ORDER BY t."owner", h."held" DESC, t."number"`,
    [texts.map(({ owner }) => owner), texts.map(({ text }) => text), queries, weights],
  );
  return new Map(found.map(({ owner, text }) => [owner, text]));
}

/** For each text the numbers of the `tsquery`s that find it, in their order. */
export async function wordsHeld(
  texts: readonly string[],
  queries: readonly string[],
): Promise<number[][]> {
  const found = await rows(
    z.object({ held: z.array(z.number()) }),
    `SELECT ARRAY(SELECT q."number"::int - 1 FROM unnest($2::text[]) WITH ORDINALITY AS q("query", "number")
         WHERE v."words" @@ q."query"::tsquery ORDER BY q."number") AS "held"
     FROM (SELECT to_tsvector('english', "text") AS "words", "number"
       FROM unnest($1::text[]) WITH ORDINALITY AS t("text", "number") OFFSET 0) AS v ORDER BY v."number"`,
    [texts, queries],
  );
  return found.map(({ held }) => held);
}
