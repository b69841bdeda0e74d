import type { ReactElement } from "react";

import { roleLooks } from "../_parts/role-mark";
import { severityNames } from "../_parts/severity-mark";
import { shapes } from "../_ui/glyph";
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

/** The light theme's colours by their names in `tokens.css`; the renderer knows no custom properties. */
export const lightColors = {
  paper: "#fbfaf6",
  ink: "#1c1a16",
  soft: "#57534a",
  line: "#e3dfd4",
  accent: "#9a3412",
  precondition: "#6d28d9",
  trigger: "#b91c1c",
  amplifier: "#a34a08",
  detection: "#0f766e",
  recovery: "#1d4ed8",
  safeguard: "#13753a",
} as const;

const { paper, ink, soft, line, accent } = lightColors;

// As the mark of a severity has them on a page.
const severityColors: Record<Severity, string> = {
  critical: lightColors.trigger,
  major: lightColors.trigger,
  moderate: lightColors.amplifier,
  minor: soft,
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
  const named = severityNames[severity];
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
        const { shape, one, many } = roleLooks[role];
        const color = lightColors[role];
        return (
          <div key={role} style={{ display: "flex", alignItems: "center", marginRight: 22, color }}>
            <svg width="19" height="19" viewBox="0 0 12 12" fill={color} stroke={color}>
              {shapes[shape]}
            </svg>
            <span style={{ marginLeft: 9, fontWeight: 600 }}>{count}</span>
            <span style={{ marginLeft: 7 }}>{count === 1 ? one : many}</span>
          </div>
        );
      })}
    </div>
  );
}
