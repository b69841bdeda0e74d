import { paths } from "#app/paths";
import type { View } from "#knowledge/patterns/view";

/** The address of a view, at one of the page's sections. */
export function viewPath({ role, family, sort }: View, part: string): string {
  return paths.patterns(
    { role: role ?? undefined, family: family ?? undefined, sort: sort ?? undefined },
    part,
  );
}
