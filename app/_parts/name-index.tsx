export interface IndexEntry {
  readonly slug: string;
  readonly name: string;
  readonly href: string;
  /** How many incidents it has. */
  readonly incidents: number;
  readonly parts?: readonly IndexEntry[];
}

/** Names with their figures, in columns; parts stand beneath the whole. */
export function NameIndex({ entries }: { entries: readonly IndexEntry[] }) {
  return (
    <ul className="name-index">
      {entries.map((entry) => (
        <Entry key={entry.slug} entry={entry} />
      ))}
    </ul>
  );
}

function Entry({ entry }: { entry: IndexEntry }) {
  const { name, href, incidents, parts = [] } = entry;
  return (
    <li>
      <div className="name-row">
        <a className="quiet" href={href}>
          {name}
        </a>
        <span>
          {incidents === 0 ? "–" : incidents}
          <span className="sr-only"> {incidents === 1 ? "incident" : "incidents"}</span>
        </span>
      </div>
      {parts.length > 0 && (
        <ul className="name-parts">
          {parts.map((part) => (
            <Entry key={part.slug} entry={part} />
          ))}
        </ul>
      )}
    </li>
  );
}
