import { paths } from "#app/paths";

import { AccountCorner } from "./account-corner";

export type Section = "incidents" | "classes" | "patterns" | "claims" | "reading" | "search";

const sections: readonly { section: Section; name: string; href: string }[] = [
  { section: "incidents", name: "Incidents", href: paths.incidents() },
  { section: "classes", name: "Failure classes", href: paths.failureClasses() },
  { section: "patterns", name: "Patterns", href: paths.patterns() },
  { section: "claims", name: "Claims", href: paths.claims() },
  { section: "reading", name: "Reading", href: paths.readings() },
];

interface Props {
  readonly section?: Section | undefined;
  readonly query?: string | undefined;
}

export function SiteHeader({ section, query }: Props) {
  return (
    <header className="site-header">
      <a className="brand" href={paths.home()}>
        <Mark />
        Hindsight
      </a>
      <nav className="site-nav" aria-label="Main">
        <ul>
          {sections.map((entry) => (
            <li key={entry.section}>
              <a href={entry.href} aria-current={entry.section === section ? "true" : undefined}>
                {entry.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {/* The page of the search has its own box, which does the same. */}
      {section !== "search" && <SearchBox query={query} />}
      <AccountCorner />
    </header>
  );
}

function SearchBox({ query }: Pick<Props, "query">) {
  return (
    <search className="site-search">
      <form action={paths.search()} className="contents">
        <input
          type="search"
          name="q"
          aria-label="Search incidents"
          placeholder="Has this happened before?"
          defaultValue={query}
          data-search-box=""
        />
        <kbd className="js-only" aria-hidden="true">
          /
        </kbd>
      </form>
    </search>
  );
}

/** An eye whose pupil is a clock. */
function Mark() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      <path d="M2 10c3-5 13-5 16 0-3 5-13 5-16 0Z" />
      <path d="M10 6.5v7M6.8 10H10" className="stroke-accent" />
    </svg>
  );
}
