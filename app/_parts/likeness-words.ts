import type { Reasons, SharedClass } from "#knowledge/incident/similarity";
import type { Role } from "#knowledge/incident/vocabulary";

/** Why two incidents are alike, as a reader may be told it. */
interface ReasonWords {
  /** What both have: `privileged third party as amplifier; unbootable fleet in recovery`. */
  readonly both: string;
  /** What only one has: `kernel-mode crash only here`; null when both name the same classes. */
  readonly differs: string | null;
}

type Told = Omit<Reasons, "products"> & { readonly products: readonly { readonly name: string }[] };

/** How many shared classes are named; the others are counted. */
const mostNamed = 4;

/**
 * The reasons of a neighbour in words, most telling first, classes that played the same role
 * together. `nameOf` gives the name of a class.
 */
export function reasonsInWords(
  { shared, products, differs }: Told,
  nameOf: (slug: string) => string,
): ReasonWords {
  const groups = new Map<string, string[]>();
  for (const one of shared.slice(0, mostNamed)) {
    const roles = rolesInWords(one);
    groups.set(roles, [...(groups.get(roles) ?? []), inSentence(nameOf(one.slug))]);
  }
  const more = shared.length - mostNamed;
  const parts = [
    ...[...groups].map(([roles, names]) => `${names.join(", ")} ${roles}`),
    ...(more > 0 ? [`${more} more ${more === 1 ? "class" : "classes"}`] : []),
    ...products.map(({ name }) => name),
  ];
  return {
    both: parts.join("; "),
    differs: differs && `${inSentence(nameOf(differs.slug))} only ${differs.where}`,
  };
}

function rolesInWords({ here, there }: SharedClass): string {
  const common = here.filter((role) => there.includes(role));
  if (common.length > 0) return common.map(asRole).join(" and ");
  return `${here.map(asRole).join(" and ")} here, ${there.map(asRole).join(" and ")} there`;
}

/** A role as a sentence says that something played it: `as trigger`, `in recovery`. */
export function asRole(role: Role): string {
  return role === "detection" || role === "recovery" ? `in ${role}` : `as ${role}`;
}

/** A name as it stands within a sentence: `Staged-rollout gap` small, `DNS failure` as it is. */
export function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
