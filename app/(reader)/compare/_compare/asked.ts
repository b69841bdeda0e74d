import {
  findElsewhere,
  findIncident,
  type PublishedIncident,
} from "#knowledge/incident/incident.store";
import { findIncidents } from "#knowledge/search/find";
import { emptyQuery, readQuery } from "#knowledge/search/query";
import { Slug } from "#knowledge/text/slug";

/** How many incidents stand side by side. */
export const compared = { least: 2, most: 4 } as const;

/** Values of an address that are looked at; no person names more. */
const valuesRead = 12;

/** Incidents offered for one that is not known. */
const offered = 5;

/** What an address asks to be compared. */
export interface Asked {
  /** Each once, in the order of the address; more than fit are among them. */
  readonly incidents: readonly PublishedIncident[];
  readonly unknown: readonly Unknown[];
}

/** A value that names no incident, and incidents that answer to its words. */
export interface Unknown {
  readonly value: string;
  readonly near: readonly { readonly slug: string; readonly title: string }[];
}

/**
 * Reads which incidents an address names: by slug, by a former slug, by the address of their page or
 * by their whole title. What names none is kept, with what may have been meant.
 */
export async function readAsked(parameters: URLSearchParams): Promise<Asked> {
  const values = parameters
    .getAll("incident")
    .map((value) => value.trim())
    .filter((value) => value !== "");
  const looked = await Promise.all([...new Set(values)].slice(0, valuesRead).map(lookUp));
  const found = looked.flatMap((one) => (one.kind === "found" ? [one.incident] : []));
  return {
    incidents: [...new Map(found.map((incident) => [incident.slug, incident])).values()],
    unknown: looked.flatMap((one) => (one.kind === "unknown" ? [one.unknown] : [])),
  };
}

type LookedUp =
  | { readonly kind: "found"; readonly incident: PublishedIncident }
  | { readonly kind: "unknown"; readonly unknown: Unknown };

async function lookUp(value: string): Promise<LookedUp> {
  const slug = Slug.safeParse(/\/incidents\/([a-z0-9-]+)/.exec(value)?.[1] ?? value).data;
  const known = slug === undefined ? null : await incidentOf(slug);
  if (known) return { kind: "found", incident: known };
  // The words are read as the search page reads them, within the same limits.
  const { q } = readQuery(new URLSearchParams({ q: value.replaceAll("-", " ") }));
  const { results } = await findIncidents({ ...emptyQuery, q }, { limit: offered, offset: 0 });
  const titled = results.find(({ title }) => title.toLowerCase() === value.toLowerCase());
  const incident = titled ? await findIncident(titled.slug) : null;
  if (incident) return { kind: "found", incident };
  return { kind: "unknown", unknown: { value, near: q === "" ? [] : results } };
}

async function incidentOf(slug: string): Promise<PublishedIncident | null> {
  const incident = await findIncident(slug);
  if (incident) return incident;
  const elsewhere = await findElsewhere(slug);
  return elsewhere.kind === "moved" ? findIncident(elsewhere.slug) : null;
}
