import { Severity } from "#knowledge/incident/vocabulary";

/** How severities are called. */
export const severityNames: Record<Severity, string> = {
  critical: "Critical",
  major: "Major",
  moderate: "Moderate",
  minor: "Minor",
};

/** Four bars, filled by severity, and the word. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const worst = Severity.options;
  const filled = worst.length - worst.indexOf(severity);
  return (
    <span className={`severity severity-${severity}`}>
      <svg viewBox="0 0 27 11" aria-hidden="true">
        {worst.map((level, position) => (
          <rect
            key={level}
            x={position * 7}
            width="5.5"
            height="11"
            rx="1"
            opacity={position < filled ? undefined : "0.22"}
          />
        ))}
      </svg>
      {severityNames[severity]}
    </span>
  );
}
