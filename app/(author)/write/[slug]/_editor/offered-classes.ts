import type { OfferedClass } from "./editing";

interface Family {
  readonly classes: readonly {
    readonly slug: string;
    readonly name: string;
    readonly means: string;
    readonly not: string;
    readonly aka: readonly string[];
  }[];
}

/** The classes as the editor offers them; near are those that a class's "not this" speaks of. */
export function offeredClasses(families: readonly Family[]): OfferedClass[] {
  const all = families.flatMap(({ classes }) => classes);
  const known = new Set(all.map(({ slug }) => slug));
  return all.map(({ slug, name, means, not, aka }) => ({
    slug,
    name,
    aka,
    means,
    near: slugsIn(not).filter((one) => one !== slug && known.has(one)),
  }));
}

function slugsIn(text: string): string[] {
  return [...new Set(text.match(/[a-z0-9]+(?:-[a-z0-9]+)*/g))];
}
