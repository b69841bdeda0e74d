import { atOneLook } from "#knowledge/search/block-version.store";
import { findEverything, placeOf } from "#knowledge/search/everything-found";
import { findPlainly, type Found } from "#knowledge/search/find";
import type { Query } from "#knowledge/search/query";
import type { PlainResult } from "#knowledge/search/results";

import { organizationOf } from "./organization-names";
import { writeCursor, type Cursor } from "./cursor";
import type { ListAsked } from "./parameters";
import type { SearchAnswer } from "./shapes";

/** Results from an offset on. */
interface Stretch {
  readonly found: Found<PlainResult>;
  readonly offset: number;
}

/** What `/api/v1/search` answers. */
export function searchAnswer(asked: ListAsked): Promise<SearchAnswer> {
  return atOneLook(() => search(asked));
}

async function search(asked: ListAsked): Promise<SearchAnswer> {
  const { query, limit, cursor } = asked;
  const { found, offset } = cursor
    ? await stretchAfter(query, limit, cursor)
    : await stretchFrom(query, { limit, offset: (query.page - 1) * limit });
  const { class: classes, role, standing, org, product, sector, severity, year } = found.facets;
  return {
    total: found.total,
    results: found.results.map((result) => ({
      slug: result.slug,
      title: result.title,
      organization: organizationOf(result),
      started: result.started,
      severity: result.severity,
      factors: result.factors.map((factor) => ({
        number: factor.position + 1,
        statement: factor.statement,
        role: factor.role,
        classes: factor.classes.map(({ slug }) => slug),
      })),
    })),
    facets: {
      class: Object.fromEntries(classes),
      role: Object.fromEntries(role),
      standing: Object.fromEntries(standing),
      org: Object.fromEntries(org),
      product: Object.fromEntries(product),
      sector: Object.fromEntries(sector),
      severity: Object.fromEntries(severity),
      year: Object.fromEntries(year),
    },
    next: nextOf(found.results, offset, found.total),
  };
}

/** The cursor behind the last of some incidents that begin at an offset; null if none follow. */
export function nextOf(
  incidents: readonly { readonly slug: string }[],
  offset: number,
  total: number,
): string | null {
  const last = incidents.at(-1);
  const given = offset + incidents.length;
  return last && given < total
    ? writeCursor({ after: last.slug, offset: given, number: null })
    : null;
}

async function stretchFrom(
  query: Query,
  slice: { limit: number; offset: number },
): Promise<Stretch> {
  return { found: await findPlainly(query, slice), offset: slice.offset };
}

// Nearly always nothing has changed, and the incident that the cursor names stands where it stood.
async function stretchAfter(query: Query, limit: number, cursor: Cursor): Promise<Stretch> {
  const found = await findPlainly(query, { limit: limit + 1, offset: cursor.offset - 1 });
  const [before, ...results] = found.results;
  if (before?.slug === cursor.after) return { found: { ...found, results }, offset: cursor.offset };
  const place = await placeOf(await findEverything(query), cursor.after);
  return stretchFrom(query, { limit, offset: offsetBehind(place, cursor) });
}

/** Where to go on when the incident of a cursor stands elsewhere, or is no longer in the list. */
export function offsetBehind(place: number | null, cursor: Cursor): number {
  // Without it, all that came after it has moved up by one.
  return place === null ? cursor.offset - 1 : place + 1;
}
