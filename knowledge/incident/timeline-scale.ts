import type { Moment } from "./moment";
import type { KeyMoments } from "./span";

/**
 * Where the entries of a timeline stand when it is drawn to scale.
 *
 * Inside a stretch equal times have equal widths. Minutes of an outage and months of its history do
 * not fit one scale, so a very long gap in which nothing happened is drawn as a break, and where
 * one scale would press a phase together, the phases (before harm began, until it stopped growing,
 * until all was well, after) get scales of their own. Every position is in the units of `width`.
 */
export interface TimelineScale {
  /** Runs drawn to one scale each, in order; neighbours differ in scale or have a break between. */
  readonly stretches: readonly Stretch[];
  /** Gaps that are not drawn to scale. */
  readonly breaks: readonly Stretch[];
  /** One place for each entry, in the order of the entries. */
  readonly places: readonly Place[];
  /** While harm grew, and from then until the service was whole; null where the record does not say. */
  readonly impact: Run | null;
  readonly recovery: Run | null;
}

export interface Run {
  readonly x0: number;
  readonly x1: number;
}

/** A run with the times at its ends, milliseconds since 1970 UTC. */
export interface Stretch extends Run {
  readonly from: number;
  readonly to: number;
}

/** Where an entry stands: its mark at `x`, and the range in which it lies from `x0` to `x1`. */
export interface Place extends Run {
  readonly x: number;
}

export interface Frame {
  readonly width: number;
  /** How wide a break is. */
  readonly breakWidth: number;
}

type Phase = "before" | "impact" | "recovery" | "after";

interface Interval {
  readonly from: number;
  readonly to: number;
  readonly phase: Phase;
  broken: boolean;
  /** Intervals of one group share a scale. */
  group: number;
}

/**
 * Computes the scale. Entries may come in any order and may lie at one moment; with fewer than two
 * different moments there is no scale, only places in the middle.
 */
export function timelineScale(
  entries: readonly Moment[],
  key: Pick<KeyMoments, "started" | "mitigated" | "resolved">,
  { width, breakWidth }: Frame,
): TimelineScale {
  const bounds = phaseBounds(key);
  const times = [...entries.map(anchorOf), ...bounds.times].toSorted((a, b) => a - b);
  const intervals = intervalsBetween([...new Set(times)], bounds);
  breakLongest(intervals, { gap: 0.55, acuteGap: 0.8, breaks: 4, keep: 1 });
  if (!isLegible(intervals, width)) separatePhases(intervals);
  const drawn = draw(intervals, { width, breakWidth });
  const positionOf = (time: number) => position(time, drawn, width);
  return {
    stretches: joined(drawn.filter(({ interval }) => !interval.broken)),
    breaks: drawn.filter(({ interval }) => interval.broken).map(asStretch),
    places: entries.map((moment) => placeOf(moment, positionOf)),
    impact: run(bounds.started, bounds.mitigated ?? bounds.resolved, positionOf),
    recovery: bounds.mitigated === null ? null : run(bounds.mitigated, bounds.resolved, positionOf),
  };
}

/** The time at which a moment is marked: itself, or the middle of the range in which it lies. */
export function anchorOf({ first, last, hedge, precision }: Moment): number {
  if (hedge === "before") return last;
  if (hedge === "after") return first;
  const isPoint = hedge === "exact" && (precision === "minute" || precision === "second");
  return isPoint ? first : (first + last) / 2;
}

interface Bounds {
  readonly started: number | null;
  readonly mitigated: number | null;
  readonly resolved: number | null;
  readonly times: readonly number[];
}

/** Ends of phases, put aside where they would run backwards. */
function phaseBounds({
  started,
  mitigated,
  resolved,
}: Parameters<typeof timelineScale>[1]): Bounds {
  const start = started && anchorOf(started);
  const later = (moment: Moment | null, than: number | null) => {
    const time = moment && anchorOf(moment);
    return time !== null && than !== null && time > than ? time : null;
  };
  const mitigation = later(mitigated, start);
  const resolution = later(resolved, mitigation ?? start);
  const times = [start, mitigation, resolution].filter((time) => time !== null);
  return { started: start, mitigated: mitigation, resolved: resolution, times };
}

function intervalsBetween(times: readonly number[], bounds: Bounds): Interval[] {
  return times.slice(1).map((to, index) => {
    const from = times[index] ?? to;
    return { from, to, phase: phaseAt(from, bounds), broken: false, group: 0 };
  });
}

function phaseAt(time: number, { started, mitigated, resolved }: Bounds): Phase {
  if (started === null || time < started) return "before";
  const harmEnds = mitigated ?? resolved;
  if (harmEnds !== null && time < harmEnds) return "impact";
  return resolved !== null && time < resolved ? "recovery" : "after";
}

interface BreakRule {
  /** A gap is broken when it takes more than this share of what is drawn. */
  readonly gap: number;
  /** The same for a gap while the incident went on. */
  readonly acuteGap: number;
  readonly breaks: number;
  /** How many intervals must stay unbroken. */
  readonly keep: number;
}

function breakLongest(intervals: readonly Interval[], rule: BreakRule): void {
  for (let made = 0; made < rule.breaks; made += 1) {
    const whole = intervals.filter(({ broken }) => !broken);
    const longest = whole.toSorted((a, b) => duration(b) - duration(a))[0];
    if (!longest || whole.length <= rule.keep) return;
    const share = isAcute(longest.phase) ? rule.acuteGap : rule.gap;
    if (duration(longest) <= share * total(whole)) return;
    longest.broken = true;
  }
}

/** Whether one scale for all leaves each phase enough room for its entries. */
function isLegible(intervals: readonly Interval[], width: number): boolean {
  const whole = intervals.filter(({ broken }) => !broken);
  return phasesOf(whole).every((phase) => {
    const share = (width * total(phase)) / total(whole);
    return share >= phase.length * (isAcute(phase[0]?.phase) ? 14 : 8);
  });
}

/** Gives each phase a scale of its own, except where neighbours would have nearly the same. */
function separatePhases(intervals: readonly Interval[]): void {
  for (const phase of phasesOf(intervals)) {
    breakLongest(phase, { gap: 0.75, acuteGap: 0.9, breaks: 2, keep: 2 });
  }
  let group = 0;
  let scale: number | null = null;
  for (const phase of phasesOf(intervals.filter(({ broken }) => !broken))) {
    const own = weight(phase) / total(phase);
    if (scale !== null && Math.max(own / scale, scale / own) > 3) group += 1;
    for (const interval of phase) interval.group = group;
    scale = own;
  }
}

/** How much room a phase deserves: by its entries, and more while the incident went on. */
function weight(phase: readonly Interval[]): number {
  return (phase.length + 0.5) * (isAcute(phase[0]?.phase) ? 1.4 : 1);
}

interface Drawn extends Run {
  readonly interval: Interval;
}

function draw(intervals: readonly Interval[], { width, breakWidth }: Frame): Drawn[] {
  const breaks = intervals.filter(({ broken }) => broken);
  const whole = intervals.filter(({ broken }) => !broken);
  const room = width - breaks.length * breakWidth;
  const groups = groupsBy(whole, ({ group }) => group);
  const weights = groups.map((group) =>
    phasesOf(group).reduce((sum, phase) => sum + weight(phase), 0),
  );
  const all = weights.reduce((sum, one) => sum + one, 0);
  const scales = new Map(
    groups.map((group, index) => [
      group[0]?.group,
      (room * (weights[index] ?? 0)) / all / total(group),
    ]),
  );
  let x = 0;
  return intervals.map((interval) => {
    const x0 = x;
    x += interval.broken ? breakWidth : duration(interval) * (scales.get(interval.group) ?? 0);
    return { interval, x0, x1: Math.min(x, width) };
  });
}

function joined(drawn: readonly Drawn[]): Stretch[] {
  const runs: { group: number; stretch: Stretch }[] = [];
  for (const one of drawn) {
    const last = runs.at(-1);
    const stretch = asStretch(one);
    if (last && last.group === one.interval.group && last.stretch.to === stretch.from) {
      last.stretch = { ...last.stretch, to: stretch.to, x1: stretch.x1 };
    } else {
      runs.push({ group: one.interval.group, stretch });
    }
  }
  return runs.map(({ stretch }) => stretch);
}

function asStretch({ interval: { from, to }, x0, x1 }: Drawn): Stretch {
  return { from, to, x0, x1 };
}

function position(time: number, drawn: readonly Drawn[], width: number): number {
  const first = drawn[0];
  if (!first) return width / 2;
  if (time <= first.interval.from) return 0;
  const at = drawn.find(({ interval }) => time <= interval.to);
  if (!at) return width;
  const { interval, x0, x1 } = at;
  return x0 + ((time - interval.from) / duration(interval)) * (x1 - x0);
}

function placeOf(moment: Moment, positionOf: (time: number) => number): Place {
  const x = positionOf(anchorOf(moment));
  const isPoint = anchorOf(moment) === moment.first && Number.isFinite(moment.last);
  if (isPoint) return { x, x0: x, x1: x };
  return { x, x0: positionOf(moment.first), x1: positionOf(moment.last) };
}

function run(
  from: number | null,
  to: number | null,
  positionOf: (time: number) => number,
): Run | null {
  return from === null || to === null ? null : { x0: positionOf(from), x1: positionOf(to) };
}

function isAcute(phase: Phase | undefined): boolean {
  return phase === "impact" || phase === "recovery";
}

function duration({ from, to }: Interval): number {
  return to - from;
}

function total(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, interval) => sum + duration(interval), 0);
}

function phasesOf(intervals: readonly Interval[]): Interval[][] {
  return groupsBy(intervals, ({ phase }) => phase);
}

function groupsBy(
  intervals: readonly Interval[],
  keyOf: (one: Interval) => Phase | number,
): Interval[][] {
  const groups = new Map<Phase | number, Interval[]>();
  for (const interval of intervals) {
    const group = groups.get(keyOf(interval));
    if (group) group.push(interval);
    else groups.set(keyOf(interval), [interval]);
  }
  return [...groups.values()];
}
