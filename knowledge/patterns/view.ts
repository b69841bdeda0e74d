import { z } from "zod";

import { Role } from "#knowledge/incident/vocabulary";

/** The roles in which factors have failure classes; a safeguard has none. */
const RoleOfClasses = Role.exclude(["safeguard"]);
export type RoleOfClasses = z.infer<typeof RoleOfClasses>;

/** What rows stand in the order of. */
export const PatternSort = z.enum([
  "strength",
  "incidents",
  "family",
  "detect",
  "mitigate",
  "resolve",
]);
export type PatternSort = z.infer<typeof PatternSort>;

/** What the computed patterns look at, and in which order they show it. */
export interface View {
  /** Only factors in this role are counted; null: in any. */
  readonly role: RoleOfClasses | null;
  /** The slug of the family whose classes are looked at; null: all families. */
  readonly family: string | null;
  /** Null: each picture in its own order. */
  readonly sort: PatternSort | null;
}

/** Reads a view from the parameters of an address. Total: what is not understood counts as not given. */
export function readView(
  parameters: URLSearchParams,
  families: readonly { readonly slug: string }[],
): View {
  const last = (name: string) => parameters.getAll(name).at(-1);
  return {
    role: RoleOfClasses.safeParse(last("role")).data ?? null,
    family: families.find(({ slug }) => slug === last("family"))?.slug ?? null,
    sort: PatternSort.safeParse(last("sort")).data ?? null,
  };
}
