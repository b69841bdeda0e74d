import { IncidentEyebrow } from "#app/_parts/incident-eyebrow";
import { titleWords } from "#app/_parts/title-words";
import { paths } from "#app/paths";
import type { NearIncident, Reminded } from "#knowledge/search/by-text";

/** The classes a text sounds like and the incidents it resembles, each with what says so. */
export function RemindedOf({ reminded }: { reminded: Reminded }) {
  const { classes, incidents } = reminded;
  if (classes.length + incidents.length === 0) return <Nothing />;
  return (
    <div className="reminded" id="reminded">
      <section aria-labelledby="classes">
        <h2 id="classes" className="subhead">
          Failure classes it sounds like
        </h2>
        <Classes classes={classes} />
      </section>
      <section aria-labelledby="incidents">
        <h2 id="incidents" className="subhead">
          Incidents it resembles
        </h2>
        <Incidents incidents={incidents} />
        <p className="mt-4 text-fine text-faint">
          Words alike only point somewhere. How each incident came about is on its page, and no page
          here knows your system.
        </p>
      </section>
    </div>
  );
}

function Nothing() {
  return (
    <section className="mt-10" aria-labelledby="nothing">
      <h2 id="nothing" className="subhead">
        Nothing here resembles it.
      </h2>
      <p className="mt-2 max-w-[62ch] text-soft">
        None of its words tells one incident from another. More text, or what happened in other
        words, may find some; so may <a href={paths.failureClasses()}>the map of failure classes</a>
        .
      </p>
    </section>
  );
}

function Classes({ classes }: Pick<Reminded, "classes">) {
  return (
    <ol className="reminded-classes">
      {classes.map(({ slug, name, words }) => (
        <li key={slug}>
          <a href={paths.failureClass(slug)}>{name}</a>{" "}
          <a className="text-small text-soft" href={paths.search({ class: [slug] })}>
            its incidents
          </a>
          {words.length > 0 ? (
            <Words lead="Because of" words={words} />
          ) : (
            <p className="reminded-words">Because several of the incidents here have it.</p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Incidents({ incidents }: Pick<Reminded, "incidents">) {
  return (
    <ol className="incident-list">
      {incidents.map((incident) => (
        <li key={incident.slug}>
          <article>
            <IncidentEyebrow incident={incident} />
            <h3 className="subhead">
              <a className="quiet" href={paths.incident(incident.slug)}>
                {titleWords(incident.title)}
              </a>
            </h3>
            <SharedClasses classes={incident.classes} />
            <Words lead="In both:" words={incident.words} />
          </article>
        </li>
      ))}
    </ol>
  );
}

function SharedClasses({ classes }: Pick<NearIncident, "classes">) {
  if (classes.length === 0) return null;
  return (
    <p className="reminded-words">
      Has{" "}
      {classes.map(({ slug, name }, at) => (
        <span key={slug}>
          {at > 0 && ", "}
          <a href={paths.failureClass(slug)}>{name}</a>
        </span>
      ))}
    </p>
  );
}

function Words({ lead, words }: { lead: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <p className="reminded-words">
      {lead}{" "}
      {words.map((word, at) => (
        <span key={word}>
          {at > 0 && ", "}
          <mark>{word}</mark>
        </span>
      ))}
    </p>
  );
}
