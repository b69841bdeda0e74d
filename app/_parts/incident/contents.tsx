/** A section of the page, as its table of contents names it. */
export interface ContentsEntry {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
}

/**
 * The table of contents: in the left margin where there is room, else folded above the text. The
 * folded one is the same list, which the style sheet unfolds where it stands in the margin.
 */
export function Contents({ entries }: { entries: readonly ContentsEntry[] }) {
  return (
    <nav className="contents-nav" aria-label="On this page" data-contents="">
      <details>
        <summary className="label">On this page</summary>
        <ol>
          {entries.map(({ id, title, count }) => (
            <li key={id}>
              <a href={`#${id}`}>
                {title}
                {count !== undefined && <small> {count}</small>}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
