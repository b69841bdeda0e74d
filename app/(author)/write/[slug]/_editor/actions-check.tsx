"use client";

import { looseEnds } from "#knowledge/review/loose-ends";

import { useDraft } from "./editing";

/** Factors that no action touches, and actions that touch no factor. */
export function ActionsCheck() {
  const factors = useDraft(({ record }) => record.factors);
  const actions = useDraft(({ record }) => record.actions);
  if (actions.length === 0 || factors.length === 0) return null;
  const { untouched, loose } = looseEnds({ factors, actions });
  return (
    <div className="ed-check">
      <h3 className="label">Factors and actions</h3>
      {untouched.length === 0 && loose.length === 0 && (
        <p>Every factor is touched by an action, and every action touches a factor.</p>
      )}
      {untouched.length > 0 && (
        <>
          <p>No action touches:</p>
          <ul>
            {untouched.map(({ id, statement }) => (
              <li key={id}>{statement || "a factor without words"}</li>
            ))}
          </ul>
        </>
      )}
      {loose.length > 0 && (
        <>
          <p>No factor is touched by:</p>
          <ul>
            {loose.map(({ id, text }) => (
              <li key={id}>{text || "an action without words"}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
