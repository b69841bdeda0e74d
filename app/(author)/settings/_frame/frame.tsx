import type { ReactNode } from "react";

import { Shell } from "#app/_parts/shell";
import type { FlashShown } from "#app/_session/flash";
import { Notice } from "#app/_ui/form";
import { paths } from "#app/paths";
import type { Member } from "#knowledge/people/actor";
import { mayOnSite, type SiteAct } from "#knowledge/people/rules";

type Part = "account" | "bin" | "people" | "site" | "audit";

const parts: readonly { part: Part; name: string; act?: SiteAct }[] = [
  { part: "account", name: "Account" },
  { part: "bin", name: "Bin", act: "begin a review" },
  { part: "people", name: "People", act: "set duties" },
  { part: "site", name: "Site", act: "change settings" },
  { part: "audit", name: "Audit log", act: "read the audit log" },
];

interface Props {
  readonly part: Part;
  readonly title: string;
  readonly member: Member;
  readonly flash: FlashShown | null;
  readonly children: ReactNode;
}

/** The frame of all settings: which there are for this member, and what came of the last change. */
export function SettingsFrame({ part, title, member, flash, children }: Props) {
  const shown = parts.filter(({ act }) => act === undefined || mayOnSite(member, act));
  return (
    <Shell>
      <div className="page settings">
        {shown.length > 1 && (
          <nav className="settings-nav" aria-label="Settings">
            <ul>
              {shown.map((one) => (
                <li key={one.part}>
                  <a
                    href={paths.settings(one.part)}
                    aria-current={one.part === part ? "page" : undefined}
                  >
                    {one.name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div>
          <h1 className="title">{title}</h1>
          <Notice {...flash} />
          {children}
        </div>
      </div>
    </Shell>
  );
}
