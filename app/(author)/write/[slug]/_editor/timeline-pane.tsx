"use client";

import { useState } from "react";

import type { TimeContext } from "#knowledge/incident/settled-point";
import { contextBelow } from "#knowledge/incident/time-context";
import { readZone, utc, type Zone } from "#knowledge/incident/written-zone";

import { useDraft } from "./editing";
import { LineField } from "./fields";
import { PasteRows } from "./paste-rows";
import { timelineShape } from "./row-shape";
import { Rows } from "./rows";
import { useHydrated } from "./use-hydrated";

const zoneKey = "hindsight.zone";

/** The timeline, with the zone in which times without one are meant. */
export function TimelinePane() {
  const started = useDraft(({ record }) => record.started);
  const isAlive = useHydrated();
  const [chosen, setTyped] = useState<string | null>(null);
  const typed = chosen ?? (isAlive ? rememberedZone() : "UTC");
  const zone = zoneOf(typed);
  const time = timeFrom(started, zone ?? utc);
  return (
    <>
      <LineField
        label="Times without a zone are in"
        value={typed}
        place="zone"
        isWrong={zone === null}
        hint={zone === null ? "Write UTC, +02:00, PST or Europe/Berlin." : null}
        className="ed-zone"
        onChange={(text) => {
          setTyped(text);
          if (zoneOf(text)) remember(text);
        }}
      />
      <PasteRows time={time}>
        <Rows shape={timelineShape} time={time} />
      </PasteRows>
    </>
  );
}

function zoneOf(text: string): Zone | null {
  return readZone(text.trim())?.zone ?? null;
}

function rememberedZone(): string {
  try {
    return localStorage.getItem(zoneKey) ?? "UTC";
  } catch {
    return "UTC";
  }
}

function remember(zone: string) {
  try {
    localStorage.setItem(zoneKey, zone);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** The first entry is of the day on which the harm began, though it may well lie before it. */
function timeFrom(started: string | undefined, zone: Zone): TimeContext {
  const { date } = contextBelow([started ?? ""], { zone });
  return { zone, date, start: started };
}
