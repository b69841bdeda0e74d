"use client";

import { useMemo } from "react";

import { displacedIn, displacedInWords, sortedByTime } from "#knowledge/incident/timeline-order";

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
  const zone = useZone();
  // The rows read all their times again for another one.
  const time = useMemo(() => timelineContext({ started }, zone), [started, zone]);
  return (
    <>
      <div className="ed-times">
        <ZoneSaid />
        <Disorder />
      </div>
      <PasteRows time={time}>
        <Rows shape={timelineShape} time={time} />
      </PasteRows>
    </>
  );
}

/** How many entries stand below later ones; puts the timeline in order where one asks for it. */
function Disorder() {
  const { store } = useEditing();
  const count = useDraft(({ record }) => displacedIn(record.timeline.map(({ at }) => at)).length);
  if (count === 0) return null;
  return (
    <p className="ed-hint">
      {displacedInWords(count)}.{" "}
      <button
        type="button"
        className="btn"
        onClick={() => {
          store.endStep();
          store.edit("timeline.sorted", ({ record, ...draft }) => ({
            ...draft,
            record: { ...record, timeline: sortedByTime(record.timeline) },
          }));
          store.endStep();
        }}
      >
        Put in order of time
      </button>
    </p>
  );
}
