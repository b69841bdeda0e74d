import { byDate } from "#app/_parts/by-date";
import { tallyInWords } from "#app/_parts/claim-tally";
import { Day } from "#app/_parts/day";
import { paths } from "#app/paths";
import type { ClaimLine } from "#knowledge/incident/incident.store";
import { plainText } from "#knowledge/text/plain";

interface Props {
  readonly claim: ClaimLine;
  /** Whether the positions are shown without being asked for. */
  readonly isOpen: boolean;
}

/** A claim with its incident and, folded, who said what of it and when. */
export function ClaimEntry({ claim, isOpen }: Props) {
  const { incident, id, statement, positions } = claim;
  return (
    <li className="claim-entry">
      <div>
        <h3>
          <a className="quiet" href={paths.incidentClaim(incident.slug, id)}>
            {plainText(statement)}
          </a>
        </h3>
        <p className="claim-where">
          <a className="quiet" href={paths.incident(incident.slug)}>
            {incident.title}
          </a>{" "}
          · <Day moment={incident.started} />
        </p>
      </div>
      {positions.length > 0 && (
        <details open={isOpen}>
          <summary>{tallyInWords(positions)}</summary>
          <ol>
            {byDate(positions, ({ at }) => at).map((position) => (
              <Position
                key={`${position.source.id} ${position.stance} ${position.note ?? ""}`}
                position={position}
              />
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

function Position({ position }: { position: ClaimLine["positions"][number] }) {
  const { stance, note, at, source } = position;
  return (
    <li>
      <b>{stance}</b>
      <p>
        {note !== null && <>{plainText(note)} </>}
        <span className="who">
          <a className="quiet" href={paths.source(source.slug)}>
            {source.publisher ?? source.title}
          </a>
          {at !== null && (
            <>
              , <Day moment={at} />
            </>
          )}
        </span>
      </p>
    </li>
  );
}
