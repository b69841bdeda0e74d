"use client";

import { useMemo } from "react";

import type { Zone } from "#knowledge/incident/written-zone";
import { chosenZone } from "#knowledge/review/draft";

import { useDraft } from "./editing";

/** The zone of times that name none, which all authors of the review share; null until one chose. */
export function useZone(): Zone | null {
  const zone = useDraft((draft) => draft.zone);
  // What reads times does so again for another object.
  return useMemo(() => chosenZone({ zone }), [zone]);
}
