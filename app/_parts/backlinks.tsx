import { paths } from "#app/paths";
import type { Backlink } from "#knowledge/incident/link.store";
import { plainText } from "#knowledge/text/plain";

const kindNames = {
  incident: "Incident",
  class: "Failure class",
  term: "Glossary",
  mitigation: "Mitigation",
  pattern: "Pattern",
  "reading-list": "Reading",
} satisfies Record<Backlink["kind"], string>;

/** The pages that speak of this one, in a margin. Nothing when there are none. */
export function Backlinks({ links }: { links: readonly Backlink[] }) {
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="links-here">
      <h2 id="links-here" className="label">
        What links here
      </h2>
      <ul className="margin-list">
        {links.map(({ kind, slug, title, why }) => (
          <li key={`${kind} ${slug}`}>
            <a className="quiet" href={paths.named(kind, slug)}>
              {title}
            </a>
            <p>
              {kindNames[kind]}
              {why !== null && `. ${plainText(why)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
