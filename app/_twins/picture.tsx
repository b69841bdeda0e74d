import type { ReactElement } from "react";

import { roleLooks } from "../_parts/role-mark";
import { Role, Severity } from "#knowledge/incident/vocabulary";

import { sansFamily, serifFamily } from "./picture-fonts";

/** What an incident's picture says; texts hold only what the picture's fonts can draw. */
export interface PictureWords {
  readonly title: string;
  /** Organisations and day, in the order in which they are shown. */
  readonly facts: readonly string[];
  readonly severity: Severity;
  readonly isNearMiss: boolean;
  /** How many factors play each role. */
  readonly roles: ReadonlyMap<Role, number>;
}

/** In pixels; what other sites expect of a picture beside a link. */
export const pictureSize = { width: 1200, height: 630 };

// The light theme; the renderer knows no custom properties.
const paper = "#fbfaf6";
const ink = "#1c1a16";
const soft = "#57534a";
const line = "#e3dfd4";
const accent = "#9a3412";

const severityColors: Record<Severity, string> = {
  critical: "#b91c1c",
  major: "#a34a08",
  moderate: "#57534a",
  minor: "#6f6a5f",
};

/** The colour of each role and its shape in a box of 12 by 12, drawn because no font has them all. */
const roles: Record<Role, { color: string; fill?: string; stroke?: string; width?: number }> = {
  precondition: { color: "#6d28d9", fill: "M6 .3 11.7 6 6 11.7.3 6Z" },
  trigger: { color: "#b91c1c", fill: "M6 .8 11.8 11H.2Z" },
  amplifier: {
    color: "#a34a08",
    fill: "M4.4.8h3.2v3.6h3.6v3.2H7.6v3.6H4.4V7.6H.8V4.4h3.6Z",
  },
  detection: {
    color: "#0f766e",
    fill: "M6 3.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z",
    stroke: "M6 .9a5.1 5.1 0 1 1 0 10.2A5.1 5.1 0 0 1 6 .9Z",
    width: 1.4,
  },
  recovery: {
    color: "#1d4ed8",
    fill: "M.4.8 5.6 2.2 1.8 6Z",
    stroke: "M2.5 3.6A4.7 4.7 0 1 1 1.3 6.6",
    width: 1.6,
  },
  safeguard: { color: "#13753a", stroke: "M1 6.6 4.4 10 11 2.2", width: 2 },
};

/** The largest size at which a title of so many characters keeps to four lines. */
function titleSize(length: number): number {
  if (length <= 55) return 72;
  if (length <= 90) return 62;
  if (length <= 125) return 52;
  return 46;
}

/** The picture of an incident that other sites show beside a link to it. */
export function IncidentPicture({ words }: { words: PictureWords }): ReactElement {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: "100%",
        height: "100%",
        padding: "56px 72px 52px",
        background: paper,
        color: ink,
        fontFamily: sansFamily,
      }}
    >
      <Brand />
      <Facts words={words} />
      <div
        style={{
          // Not flex: only a block can end in an ellipsis after so many lines.
          display: "block",
          lineClamp: 4,
          marginTop: 18,
          fontFamily: serifFamily,
          fontWeight: 500,
          fontSize: titleSize(words.title.length),
          lineHeight: 1.1,
          letterSpacing: "-0.015em",
          wordBreak: "break-word",
        }}
      >
        {words.title}
      </div>
      <RoleRow roles={words.roles} />
    </div>
  );
}

function Brand() {
  return (
    <div style={{ display: "flex", alignItems: "center" }}>
      <svg width="44" height="44" viewBox="0 0 20 20" fill="none" strokeWidth="1.8">
        <path d="M2 10c3-5 13-5 16 0-3 5-13 5-16 0Z" stroke={ink} />
        <path d="M10 6.5v7M6.8 10H10" stroke={accent} />
      </svg>
      <span style={{ marginLeft: 16, fontFamily: serifFamily, fontWeight: 500, fontSize: 36 }}>
        Hindsight
      </span>
    </div>
  );
}

function Facts({ words: { severity, isNearMiss, facts } }: { words: PictureWords }) {
  const worst = Severity.options;
  const filled = worst.length - worst.indexOf(severity);
  const named = severity.charAt(0).toUpperCase() + severity.slice(1);
  return (
    <div style={{ display: "flex", alignItems: "center", marginTop: "auto", fontSize: 25 }}>
      <svg width="50" height="21" viewBox="0 0 27 11" fill={severityColors[severity]}>
        {worst.map((level, position) => (
          <rect
            key={level}
            x={position * 7}
            width="5.5"
            height="11"
            rx="1"
            opacity={position < filled ? 1 : 0.22}
          />
        ))}
      </svg>
      <span style={{ marginLeft: 12, fontWeight: 600, color: severityColors[severity] }}>
        {isNearMiss ? `${named} near miss` : named}
      </span>
      <span
        style={{
          display: "block",
          flex: 1,
          marginLeft: 12,
          color: soft,
          lineClamp: 1,
          wordBreak: "break-word",
        }}
      >
        {facts.map((fact) => `· ${fact}`).join(" ")}
      </span>
    </div>
  );
}

function RoleRow({ roles: counts }: { roles: PictureWords["roles"] }) {
  return (
    <div
      style={{
        display: "flex",
        flexShrink: 0,
        marginTop: "auto",
        paddingTop: 26,
        borderTop: `2px solid ${line}`,
        fontSize: 20,
        justifyContent: "flex-start",
      }}
    >
      {Role.options.map((role) => {
        const count = counts.get(role) ?? 0;
        if (count === 0) return null;
        const { color, fill, stroke, width } = roles[role];
        return (
          <div key={role} style={{ display: "flex", alignItems: "center", marginRight: 22, color }}>
            <svg width="19" height="19" viewBox="0 0 12 12">
              <path d={fill ?? ""} fill={color} />
              <path d={stroke ?? ""} fill="none" stroke={color} strokeWidth={width ?? 0} />
            </svg>
            <span style={{ marginLeft: 9, fontWeight: 600 }}>{count}</span>
            <span style={{ marginLeft: 7 }}>
              {count === 1 ? roleLooks[role].one : roleLooks[role].many}
            </span>
          </div>
        );
      })}
    </div>
  );
}
