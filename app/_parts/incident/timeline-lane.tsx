import type { IncidentRecord, TimelineEntry } from "#knowledge/incident/document";
import { momentOf, type Moment } from "#knowledge/incident/moment";
import {
  timelineScale,
  type Place,
  type Run,
  type Stretch,
  type TimelineScale,
} from "#knowledge/incident/timeline-scale";
import type { EntryKind } from "#knowledge/incident/vocabulary";

import { entryLooks } from "../role-mark";
import { clockOf, momentInWords, pointsOf } from "../moment-words";
import { lengthInWords } from "./length-words";
import { placeLabels, type PlacedLabel } from "../timeline-labels";
import { ticksOf } from "../timeline-ticks";

interface Props {
  readonly record: IncidentRecord;
  /** Of the drawing, in CSS pixels at which its text has its proper size. */
  readonly width: number;
  /** Rows of labels at most. */
  readonly rows: number;
}

const side = 9;
const rowHeight = 18;
const levelHeight = 12;

interface Mark {
  readonly entry: TimelineEntry;
  readonly moment: Moment;
  readonly place: Place;
  /** The range that is drawn: within the scale in which the mark stands. */
  readonly range: Run;
  /** 0 is on the line; marks that would cover each other stand above and below it. */
  readonly level: number;
}

/** The timeline drawn to scale. It shows what the list below says, so it is one picture. */
export function TimelineLane({ record, width, rows }: Props) {
  const moments = record.timeline.map(({ at }) => momentOf(at));
  const inner = width - 2 * side;
  const scale = timelineScale(moments, keyOf(record), {
    width: inner,
    breakWidth: width < 500 ? 32 : 40,
  });
  if (scale.stretches.length === 0) return null;
  const marks = marksOf(record.timeline, moments, scale);
  const labels = placeLabels(wishesOf(marks, record.started), { width: inner, rows });
  const used = 1 + Math.max(-1, ...labels.map(({ row }) => row));
  const half = 13 + levelHeight * Math.max(...marks.map(({ level }) => Math.abs(level)));
  const line = used * rowHeight + 8 + half;
  const height = line + half + 20;
  return (
    // An SVG is not an `img` element, whatever its role.
    <svg
      className={width < 500 ? "lane lane-narrow" : "lane lane-wide"}
      viewBox={`0 0 ${width} ${height}`}
      // An SVG is no `img` element, whatever its role.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={`Timeline drawn to scale: ${describe(marks)}. The same entries follow as a list.`}
    >
      <g transform={`translate(${side} 0)`}>
        <Band run={scale.impact} kind="impact" top={line - half} height={half * 2} />
        <Band run={scale.recovery} kind="recovering" top={line - half} height={half * 2} />
        <Axis stretches={scale.stretches} breaks={scale.breaks} line={line} half={half} />
        {labels.map((label) => (
          <Label
            key={label.id}
            label={label}
            mark={marks.find(({ entry }) => entry.id === label.id)}
            started={record.started ?? ""}
            line={line}
            top={used * rowHeight}
          />
        ))}
        {marks.map((mark) => (
          <MarkShape key={mark.entry.id} mark={mark} line={line} />
        ))}
      </g>
    </svg>
  );
}

function keyOf({ started, mitigated, resolved }: IncidentRecord) {
  return {
    started: momentAt(started),
    mitigated: momentAt(mitigated),
    resolved: momentAt(resolved),
  };
}

function momentAt(text: string | undefined): Moment | null {
  return text === undefined ? null : momentOf(text);
}

function describe(marks: readonly Mark[]): string {
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last) return "no entries";
  return `${marks.length} entries from ${momentInWords(first.moment)} to ${momentInWords(last.moment)}`;
}

function Band({
  run,
  kind,
  top,
  height,
}: {
  run: Run | null;
  kind: string;
  top: number;
  height: number;
}) {
  if (!run) return null;
  const width = round(Math.max(run.x1 - run.x0, 2));
  return <rect className={kind} x={round(run.x0)} y={top} width={width} height={height} rx="4" />;
}

interface AxisProps {
  readonly stretches: readonly Stretch[];
  readonly breaks: readonly Stretch[];
  readonly line: number;
  readonly half: number;
}

function Axis({ stretches, breaks, line, half }: AxisProps) {
  const words = line + half + 14;
  return (
    <g className="axis">
      {stretches.map((stretch) => {
        const ticks = ticksOf(stretch, 62);
        const length = lengthInWords(stretch.to - stretch.from);
        const hasRoom = stretch.x1 - stretch.x0 > length.length * 6 + 6;
        return (
          <g key={stretch.from}>
            <path d={`M${round(stretch.x0)} ${line}H${round(stretch.x1)}`} />
            {ticks.map(({ x, words: tick }) => (
              <g key={x}>
                <path d={`M${round(x)} ${line + half - 3}v5`} />
                <text x={round(x)} y={words}>
                  {tick}
                </text>
              </g>
            ))}
            {ticks.length === 0 && hasRoom && stretches.length > 1 && (
              <text x={round((stretch.x0 + stretch.x1) / 2)} y={words}>
                {length}
              </text>
            )}
          </g>
        );
      })}
      {breaks.map(({ from, to, x0, x1 }) => {
        const middle = (x0 + x1) / 2;
        return (
          <g key={from}>
            <path
              d={`M${round(x0)} ${line}H${round(middle - 4)}M${round(middle + 4)} ${line}H${round(x1)}`}
            />
            <path
              d={`M${round(middle - 6)} ${line + 6}l4-12M${round(middle + 2)} ${line + 6}l4-12`}
            />
            <text x={round(middle)} y={words}>
              {lengthInWords(to - from, "tiny")}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function MarkShape({ mark: { entry, place, range, level }, line }: { mark: Mark; line: number }) {
  const y = line + level * levelHeight;
  const { color, shape } = entryLooks[entry.kind];
  const isRange = range.x1 - range.x0 > 24;
  return (
    <g className={color}>
      {isRange && (
        <path className="range" d={`M${round(range.x0)} ${y - 3}v6m0-3H${round(range.x1)}m0-3v6`} />
      )}
      <circle className="ground" cx={round(place.x)} cy={y} r="7" />
      <use href={`#g-${shape}`} x={round(place.x - 5.5)} y={y - 5.5} width="11" height="11" />
    </g>
  );
}

interface LabelProps {
  readonly label: PlacedLabel;
  readonly mark: Mark | undefined;
  readonly started: string;
  readonly line: number;
  /** Where the rows of labels end. */
  readonly top: number;
}

function Label({ label: { x, row, left, right }, mark, started, line, top }: LabelProps) {
  if (!mark) return null;
  const { color, name } = entryLooks[mark.entry.kind];
  const y = top - row * rowHeight - 5;
  return (
    <>
      <path className="leader" d={`M${round(x)} ${y - 9}V${line + mark.level * levelHeight - 7}`} />
      <text
        x={round(left < x ? right - 5 : left + 5)}
        y={y}
        textAnchor={left < x ? "end" : undefined}
      >
        <tspan className={color}>{name}</tspan> {shortTime(mark.moment, started)}
      </text>
    </>
  );
}

/** How much it matters that an entry has a label; the first of its kind matters most. */
const importance: Record<EntryKind, number> = {
  trigger: 100,
  detection: 80,
  mitigation: 78,
  impact: 74,
  recovery: 70,
  change: 62,
  context: 50,
  response: 40,
  "follow-up": 30,
  communication: 20,
};

function wishesOf(marks: readonly Mark[], started: string | undefined) {
  return marks.map(({ entry, moment, place }, index) => {
    const earlier = marks.slice(0, index).filter(({ entry: other }) => other.kind === entry.kind);
    const words = `${entryLooks[entry.kind].name} ${shortTime(moment, started ?? "")}`;
    return {
      id: entry.id,
      x: place.x,
      width: words.length * 6.7 + 6,
      priority: importance[entry.kind] - 8 * earlier.length,
    };
  });
}

/** The clock alone on the day on which harm began, elsewhere the date; the year where it differs. */
function shortTime(moment: Moment, started: string): string {
  const [point = ""] = pointsOf(moment.text);
  const [startDay = ""] = (pointsOf(started)[0] ?? "").split("T");
  if (moment.hedge === "exact" && point.includes("T") && point.startsWith(startDay)) {
    return clockOf(point)?.slice(0, 5) ?? "";
  }
  const year = ` ${startDay.slice(0, 4)}`;
  const words = momentInWords(moment, "short");
  return words === year.trim() ? words : words.replaceAll(year, "");
}

/** Marks that would cover each other are spread above and below the line. */
function marksOf(
  entries: readonly TimelineEntry[],
  moments: readonly Moment[],
  { places, stretches }: TimelineScale,
): Mark[] {
  const marks: Mark[] = [];
  for (const [index, entry] of entries.entries()) {
    const [moment, place] = [moments[index], places[index]];
    if (!moment || !place) continue;
    const near = marks.filter((other) => Math.abs(other.place.x - place.x) < 13);
    const level = [0, -1, 1, -2, 2, -3, 3].find((one) =>
      near.every((other) => other.level !== one),
    );
    marks.push({ entry, moment, place, range: within(place, stretches), level: level ?? 0 });
  }
  return marks;
}

function within({ x, x0, x1 }: Place, stretches: readonly Stretch[]): Run {
  const own = stretches.find((stretch) => x >= stretch.x0 && x <= stretch.x1);
  return own ? { x0: Math.max(x0, own.x0), x1: Math.min(x1, own.x1) } : { x0: x, x1: x };
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
