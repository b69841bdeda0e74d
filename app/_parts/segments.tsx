import type { ReactNode } from "react";

interface Props {
  /** What is chosen here, for those who cannot see that the links belong together. */
  readonly label: string;
  readonly choices: readonly {
    readonly href: string;
    readonly name: ReactNode;
    readonly isCurrent: boolean;
  }[];
}

/** One of several views of a page, each with an address of its own. */
export function Segments({ label, choices }: Props) {
  return (
    <nav aria-label={label} className="segments">
      <ul>
        {choices.map(({ href, name, isCurrent }) => (
          <li key={href}>
            <a href={href} aria-current={isCurrent ? "true" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
