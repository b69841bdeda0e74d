import { momentOf } from "#knowledge/incident/moment";
import { sortOf, type Query } from "#knowledge/search/query";
import { partialMatch } from "#knowledge/search/text-match";
import { readWords } from "#knowledge/search/words";

/** A statement for `pg`, with the values of its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a statement is written for. */
export interface Wanted {
  readonly query: Query;
  /** How many public incidents there are, which says how rare a word is. */
  readonly all: number;
  /** The results of words come by `ts_rank` instead of by date. */
  readonly isRanked?: boolean;
}

const shown = 20;

class Parameters {
  readonly values: unknown[] = [];

  /** The place of a value in the statement. */
  put(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/**
 * What somebody would write by hand to bring the first twenty incidents of a query and how many
 * there are: joins and conditions over the incidents and their factors, and full text as PostgreSQL
 * has it. It knows nothing of postings. One row: `total` and `slugs`, in the order of the results;
 * those of words by date, unless they are to be ranked, for which PostgreSQL has to unpack all.
 */
export function barestSql(wanted: Wanted): Statement {
  const parameters = new Parameters();
  const { query } = wanted;
  if (hasWords(query)) {
    const ctes = foundByWords(wanted, parameters);
    const text = `WITH ${ctes} SELECT (SELECT count(*)::int FROM found) AS "total",
      ARRAY(SELECT e."slug" FROM found f JOIN "SearchEntry" e USING ("documentId")
        ${wanted.isRanked === true ? `JOIN "SearchText" t USING ("documentId")` : ""}
        ORDER BY ${wordOrder(wanted, parameters)} LIMIT ${shown}) AS "slugs"`;
    return { text, values: parameters.values };
  }
  // Counted and fetched apart, since each has a plan of its own that is best.
  const found = `"SearchEntry" e JOIN "Incident" i USING ("documentId") WHERE ${allConditions(query, parameters)}`;
  const text = `SELECT (SELECT count(*)::int FROM ${found}) AS "total",
    ARRAY(SELECT e."slug" FROM ${found} ORDER BY ${plainOrder(query, parameters)} LIMIT ${shown}) AS "slugs"`;
  return { text, values: parameters.values };
}

/**
 * The figures of the facets by hand: what was found, grouped by each of class, role, standing,
 * organisation, product, sector, severity and year. Unlike those of the search they count within
 * what was found, and not what one gets by choosing another value of a filter that is already set.
 */
export function facetSql(wanted: Wanted): Statement {
  const parameters = new Parameters();
  const { query } = wanted;
  const found = hasWords(query)
    ? foundByWords(wanted, parameters)
    : `found AS MATERIALIZED (SELECT i."documentId" FROM "Incident" i WHERE ${allConditions(query, parameters)})`;
  const grouped = [
    ["class", "classSlug", "FactorClass"],
    ["role", "role", "Factor"],
    ["standing", "standing", "Factor"],
    ["org", "organizationSlug", "IncidentOrganization"],
    ["product", "productSlug", "IncidentProduct"],
    ["sector", "sector", "IncidentSector"],
    ["severity", "severity", "Incident"],
  ].map(
    ([facet, column, table]) =>
      `SELECT '${facet}' AS "facet", "${column}"::text AS "value", count(DISTINCT "documentId")::int AS "incidents"
       FROM found JOIN "${table}" USING ("documentId") GROUP BY 2`,
  );
  const years = `SELECT 'year', extract(year FROM "startedFirst")::text, count(*)::int
    FROM found JOIN "Incident" USING ("documentId") GROUP BY 2`;
  const text = `WITH ${found} ${[...grouped, years].join(" UNION ALL ")}`;
  return { text, values: parameters.values };
}

function hasWords({ q }: Query): boolean {
  const { words, phrases, excluded } = readWords(q);
  return words.length + phrases.length + excluded.length > 0;
}

// PostgreSQL folds this into one value before it plans, so that it knows how frequent the words are.
function sought(text: string, parameters: Parameters): string {
  const at = parameters.put(text, "text");
  return `(phraseto_tsquery('english', ${at}) || phraseto_tsquery('english', replace(${at}, '-', ' ')))`;
}

// Words that are all too common to be indexed ask for nothing.
function holds(tsquery: string): string {
  return `(numnode(${tsquery}) = 0 OR t."text" @@ (${tsquery}))`;
}

/**
 * The incidents that hold all words, and, when they are fewer than ten, up to fifty of those that
 * hold half of the words' weight (DESIGN, "The search query"), as the tables before `found`.
 */
function foundByWords({ query, all }: Wanted, parameters: Parameters): string {
  const { words, phrases, excluded } = readWords(query.q);
  const conditions = [
    allConditions(query, parameters),
    ...phrases.map((phrase) => holds(sought(phrase, parameters))),
    ...excluded.map((text) => `NOT t."text" @@ ${sought(text, parameters)}`),
  ].join(" AND ");
  const allWords = words.map((word) => sought(word, parameters)).join(" && ");
  const isWhole = words.length === 0 ? "" : `AND ${holds(allWords)}`;
  const asked = parameters.put(words, "text[]");
  const isFew = `(SELECT count(*) FROM whole) < ${partialMatch.fewerThan}`;
  return `
    whole AS MATERIALIZED (
      SELECT t."documentId" FROM "SearchText" t JOIN "Incident" i USING ("documentId") WHERE ${conditions} ${isWhole}),
    word AS MATERIALIZED (
      SELECT q."query", CASE WHEN d."documents" = 0 THEN 0 ELSE ln(1 + ${parameters.put(all, "float8")} / d."documents") END AS "weight"
      FROM unnest(${asked}) AS a("text")
      CROSS JOIN LATERAL (SELECT phraseto_tsquery('english', a."text") || phraseto_tsquery('english', replace(a."text", '-', ' '))) AS q("query")
      CROSS JOIN LATERAL (SELECT coalesce(min(coalesce(l."documents", 0)), 0)
        FROM unnest(tsvector_to_array(to_tsvector('english', replace(a."text", '-', ' ')))) AS x("lexeme")
        LEFT JOIN "Lexeme" l USING ("lexeme")) AS d("documents")
      WHERE ${isFew} AND numnode(q."query") > 0),
    held AS MATERIALIZED (
      SELECT h."documentId", sum(w."weight" * CASE WHEN h."leading" @@ w."query" THEN ${partialMatch.leading} ELSE 1 END) AS "weight"
      FROM word w JOIN "SearchText" h ON h."text" @@ w."query" WHERE ${isFew} GROUP BY 1),
    partial AS MATERIALIZED (
      SELECT t."documentId"
      FROM held JOIN "SearchText" t USING ("documentId") JOIN "Incident" i USING ("documentId")
      WHERE ${isFew} AND ${conditions}
        AND held."weight" >= ${partialMatch.weight} * (SELECT sum("weight") FROM word)
        AND NOT EXISTS (SELECT 1 FROM whole WHERE whole."documentId" = t."documentId")
      ORDER BY held."weight" DESC LIMIT ${partialMatch.most}),
    found AS MATERIALIZED (
      SELECT "documentId", false AS "lacks" FROM whole UNION ALL SELECT "documentId", true FROM partial)`;
}

function wordOrder({ query, isRanked }: Wanted, parameters: Parameters): string {
  if (sortOf(query) !== "relevance") return plainOrder(query, parameters);
  if (isRanked !== true) return `f."lacks", ${plainOrder(query, parameters)}`;
  const { words, phrases } = readWords(query.q);
  const any = [...words, ...phrases].map((text) => sought(text, parameters)).join(" || ");
  if (any === "") return plainOrder({ ...query, sort: "date" }, parameters);
  return `f."lacks", ts_rank('{0.2, 0.5, 0.4, 1}', t."text", ${any}) DESC, e."slug"`;
}

function plainOrder(query: Query, parameters: Parameters): string {
  switch (sortOf(query)) {
    case "severity":
      return `e."severityRank", e."slug"`;
    case "duration":
      return `e."durationKey" DESC, e."slug"`;
    case "factors":
      return `(${matchingFactors(query, parameters)}) DESC, e."slug"`;
    case "date":
    case "relevance":
      return `e."startedKey" DESC, e."slug"`;
  }
}

/** How many factors of an incident `e` match a query that has classes, families, roles or standings. */
function matchingFactors(query: Query, parameters: Parameters): string {
  const { class: classes, family, match } = query;
  const fitting = fits(query, parameters);
  if (classes.length + family.length === 0) {
    return `SELECT count(*) FROM "Factor" c WHERE c."documentId" = e."documentId" AND ${fitting}`;
  }
  const needed = match === "factor" ? Math.max(classes.length, 1) : 1;
  const own = `c."classSlug" = ANY(${parameters.put(classes, "text[]")})`;
  const ofFamily = isOfFamily(family, parameters);
  return `SELECT count(*) FROM (SELECT 1 FROM "FactorClass" c
    WHERE c."documentId" = e."documentId" AND ${fitting} GROUP BY c."rowId"
    HAVING bool_or(${ofFamily}) OR count(*) FILTER (WHERE ${own}) >= ${needed}) AS had`;
}

function allConditions(query: Query, parameters: Parameters): string {
  const among = (column: string, values: readonly string[], type: string) =>
    values.length === 0 ? [] : [`${column} = ANY(${parameters.put(values, type)})`];
  const inTable = (table: string, conditions: readonly string[]) =>
    conditions.map((one) => `i."documentId" IN (SELECT "documentId" FROM "${table}" WHERE ${one})`);
  return [
    `i."visibility" = 'public'`,
    ...factorConditions(query, parameters),
    ...(query.org.length === 0
      ? []
      : [`i."documentId" IN (${ofOrganizations(query.org, parameters)})`]),
    ...inTable("IncidentProduct", among(`"productSlug"`, query.product, "text[]")),
    ...inTable("IncidentSector", among(`"sector"`, query.sector, '"Sector"[]')),
    ...among(`i."severity"`, query.severity, '"Severity"[]'),
    ...among(`i."kind"`, query.kind, '"IncidentKind"[]'),
    ...within(query, parameters),
  ].join(" AND ");
}

function ofOrganizations(slugs: readonly string[], parameters: Parameters): string {
  return `WITH RECURSIVE part AS (
      SELECT "slug" FROM "Organization" WHERE "slug" = ANY(${parameters.put(slugs, "text[]")})
      UNION SELECT o."slug" FROM "Organization" o JOIN part ON o."parentSlug" = part."slug")
    SELECT "documentId" FROM "IncidentOrganization" WHERE "organizationSlug" IN (SELECT "slug" FROM part)`;
}

// A moment overlaps what is asked for; an end that is open lies as far away as may be.
function within({ from, to }: Query, parameters: Parameters): string[] {
  const at = (time: number) => parameters.put(new Date(time).toISOString(), "timestamptz");
  return [
    ...(from === null
      ? []
      : [`(i."startedLast" IS NULL OR i."startedLast" > ${at(momentOf(from).first)})`]),
    ...(to === null
      ? []
      : [`(i."startedFirst" IS NULL OR i."startedFirst" < ${at(momentOf(to).last)})`]),
  ];
}

function factorConditions(query: Query, parameters: Parameters): string[] {
  const { class: classes, family, notClass, role, standing } = query;
  const having = (condition: string) =>
    `i."documentId" IN (SELECT c."documentId" FROM "FactorClass" c WHERE ${condition} AND ${fits(query, parameters)})`;
  const asksParts = role.length + standing.length > 0;
  return [
    ...classConditions(query, having, parameters),
    ...(family.length === 0 ? [] : [having(isOfFamily(family, parameters))]),
    ...(asksParts && classes.length + family.length === 0
      ? [
          `i."documentId" IN (SELECT c."documentId" FROM "Factor" c WHERE ${fits(query, parameters)})`,
        ]
      : []),
    ...(notClass.length === 0
      ? []
      : [
          `NOT EXISTS (SELECT 1 FROM "FactorClass" x WHERE x."documentId" = i."documentId"
            AND x."classSlug" = ANY(${parameters.put(notClass, "text[]")}))`,
        ]),
  ];
}

function isOfFamily(families: readonly string[], parameters: Parameters): string {
  const slugs = parameters.put(families, "text[]");
  return `c."classSlug" IN (SELECT "slug" FROM "FailureClass" WHERE "familySlug" = ANY(${slugs}))`;
}

function classConditions(
  query: Query,
  having: (condition: string) => string,
  parameters: Parameters,
): string[] {
  const { class: classes, match } = query;
  if (classes.length === 0) return [];
  if (match === "all") {
    return classes.map((slug) => having(`c."classSlug" = ${parameters.put(slug, "text")}`));
  }
  const any = `c."classSlug" = ANY(${parameters.put(classes, "text[]")})`;
  if (match === "any") return [having(any)];
  return [
    `i."documentId" IN (SELECT c."documentId" FROM "FactorClass" c WHERE ${any}
      AND ${fits(query, parameters)} GROUP BY c."documentId", c."rowId" HAVING count(*) = ${classes.length})`,
  ];
}

/** A factor, or class of a factor, `c` is of the roles and standings asked for. */
function fits({ role, standing }: Query, parameters: Parameters): string {
  const conditions = [
    ...(role.length === 0 ? [] : [`c."role" = ANY(${parameters.put(role, '"Role"[]')})`]),
    ...(standing.length === 0
      ? []
      : [`c."standing" = ANY(${parameters.put(standing, '"Standing"[]')})`]),
  ];
  return conditions.length === 0 ? "true" : conditions.join(" AND ");
}
