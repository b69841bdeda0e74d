import { z } from "zod";

import { readMoment } from "#knowledge/incident/moment";
import { IncidentKind, Role, Sector, Severity, Standing } from "#knowledge/incident/vocabulary";
import { Slug } from "#knowledge/text/slug";

/**
 * What a reader asks for, as one value. It is read from address parameters and written back to them;
 * the two are inverse. Reading is total: a value that cannot be meant counts as not given, while an
 * unknown but well-formed slug stays, so that the page can say so and name the nearest.
 */
export interface Query {
  /** Words, "phrases" and -exclusions, as typed; empty when none. */
  readonly q: string;
  readonly class: readonly string[];
  readonly family: readonly string[];
  readonly notClass: readonly string[];
  /** Further classes, each `slug` or `slug:role` (see `Companion`). */
  readonly with: readonly string[];
  readonly role: readonly Role[];
  readonly standing: readonly Standing[];
  readonly org: readonly string[];
  readonly product: readonly string[];
  readonly sector: readonly Sector[];
  readonly severity: readonly Severity[];
  readonly kind: readonly IncidentKind[];
  /** A year, month or day, inclusive. */
  readonly from: string | null;
  readonly to: string | null;
  readonly match: Match;
  /** Null: the default, which depends on `q`. */
  readonly sort: Sort | null;
  /** From 1. */
  readonly page: number;
}

export const Match = z.enum(["all", "any", "factor"]);
export type Match = z.infer<typeof Match>;

export const Sort = z.enum(["relevance", "date", "severity", "duration", "factors"]);
export type Sort = z.infer<typeof Sort>;

export const queryLimits = {
  /** Characters of `q`; what is typed beyond is not looked at. */
  words: 1_000,
  /** Values of one parameter. */
  values: 50,
  page: 100_000,
} as const;

/** How many incidents one page of results holds. */
export const resultsPerPage = 20;

export const emptyQuery: Query = {
  q: "",
  class: [],
  family: [],
  notClass: [],
  with: [],
  role: [],
  standing: [],
  org: [],
  product: [],
  sector: [],
  severity: [],
  kind: [],
  from: null,
  to: null,
  match: "all",
  sort: null,
  page: 1,
};

/** The parameters in the one order in which addresses have them. */
export const queryParameters = [
  "q",
  "class",
  "family",
  "not-class",
  "with",
  "role",
  "standing",
  "org",
  "product",
  "sector",
  "severity",
  "kind",
  "from",
  "to",
  "match",
  "sort",
  "page",
] as const;

/**
 * A class that some factor has besides all else that a query asks for, in one role where it names one,
 * and whatever the query's own roles, standings and `match`.
 */
export interface Companion {
  readonly class: string;
  readonly role: Role | null;
}

/** How a companion is written: `retry-storm`, or `retry-storm:amplifier`. */
export const WrittenCompanion = z.string().refine((text) => companionIn(text) !== null);

/** Reads a value of `with`; null where it cannot be meant. */
export function companionIn(text: string): Companion | null {
  const [slug, role, ...more] = text.split(":");
  const read = z.object({ class: Slug, role: Role.nullable() });
  const companion = read.safeParse({ class: slug, role: role ?? null });
  return companion.success && more.length === 0 ? companion.data : null;
}

export function writeCompanion({ class: slug, role }: Companion): string {
  return role === null ? slug : `${slug}:${role}`;
}

/** The companions of a query. */
export function companionsOf(query: Pick<Query, "with">): Companion[] {
  return query.with.flatMap((text) => companionIn(text) ?? []);
}

/** Reads the parameters of an address. Total: no input is an error. */
export function readQuery(parameters: URLSearchParams): Query {
  const { words, named } = readBox(parameters.getAll("q").at(-1) ?? "");
  const all = (name: Named) => [
    ...parameters.getAll(name),
    ...named.flatMap((part) => (part.name === name ? [part.value] : [])),
  ];
  const many = <Value extends string>(name: Named, value: z.ZodType<Value>): Value[] => {
    const read = all(name).flatMap((text) => value.safeParse(text).data ?? []);
    return [...new Set(read)].slice(0, queryLimits.values);
  };
  const last = (name: Named) => all(name).at(-1) ?? "";
  return {
    q: words,
    class: many("class", Slug),
    family: many("family", Slug),
    notClass: many("not-class", Slug),
    with: many("with", WrittenCompanion),
    role: many("role", Role),
    standing: many("standing", Standing),
    org: many("org", Slug),
    product: many("product", Slug),
    sector: many("sector", Sector),
    severity: many("severity", Severity),
    kind: many("kind", IncidentKind),
    from: Day.safeParse(last("from")).data ?? null,
    to: Day.safeParse(last("to")).data ?? null,
    match: Match.safeParse(last("match")).data ?? "all",
    sort: Sort.safeParse(last("sort")).data ?? null,
    page: pageOf(parameters.getAll("page").at(-1) ?? ""),
  };
}

/** A year, month or day. */
const Day = z.string().refine((text) => {
  const moment = readMoment(text);
  return moment?.hedge === "exact" && !text.includes("T");
});

/** The parameters that the box takes as `name:value`, and what each takes. */
const namedInBox = {
  class: Slug,
  family: Slug,
  "not-class": Slug,
  with: WrittenCompanion,
  role: Role,
  standing: Standing,
  org: Slug,
  product: Slug,
  sector: Sector,
  severity: Severity,
  kind: IncidentKind,
  from: Day,
  to: Day,
  match: Match,
  sort: Sort,
} as const;
type Named = keyof typeof namedInBox;

function isNamed(name: string): name is Named {
  return Object.hasOwn(namedInBox, name);
}

interface Box {
  readonly words: string;
  readonly named: readonly { readonly name: Named; readonly value: string }[];
}

/** Takes apart what was typed: filters as `name:value`, and words, which is everything else. */
function readBox(text: string): Box {
  const parts = clean(text).match(/"[^"]*"|\S+/g) ?? [];
  const read = parts.map((part) => namedPart(part) ?? part);
  return {
    words: read.filter((part) => typeof part === "string").join(" "),
    named: read.filter((part) => typeof part !== "string"),
  };
}

function namedPart(part: string) {
  const colon = part.indexOf(":");
  const written = part.slice(0, Math.max(colon, 0)).toLowerCase();
  const name = written === "-class" ? "not-class" : written;
  if (!isNamed(name)) return null;
  const value = part.slice(colon + 1).toLowerCase();
  return namedInBox[name].safeParse(value).success ? { name, value } : null;
}

function clean(text: string): string {
  // Control characters mean nothing in a query, and PostgreSQL cannot hold a NUL.
  return text
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, queryLimits.words)
    .toWellFormed();
}

/** Reads a whole query out of what is typed into the box; the inverse of `writeBoxText`. */
export function readBoxText(text: string): Query {
  return readQuery(new URLSearchParams({ q: text }));
}

/** A query as it could be typed into the box: all of it but the page. */
export function writeBoxText(query: Query): string {
  const { q = [], page: _page, ...named } = writeQuery(query);
  const filters = Object.entries(named).flatMap(([name, values]) =>
    values.map((value) => `${name === "not-class" ? "-class" : name}:${value}`),
  );
  return [...filters, ...q].join(" ");
}

function pageOf(text: string): number {
  const page = /^[0-9]{1,6}$/.test(text) ? Number(text) : 1;
  return Math.min(Math.max(page, 1), queryLimits.page);
}

/** The parameters of an address for a query; defaults are left out. */
export function writeQuery(query: Query): Record<string, readonly string[]> {
  const one = (value: string | null, unless = "") =>
    value === null || value === unless ? [] : [value];
  const written = {
    q: one(query.q),
    class: query.class,
    family: query.family,
    "not-class": query.notClass,
    with: query.with,
    role: query.role,
    standing: query.standing,
    org: query.org,
    product: query.product,
    sector: query.sector,
    severity: query.severity,
    kind: query.kind,
    from: one(query.from),
    to: one(query.to),
    match: one(query.match, "all"),
    sort: one(query.sort),
    page: one(String(query.page), "1"),
  };
  return Object.fromEntries(Object.entries(written).filter(([, values]) => values.length > 0));
}

/** The order in which results come when none is asked for. */
export function usualSort({ q }: Pick<Query, "q">): Sort {
  return q === "" ? "date" : "relevance";
}

/** The order in which a query's results come. */
export function sortOf(query: Pick<Query, "q" | "sort">): Sort {
  return query.sort ?? usualSort(query);
}

/** True when the query asks for nothing in particular, whatever its order and page. */
export function asksNothing(query: Query): boolean {
  const { sort: _sort, page: _page, match: _match, ...asked } = writeQuery(query);
  return Object.keys(asked).length === 0;
}
