"use client";

import { meaningWarnings } from "#knowledge/incident/time-warning";
import { readZone } from "#knowledge/incident/written-zone";

import { useEditing } from "./editing";
import { LineField } from "./fields";
import { leadTo } from "./written-field";
import { useZone } from "./use-zone";

const place = "zone";

/** Asks for the zone in which times without one are meant, once for all of them. */
export function ZoneField() {
  const { zoneChoice } = useEditing();
  const { typed, zone } = useZone();
  const read = readZone(typed);
  const hint = read
    ? meaningWarnings(read)[0]?.sentence
    : `Write UTC, +02:00, PST or Europe/Berlin. Until then it is ${zone.name}.`;
  return (
    <LineField
      label="Times without a zone are in"
      value={typed}
      place={place}
      isWrong={read === null}
      hint={hint}
      className="ed-zone"
      onChange={(text) => zoneChoice.write(text)}
    />
  );
}

/** Says which zone was chosen, where times are written that stand far from the choice. */
export function ZoneSaid() {
  const { zone } = useZone();
  return (
    <p className="ed-hint">
      Times without a zone are in {zone.name}.{" "}
      <button type="button" className="ed-link" onClick={() => leadTo(place)}>
        Change<span className="sr-only"> the zone</span>
      </button>
    </p>
  );
}
