import { randomInt } from "node:crypto";

import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";
import { writeDocument } from "#knowledge/incident/write-document";
import type { Member } from "#knowledge/people/actor";
import { audit } from "#knowledge/people/audit.store";

import { adoptPictures } from "./pictures/pictures";
import {
  inTransaction,
  insertAuthor,
  insertDocument,
  insertReview,
  insertRevision,
  storeSave,
} from "./review.store";
import { readTemplate, type Template } from "./template";
import { templateFile } from "./template.store";

export type Begun =
  | { readonly kind: "begun"; readonly slug: string }
  | { readonly kind: "no such template" };

/** What a review may begin with besides its template: what was read out of a file, for example. */
export interface Beginning {
  readonly document?: IncidentDocument;
  readonly note?: string;
  /** The zone in which times that name none were read. */
  readonly zone?: string | undefined;
}

/** Begins a review from a template; its author is whoever begins it. */
export async function beginReview(
  actor: Member,
  templateSlug: string,
  { document, note, zone }: Beginning = {},
): Promise<Begun> {
  return inTransaction(async (connection): Promise<Begun> => {
    const file = await templateFile(templateSlug, connection);
    const read = file && readTemplate(file.source, `templates/${templateSlug}.md`);
    if (!file || read?.kind !== "read") return { kind: "no such template" };
    const slug = draftSlug();
    const first = document ?? emptyDocument(templateSlug, read.value);
    const record = { ...first.record, template: templateSlug };
    const { visibility } = record;
    const documentId = await insertDocument(slug, visibility, connection);
    await insertReview(documentId, file, actor.id, connection);
    await insertAuthor(documentId, actor.id, connection);
    const source = writeDocument({ record, story: first.story });
    const revision = { documentId, number: 1, version: 1, source, visibility, savedById: actor.id };
    await insertRevision({ ...revision, ...(note === undefined ? {} : { note }) }, connection);
    await storeSave(
      documentId,
      { version: 1, savedById: actor.id, record, unfinished: {}, zone },
      connection,
    );
    await adoptPictures(actor, { documentId, source }, connection);
    const thing = `incident:${slug}`;
    const entry = { act: "review begun", actorId: actor.id, thing } as const;
    await audit({ ...entry, note: { template: templateSlug } }, connection);
    return { kind: "begun", slug };
  });
}

const letters = "abcdefghijkmnpqrstuvwxyz";

/** `draft-` and eight letters: what a document is called until it is first published. */
function draftSlug(): string {
  const eight = Array.from({ length: 8 }, () => letters[randomInt(letters.length)] ?? "x");
  return `draft-${eight.join("")}`;
}

/** A document that says nothing yet but has the headings of what its template asks as story. */
function emptyDocument(template: string, { kind, sections }: Template): IncidentDocument {
  const headings = sections.flatMap(({ heading, part }) => (part ? [] : [`## ${heading}\n`]));
  const record = IncidentRecord.parse({ template, kind });
  return { record, story: headings.join("\n") };
}
