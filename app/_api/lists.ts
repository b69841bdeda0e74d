import { atOneLook } from "#knowledge/search/block-version.store";
import {
  asksForFactors,
  documentsInOrder,
  factorsFound,
  findEverything,
  linesInOrder,
  placeOf,
  type EverythingFound,
} from "#knowledge/search/everything-found";
import { detailsOf } from "#knowledge/search/factor-detail.store";
import type { ResultFactor } from "#knowledge/search/factor.store";
import { plainText } from "#knowledge/text/plain";

import { writeCursor, type Cursor } from "./cursor";
import { organizationOf } from "./organization-names";
import type { ListAsked } from "./parameters";
import { nextOf, offsetBehind } from "./searching";
import type { FactorsAnswer, IncidentsAnswer } from "./shapes";

/** What `/api/v1/incidents` answers. */
export function incidentsAnswer(asked: ListAsked): Promise<IncidentsAnswer> {
  return atOneLook(() => listIncidents(asked));
}

async function listIncidents({ query, limit, cursor }: ListAsked): Promise<IncidentsAnswer> {
  const found = await findEverything(query);
  const { offset } = await beginning(found, cursor, (query.page - 1) * limit);
  const lines = await linesInOrder(await documentsInOrder(found, { limit, offset }));
  return {
    total: found.total,
    results: lines.map(({ line }) => ({
      slug: line.slug,
      title: line.title,
      organization: organizationOf(line),
      started: line.started,
      severity: line.severity,
      kind: line.kind,
      summary: plainText(line.summary),
      recorded: line.recorded,
    })),
    next: nextOf(
      lines.map(({ line }) => line),
      offset,
      found.total,
    ),
  };
}

/** Where a list goes on. */
interface Beginning {
  readonly offset: number;
  /** Of the first incident the factors up to this number have been given. */
  readonly given: number;
}

async function beginning(
  found: EverythingFound,
  cursor: Cursor | null,
  offset: number,
): Promise<Beginning> {
  if (!cursor) return { offset, given: 0 };
  const expected = cursor.offset - 1;
  const [stands] = await linesInOrder(
    await documentsInOrder(found, { limit: 1, offset: expected }),
  );
  const place = stands?.line.slug === cursor.after ? expected : await placeOf(found, cursor.after);
  const behind = offsetBehind(place, cursor);
  return cursor.number === null || place === null
    ? { offset: behind, given: 0 }
    : { offset: place, given: cursor.number };
}

interface Listed {
  readonly slug: string;
  /** How many incidents of the list come before its incident. */
  readonly place: number;
  readonly factor: ResultFactor;
}

/** So many incidents are looked at in one go, and so many goes may one answer take. */
const look = { incidents: 200, goes: 25 } as const;

/** What `/api/v1/factors` answers: the factors that match, incident by incident in their order. */
export function factorsAnswer(asked: ListAsked): Promise<FactorsAnswer> {
  return atOneLook(() => listFactors(asked));
}

async function listFactors({ query, limit, cursor }: ListAsked): Promise<FactorsAnswer> {
  const found = await findEverything(query);
  if (!asksForFactors(found)) return { incidents: found.total, results: [], next: null };
  const begin = await beginning(found, cursor, (query.page - 1) * limit);
  const { listed, reached } = await factorsFrom(found, begin, limit + 1);
  const given = listed.slice(0, limit);
  return {
    incidents: found.total,
    results: await factorResults(given),
    next: listed.length > limit ? cursorBehind(given.at(-1)) : reached,
  };
}

/** Up to so many factors from a beginning on; `reached`: the cursor behind what was looked at. */
async function factorsFrom(
  found: EverythingFound,
  { offset, given }: Beginning,
  most: number,
): Promise<{ listed: Listed[]; reached: string | null }> {
  const listed: Listed[] = [];
  let place = offset;
  for (let go = 0; go < look.goes; go++) {
    const limit = go === 0 ? most : look.incidents;
    const ids = await documentsInOrder(found, { limit, offset: place });
    const [lines, factors] = await Promise.all([linesInOrder(ids), factorsFound(found, ids)]);
    for (const { documentId, line } of lines) {
      const own = (factors.get(documentId) ?? []).filter(
        ({ position }) => place > offset || position >= given,
      );
      listed.push(...own.map((factor) => ({ slug: line.slug, place, factor })));
      place++;
    }
    if (listed.length >= most) return { listed, reached: null };
    const last = lines.at(-1)?.line;
    if (!last || place >= found.total) return { listed, reached: null };
    if (go === look.goes - 1) {
      return { listed, reached: writeCursor({ after: last.slug, offset: place, number: null }) };
    }
  }
  return { listed, reached: null };
}

function cursorBehind(last: Listed | undefined): string | null {
  if (!last) return null;
  const { slug, place, factor } = last;
  return writeCursor({ after: slug, offset: place + 1, number: factor.position + 1 });
}

async function factorResults(listed: readonly Listed[]): Promise<FactorsAnswer["results"]> {
  const details = await detailsOf(listed.map(({ factor }) => factor));
  const detailOf = new Map(
    details.map(({ documentId, id, detail }) => [`${documentId}#${id}`, plainText(detail)]),
  );
  return listed.map(({ slug, factor }) => ({
    incident: slug,
    number: factor.position + 1,
    id: factor.id,
    role: factor.role,
    standing: factor.standing,
    classes: factor.classes.map((one) => one.slug),
    statement: factor.statement,
    detail: detailOf.get(`${factor.documentId}#${factor.id}`) ?? null,
  }));
}
