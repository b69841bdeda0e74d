import type { IncidentRecord } from "#knowledge/incident/document";

/** Where factors and actions of a review do not meet. */
export interface LooseEnds {
  /** Factors, but for safeguards, that no action weakens. */
  readonly untouched: IncidentRecord["factors"];
  /** Actions that weaken no factor. */
  readonly loose: IncidentRecord["actions"];
}

export function looseEnds({
  factors,
  actions,
}: Pick<IncidentRecord, "factors" | "actions">): LooseEnds {
  const touched = new Set(actions.flatMap((action) => action.factors));
  return {
    untouched: factors.filter(({ id, role }) => role !== "safeguard" && !touched.has(id)),
    loose: actions.filter((action) => action.factors.length === 0),
  };
}
