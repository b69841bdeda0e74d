/** Whether two values of a document say the same: texts, lists and groups of keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) return Array.isArray(other) && isSameList(one, other);
  if (!isGroup(one) || !isGroup(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  // A key without a value is as good as absent.
  return [...keys].every((key) => isSame(one[key], other[key]));
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, at) => isSame(item, other[at]));
}

/** Whether a value is a group of keys: a row. */
export function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list of words: names, slugs, ids. */
export function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
