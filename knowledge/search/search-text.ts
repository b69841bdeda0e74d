import type { IncidentDocument } from "#knowledge/incident/document";

/** The words of a document by weight, for full text: title and organisation count most. */
export interface SearchText {
  readonly a: string;
  readonly b: string;
  readonly c: string;
  readonly d: string;
}

/** What a document's names mean beyond themselves, from the taxonomy and the list of organisations. */
export interface NameWords {
  /** The name and aliases of a failure class, by its slug. */
  readonly classes: ReadonlyMap<string, string>;
  /** The name and aliases of an organisation, by its name. */
  readonly organizations: ReadonlyMap<string, string>;
}

/** Everything that a search in full text looks at (DESIGN, "The search query"). */
export function searchText({ record, story }: IncidentDocument, names: NameWords): SearchText {
  const classes = record.factors.flatMap((factor) => factor.classes);
  return withinBudget({
    a: words([
      record.title,
      ...record.organization.map((name) => names.organizations.get(name) ?? name),
      ...record.factors.map((factor) => factor.statement),
    ]),
    b: words([
      ...record.products,
      ...[...new Set(classes)].map((slug) => names.classes.get(slug) ?? slug),
    ]),
    c: words([record.summary, record.detection, ...record.factors.map((factor) => factor.detail)]),
    d: words([
      story,
      ...record.timeline.flatMap((entry) => [entry.text, entry.belief]),
      ...record.claims.flatMap(({ statement, positions }) => [
        statement,
        ...positions.map((position) => position.note),
      ]),
      ...record.sources.map((source) => source.title),
    ]),
  });
}

// PostgreSQL refuses a search vector over 1 MB. It keeps a hyphenated word whole and in parts, so a
// text can come out at three times its length; the weightiest words have the first claim.
const longest = 250_000;

function withinBudget({ a, b, c, d }: SearchText): SearchText {
  let left = longest;
  const take = (text: string) => {
    const taken = text.slice(0, left);
    left -= taken.length;
    return taken;
  };
  return { a: take(a), b: take(b), c: take(c), d: take(d) };
}

function words(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join("\n");
}
