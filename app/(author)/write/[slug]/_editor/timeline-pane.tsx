"use client";

import { useMemo } from "react";

import { disordersIn, sortedByTime } from "#knowledge/incident/timeline-order";

import { useDraft, useEditing } from "./editing";
import { PasteRows } from "./paste-rows";
import { timelineShape } from "./row-shape";
import { Rows } from "./rows";
import { timelineContext } from "./time-contexts";
import { useZone } from "./use-zone";
import { ZoneSaid } from "./zone-field";

/** The timeline, with the zone in which times without one are meant. */
export function TimelinePane() {
  const started = useDraft(({ record }) => record.started);
  const { zone } = useZone();
  // The rows read all their times again for another one.
  const time = useMemo(() => timelineContext({ started }, zone), [started, zone]);
  return (
    <>
      <ZoneSaid />
      <PasteRows time={time}>
        <Rows shape={timelineShape} time={time} />
        <Disorder />
      </PasteRows>
    </>
  );
}

/** How many entries lie before the one above them; puts the timeline in order where one asks for it. */
function Disorder() {
  const { store } = useEditing();
  const count = useDraft(({ record }) => disordersIn(record.timeline.map(({ at }) => at)).length);
  if (count === 0) return null;
  return (
    <p className="ed-hint mt-2">
      {count === 1 ? "1 entry lies" : `${count} entries lie`} before the one above.{" "}
      <button
        type="button"
        className="btn"
        onClick={() =>
          store.edit("timeline.sorted", ({ record, ...draft }) => ({
            ...draft,
            record: { ...record, timeline: sortedByTime(record.timeline) },
          }))
        }
      >
        Sort by time
      </button>
    </p>
  );
}
