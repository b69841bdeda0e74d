import type { Factor, IncidentRecord } from "#knowledge/incident/document";
import { momentOf } from "#knowledge/incident/moment";
import { productSlug } from "#knowledge/incident/name-slug";
import { Role, Standing } from "#knowledge/incident/vocabulary";
import type { Query } from "#knowledge/search/query";

/**
 * The meaning of a query without words, computed over the documents as the design words it: plain,
 * slow, and with nothing of the search in it, so that the two can be compared.
 */
export interface PlainLibrary {
  readonly incidents: readonly { readonly slug: string; readonly record: IncidentRecord }[];
  /** The family of each class. */
  readonly familyOf: ReadonlyMap<string, string>;
  readonly organizations: readonly {
    readonly slug: string;
    readonly name: string;
    readonly partOf?: string | undefined;
  }[];
}

export function plainSearch(library: PlainLibrary, query: Query): string[] {
  return found(library, query)
    .map(({ slug }) => slug)
    .toSorted();
}

function found(library: PlainLibrary, query: Query) {
  return library.incidents.filter(({ record }) => isFound(library, query, record));
}

/** The ids of the factors of an incident that match. */
export function plainFactors(
  library: PlainLibrary,
  query: Query,
  record: IncidentRecord,
): string[] {
  const { class: classes, family, role, standing, match } = query;
  if (classes.length + family.length + role.length + standing.length === 0) return [];
  return record.factors
    .filter((factor) => isFitting(query, factor))
    .filter((factor) => {
      if (classes.length + family.length === 0) return true;
      const inFamily = factor.classes.some((one) =>
        family.includes(library.familyOf.get(one) ?? ""),
      );
      const held = classes.filter((one) => factor.classes.includes(one)).length;
      const enough = match === "factor" ? classes.length : 1;
      return inFamily || (classes.length > 0 && held >= enough);
    })
    .map(({ id }) => id);
}

/** For every value of every filter how many incidents one gets by choosing it; none where none. */
export function plainFacets(
  library: PlainLibrary,
  query: Query,
): Record<string, Record<string, number>> {
  const chosen = (values: readonly string[], choose: (value: string) => Query) =>
    tally(values.flatMap((value) => found(library, choose(value)).map(() => value)));
  const held = (rest: Query, valuesOf: (record: IncidentRecord) => readonly string[]) =>
    tally(found(library, rest).flatMap(({ record }) => [...new Set(valuesOf(record))]));
  const withClass = (slug: string) => (query.match === "any" ? [slug] : [...query.class, slug]);
  return {
    class: chosen([...library.familyOf.keys()], (slug) => ({
      ...query,
      class: [...new Set(withClass(slug))],
    })),
    role: chosen(Role.options, (one) => ({ ...query, role: [Role.parse(one)] })),
    standing: chosen(Standing.options, (one) => ({ ...query, standing: [Standing.parse(one)] })),
    org: held({ ...query, org: [] }, ({ organization }) =>
      organization.flatMap((name) => withParents(library, name)),
    ),
    product: held({ ...query, product: [] }, ({ products }) => products.map(productSlug)),
    sector: held({ ...query, sector: [] }, ({ sectors }) => sectors),
    severity: held({ ...query, severity: [] }, ({ severity }) => (severity ? [severity] : [])),
    kind: held({ ...query, kind: [] }, ({ kind }) => [kind]),
    year: chosen(
      Array.from({ length: 60 }, (_, at) => String(1980 + at)),
      (year) => ({ ...query, from: year, to: year }),
    ),
  };
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function isFitting({ role, standing }: Query, factor: Factor): boolean {
  return (
    (role.length === 0 || role.includes(factor.role)) &&
    (standing.length === 0 || standing.includes(factor.standing))
  );
}

function isFound(library: PlainLibrary, query: Query, record: IncidentRecord): boolean {
  const fitting = record.factors.filter((factor) => isFitting(query, factor));
  const inFamily = ({ classes }: Factor) =>
    classes.some((one) => query.family.includes(library.familyOf.get(one) ?? ""));
  const asksParts = query.role.length + query.standing.length > 0;
  const asksClasses = query.class.length + query.family.length > 0;
  return (
    classesFit(query, fitting) &&
    (query.family.length === 0 || fitting.some(inFamily)) &&
    !record.factors.some(({ classes }) => classes.some((one) => query.notClass.includes(one))) &&
    (asksClasses || !asksParts || fitting.length > 0) &&
    query.with.every((one) => isAccompanied(record, one)) &&
    recordFits(library, query, record)
  );
}

/** Whether a factor has the class of `slug` or `slug:role`, and plays that role. */
function isAccompanied(record: IncidentRecord, written: string): boolean {
  const [slug = "", role] = written.split(":");
  return record.factors.some(
    (factor) => factor.classes.includes(slug) && (role === undefined || factor.role === role),
  );
}

function classesFit({ class: sought, match }: Query, fitting: readonly Factor[]): boolean {
  if (sought.length === 0) return true;
  const has = (one: string) => fitting.some(({ classes }) => classes.includes(one));
  switch (match) {
    case "all":
      return sought.every(has);
    case "any":
      return sought.some(has);
    case "factor":
      return fitting.some(({ classes }) => sought.every((one) => classes.includes(one)));
  }
}

function recordFits(library: PlainLibrary, query: Query, record: IncidentRecord): boolean {
  const among = <Value>(sought: readonly Value[], values: readonly Value[]) =>
    sought.length === 0 || values.some((value) => sought.includes(value));
  return (
    isWithin(query, record) &&
    among(
      query.org,
      record.organization.flatMap((name) => withParents(library, name)),
    ) &&
    among(query.product, record.products.map(productSlug)) &&
    among(query.sector, record.sectors) &&
    among(query.severity, record.severity ? [record.severity] : []) &&
    among(query.kind, [record.kind])
  );
}

function isWithin({ from, to }: Query, { started }: IncidentRecord): boolean {
  if (from === null && to === null) return true;
  const { first, last } = momentOf(started ?? "");
  return (
    (from === null || last > momentOf(from).first) && (to === null || first < momentOf(to).last)
  );
}

function withParents({ organizations }: PlainLibrary, name: string): string[] {
  const slugs: string[] = [];
  let at = organizations.find((one) => one.name === name);
  while (at) {
    slugs.push(at.slug);
    const parent: string | undefined = at.partOf;
    at = organizations.find((one) => one.slug === parent);
  }
  return slugs;
}
