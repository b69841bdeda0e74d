import { Day } from "#app/_parts/day";
import { Glyph } from "#app/_ui/glyph";
import { Section } from "#app/_ui/section";
import { paths } from "#app/paths";
import type { Held, HeldGroup } from "#knowledge/patterns/held";
import type { HeldStatement } from "#knowledge/patterns/held.store";
import type { View } from "#knowledge/patterns/view";
import { emptyQuery, writeQuery } from "#knowledge/search/query";
import { plainText } from "#knowledge/text/plain";

import { countInWords, incidentsInWords } from "./figure-words";
import { viewPath } from "./view-path";

interface Props {
  readonly held: Held;
  readonly view: View;
}

/** What limited the harm or shortened it, by what had set the incident off. */
export function HeldSection({ held: { incidents, total, groups }, view }: Props) {
  return (
    <Section id="held" title="What held" className="computed">
      <p className="computed-lead">
        A safeguard has no class of its own: it is told here by what triggered the incident, newest
        first. Of {incidentsInWords(total)} here,{" "}
        <a href={searchHeld}>
          {countInWords(incidents)} {incidents === 1 ? "tells" : "tell"}
        </a>{" "}
        of something that held.
      </p>
      {groups.length === 0 ? (
        <p className="remark">Of none of these is it recorded that something held.</p>
      ) : (
        <ul className="held-groups">
          {groups.map((group) => (
            <Group key={group.slug} group={group} view={view} />
          ))}
        </ul>
      )}
    </Section>
  );
}

const searchHeld = paths.search(writeQuery({ ...emptyQuery, role: ["safeguard"] }));

function Group({ group, view }: { readonly group: HeldGroup; readonly view: View }) {
  const href =
    view.family === null
      ? viewPath({ ...view, family: group.slug }, "held")
      : paths.failureClass(group.slug);
  return (
    <li>
      <h3>
        <a className="quiet" href={href}>
          {group.name}
        </a>
      </h3>
      <p>
        triggered{" "}
        <a href={paths.search(writeQuery(group.query))}>{incidentsInWords(group.incidents)}</a>
        {heldInWords(group)}
      </p>
      <ul>
        {group.statements.map((one) => (
          <Statement key={`${one.incident.slug} ${one.id}`} held={one} />
        ))}
      </ul>
    </li>
  );
}

function heldInWords({ incidents, held }: HeldGroup): string {
  if (incidents === 1) return "; something held";
  return `; something held in ${held === incidents ? "each" : countInWords(held)}`;
}

function Statement({ held: { id, statement, luck, incident } }: { readonly held: HeldStatement }) {
  return (
    <li>
      <p className="held-statement">
        <span className="text-safeguard">
          <Glyph shape="check" />
        </span>
        <a className="quiet" href={paths.incidentFactor(incident.slug, id)}>
          {plainText(statement)}
        </a>
        {luck && <i> by luck</i>}
      </p>
      <p className="held-where">
        {incident.title} · <Day moment={incident.started} />
      </p>
    </li>
  );
}
