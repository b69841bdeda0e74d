/** Where a duration stands on the axis of times: a logarithm, so that minutes and months both show. */
const [minute, longest] = [1, 2 * 365.25 * 24 * 60];

/** The width of the drawing, in its own units. */
export const axisWidth = 1_000;

/** The place of a number of minutes; what is shorter than one, or longer than two years, at the end. */
export function placeOfMinutes(minutes: number): number {
  const within = Math.min(Math.max(minutes, minute), longest);
  return Math.round((axisWidth * Math.log(within)) / Math.log(longest));
}

/** What the axis names. */
export const axisTicks = [
  { name: "1 min", minutes: 1 },
  { name: "1 h", minutes: 60 },
  { name: "1 day", minutes: 24 * 60 },
  { name: "1 month", minutes: 30.44 * 24 * 60 },
  { name: "2 years", minutes: longest },
] as const;
