import { Backlinks } from "#app/_parts/backlinks";
import { CountBars } from "#app/_parts/count-bars";
import { paths } from "#app/paths";
import type { Backlink } from "#knowledge/incident/link.store";
import type { ReadingOfClass } from "#knowledge/library/shelf.store";
import type { ClassPage } from "#knowledge/taxonomy/taxonomy.store";

interface Props {
  readonly failureClass: ClassPage;
  readonly incidents: number;
  readonly companions: readonly { slug: string; name: string; incidents: number }[];
  readonly readings: readonly ReadingOfClass[];
  readonly links: readonly Backlink[];
}

/** What stands beside a class: its company, its other names, and where one can read of it. */
export function ClassMargin({ failureClass, incidents, companions, readings, links }: Props) {
  const { slug, aka } = failureClass;
  return (
    <aside className="margin" aria-label="About this class">
      {companions.length > 0 && (
        <section aria-labelledby="occurs-with">
          <h2 id="occurs-with" className="label">
            Occurs with
          </h2>
          <CountBars
            rows={companions.map((other) => ({
              key: other.slug,
              name: other.name,
              href: paths.search({ class: [slug, other.slug] }),
              count: other.incidents,
            }))}
            most={incidents}
          />
          <p className="mt-2 text-fine text-faint">
            How many of {incidents === 1 ? "this 1 incident" : `these ${incidents} incidents`} also
            name the other class.
          </p>
        </section>
      )}
      {aka.length > 0 && (
        <section aria-labelledby="aka">
          <h2 id="aka" className="label">
            Also searched as
          </h2>
          <p className="mt-1 text-note text-soft">{aka.join(", ")}</p>
        </section>
      )}
      <Readings readings={readings} />
      <Backlinks links={links.filter(({ via }) => via !== "reading")} />
      <section aria-labelledby="take">
        <h2 id="take" className="label">
          Take it with you
        </h2>
        <p className="mt-1 text-note">
          <a href={paths.failureClassMarkdown(slug)}>Markdown</a> ·{" "}
          <a href={paths.failureClassJson(slug)}>JSON</a>
        </p>
      </section>
    </aside>
  );
}

function Readings({ readings }: { readings: readonly ReadingOfClass[] }) {
  if (readings.length === 0) return null;
  return (
    <section aria-labelledby="reading">
      <h2 id="reading" className="label">
        Reading
      </h2>
      <ul className="margin-list">
        {readings.map(({ listSlug, list, position, title, author }) => (
          <li key={`${listSlug} ${position}`}>
            <a className="quiet" href={paths.readingItem(listSlug, position)}>
              {title}
            </a>
            <p>{[author, list].filter(Boolean).join(" · ")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
