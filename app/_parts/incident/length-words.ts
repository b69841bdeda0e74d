const hour = 60;
const day = 24 * hour;
const month = 30.44 * day;
const year = 365.25 * day;

/** A length of time in one round unit, for a drawing: `78 min`, `10 days`, `15 years`; tiny: `15 y`. */
export function lengthInWords(milliseconds: number, style: "short" | "tiny" = "short"): string {
  const minutes = milliseconds / 60_000;
  const unit = units.find(({ from }) => minutes >= from) ?? minuteUnit;
  const count = Math.max(1, Math.round(minutes / unit.length));
  if (style === "tiny") return `${count} ${unit.tiny}`;
  return `${count} ${count === 1 ? unit.one : unit.many}`;
}

const minuteUnit = { from: 0, length: 1, tiny: "min", one: "min", many: "min" };
const units = [
  { from: 1.5 * year, length: year, tiny: "y", one: "year", many: "years" },
  { from: 60 * day, length: month, tiny: "mo", one: "month", many: "months" },
  { from: 2 * day, length: day, tiny: "d", one: "day", many: "days" },
  { from: 2 * hour, length: hour, tiny: "h", one: "h", many: "h" },
  minuteUnit,
];
