import type { Span } from "#knowledge/incident/span";
import type { Distribution } from "#knowledge/patterns/distribution";

import { axisTicks, axisWidth, placeOfMinutes } from "./time-scale";

const height = 24;

/** Room for what stands at an end of the axis. */
const edge = 8;

interface Props {
  readonly distribution: Distribution;
}

/**
 * A distribution drawn: where half of the incidents lie, pale; the range of the median, dark; and
 * each incident as a tick, or as a line as long as the record is imprecise. The words beside it say
 * the same.
 */
export function TimeStrip({ distribution: { median, middle, marks } }: Props) {
  return (
    <svg
      className="time-strip"
      viewBox={`${-edge} 0 ${axisWidth + 2 * edge} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path
        className="time-grid"
        d={axisTicks.map(({ minutes }) => `M${placeOfMinutes(minutes)} 0v${height}`).join("")}
      />
      {middle && <Range span={middle} className="time-middle" y={5} tall={14} />}
      {marks.length > 0 && <path className="time-marks" d={marks.map(markPath).join("")} />}
      {median && <Range span={median} className="time-median" y={5} tall={14} />}
    </svg>
  );
}

/** So wide that it can be seen. */
const leastWidth = 8;

function endsOf({ least, most }: Span): readonly [number, number] {
  return [placeOfMinutes(least), most === null ? axisWidth : placeOfMinutes(most)];
}

function markPath(span: Span): string {
  const [from, to] = endsOf(span);
  return to - from < leastWidth ? `M${from} 8v8` : `M${from} 12H${to}`;
}

interface RangeProps {
  readonly span: Span;
  readonly className: string;
  readonly y: number;
  readonly tall: number;
}

function Range({ span, className, y, tall }: RangeProps) {
  const [from, to] = endsOf(span);
  // Half of it on either side, so that a median is centred on its tick.
  const width = to - from + leastWidth;
  return <rect className={className} x={from - leastWidth / 2} y={y} width={width} height={tall} />;
}
