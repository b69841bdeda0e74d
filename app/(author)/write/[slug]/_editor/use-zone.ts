"use client";

import { useSyncExternalStore } from "react";

import { utc, type Zone } from "#knowledge/incident/written-zone";

import { useEditing } from "./editing";

/** The zone that holds, drawn anew when it changes. The server knows no browser's, and says UTC. */
export function useZone(): { readonly typed: string; readonly zone: Zone } {
  const { zoneChoice } = useEditing();
  const { subscribe } = zoneChoice;
  return {
    typed: useSyncExternalStore(
      subscribe,
      () => zoneChoice.typed,
      () => utc.name,
    ),
    zone: useSyncExternalStore(
      subscribe,
      () => zoneChoice.zone,
      () => utc,
    ),
  };
}
