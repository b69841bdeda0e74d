/**
 * Reads what the server answers, without a schema: a page that one writes on loads no more than it
 * needs. What is not there, or is something else, counts as empty.
 */

/** What stands under a key; undefined where there is none. */
export function under(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

export function textUnder(value: unknown, key: string): string {
  const text = under(value, key);
  return typeof text === "string" ? text : "";
}

export function listUnder(value: unknown, key: string): readonly unknown[] {
  const list = under(value, key);
  return Array.isArray(list) ? list : [];
}

export function textsUnder(value: unknown, key: string): string[] {
  return listUnder(value, key).filter((one) => typeof one === "string");
}

/** Incidents that a search has found. */
export function foundIncidents(answer: unknown): { slug: string; title: string }[] {
  return listUnder(answer, "results").map((one) => ({
    slug: textUnder(one, "slug"),
    title: textUnder(one, "title"),
  }));
}

/** Terms of the glossary among what is suggested. */
export function foundTerms(answer: unknown): { slug: string; name: string }[] {
  return listUnder(answer, "suggestions").flatMap((one) =>
    textUnder(one, "kind") === "term"
      ? [{ slug: textUnder(one, "slug"), name: textUnder(one, "name") }]
      : [],
  );
}
