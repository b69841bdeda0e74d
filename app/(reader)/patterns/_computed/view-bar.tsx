import { roleLooks } from "#app/_parts/role-mark";
import { rolesOnMap } from "#app/_parts/class-map";
import { Segments } from "#app/_parts/segments";
import { Glyph } from "#app/_ui/glyph";
import type { View } from "#knowledge/patterns/view";

import { viewPath } from "./view-path";

interface Props {
  readonly view: View;
  readonly families: readonly { readonly slug: string; readonly name: string }[];
}

/** Chooses what all pictures count: factors in one role, classes of one family. */
export function ViewBar({ view, families }: Props) {
  return (
    <div className="view-bar">
      <Segments
        label="Count only factors in one role"
        choices={[
          {
            href: viewPath({ ...view, role: null }, "counted"),
            name: "Any role",
            isCurrent: view.role === null,
          },
          ...rolesOnMap.map((role) => ({
            href: viewPath({ ...view, role }, "counted"),
            isCurrent: role === view.role,
            name: (
              <span className={role === view.role ? "mark" : `mark ${roleLooks[role].color}`}>
                <Glyph shape={roleLooks[role].shape} />
                {roleLooks[role].one}
              </span>
            ),
          })),
        ]}
      />
      <Segments
        label="Look at the classes of one family"
        choices={[
          {
            href: viewPath({ ...view, family: null }, "counted"),
            name: "All families",
            isCurrent: view.family === null,
          },
          ...families.map(({ slug, name }) => ({
            href: viewPath({ ...view, family: slug }, "counted"),
            name,
            isCurrent: slug === view.family,
          })),
        ]}
      />
    </div>
  );
}
