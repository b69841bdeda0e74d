import type { EntryKind, Role } from "#knowledge/incident/vocabulary";

import { Glyph, type Shape } from "../_ui/glyph";

/** How the roles of factors look and are called; `many` heads a group of them. */
export const roleLooks: Record<Role, { shape: Shape; color: string; one: string; many: string }> = {
  precondition: {
    shape: "diamond",
    color: "text-precondition",
    one: "Precondition",
    many: "Preconditions",
  },
  trigger: { shape: "triangle", color: "text-trigger", one: "Trigger", many: "Trigger" },
  amplifier: { shape: "plus", color: "text-amplifier", one: "Amplifier", many: "Amplifiers" },
  detection: { shape: "ring", color: "text-detection", one: "Detection", many: "Detection" },
  recovery: { shape: "return", color: "text-recovery", one: "Recovery", many: "Recovery" },
  safeguard: { shape: "check", color: "text-safeguard", one: "Safeguard", many: "Safeguards" },
};

/** The same for timeline entries; several kinds share the colour of the role they are nearest to. */
export const entryLooks: Record<EntryKind, { shape: Shape; color: string; name: string }> = {
  context: { shape: "open-diamond", color: "text-precondition", name: "Context" },
  change: { shape: "diamond", color: "text-precondition", name: "Change" },
  trigger: { shape: "triangle", color: "text-trigger", name: "Trigger" },
  impact: { shape: "down-triangle", color: "text-trigger", name: "Impact" },
  detection: { shape: "ring", color: "text-detection", name: "Detection" },
  response: { shape: "circle", color: "text-recovery", name: "Response" },
  mitigation: { shape: "dot", color: "text-recovery", name: "Mitigation" },
  recovery: { shape: "return", color: "text-recovery", name: "Recovery" },
  communication: { shape: "speech", color: "text-faint", name: "Communication" },
  "follow-up": { shape: "arrow", color: "text-faint", name: "Follow-up" },
};

/** Colour, glyph and word of a role. */
export function RoleMark({ role, many = false }: { role: Role; many?: boolean }) {
  const look = roleLooks[role];
  return (
    <span className={`mark ${look.color}`}>
      <Glyph shape={look.shape} />
      {many ? look.many : look.one}
    </span>
  );
}

/** Colour, glyph and word of a timeline entry's kind. */
export function EntryMark({ kind }: { kind: EntryKind }) {
  const look = entryLooks[kind];
  return (
    <span className={`mark ${look.color}`}>
      <Glyph shape={look.shape} />
      {look.name}
    </span>
  );
}
