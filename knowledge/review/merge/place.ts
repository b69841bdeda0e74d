import type { Path } from "#knowledge/text/fault";

import { isGroup } from "./equality";

/** What becomes of the value in a place: another one, none (undefined); null when it is not the one. */
export type Change = (value: unknown) => { readonly value: unknown } | null;

interface Place {
  readonly path: Path;
  /** The id (or slug) of the row on the way, where rows have one. */
  readonly id: string | null;
}

/**
 * A value with the thing in one place changed; null where nothing there is the one. Rows may have
 * come and gone since the path was made: one with an id is found by it, others are tried from the
 * path's position outwards.
 */
export function changedAt(value: unknown, { path, id }: Place, change: Change): ReturnType<Change> {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return changedInList(value, { path, id }, change);
  if (!isGroup(value)) return null;
  const inner = changedAt(value[step], { path: rest, id }, change);
  if (!inner) return null;
  const others = Object.entries(value).filter(([key]) => key !== step || inner.value !== undefined);
  return {
    value: Object.fromEntries(others.map(([key, one]) => [key, key === step ? inner.value : one])),
  };
}

function changedInList(
  list: readonly unknown[],
  { path, id }: Place,
  change: Change,
): ReturnType<Change> {
  const [step, ...rest] = path;
  for (const at of placesAround(list, Number(step), id)) {
    const inner = changedAt(list[at], { path: rest, id }, change);
    if (inner) {
      const items = inner.value === undefined ? [] : [inner.value];
      return { value: list.toSpliced(at, 1, ...items) };
    }
  }
  return null;
}

function placesAround(list: readonly unknown[], step: number, id: string | null): number[] {
  const places = [...list.keys()];
  const named = places.filter((at) => id !== null && identityOf(list[at]) === id);
  if (named.length > 0) return named;
  const haveIds = list.some((item) => identityOf(item) !== null);
  return haveIds && id !== null
    ? []
    : places.toSorted((a, b) => Math.abs(a - step) - Math.abs(b - step));
}

function identityOf(item: unknown): string | null {
  if (!isGroup(item)) return null;
  const identity = item.id ?? item.slug;
  return typeof identity === "string" ? identity : null;
}
