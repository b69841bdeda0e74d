import { expect, test } from "vitest";

import { inHalfAbove } from "./half-of-day";
import { readPointAt } from "./written-point";
import { readTimeAt } from "./written-time-form";

function pointOf(typed: string) {
  const read = readPointAt(typed, 0, { freedom: "line", hedged: false });
  if (!read?.value.clock) throw new Error("expected a time of day");
  return read.value;
}

const hourOf = (typed: string, clock: string, half: "am" | "pm" | null) =>
  inHalfAbove(pointOf(typed), { clock, half })?.hour;

test("below 2pm, 2:20 is in the afternoon, and is a guess", () => {
  expect(hourOf("2:20", "14:00", "pm")).toBe(14);
  const read = inHalfAbove(pointOf("2:20"), { clock: "14:00", half: "pm" });
  expect(read?.oddity).toBe("half-carried");
});

test.each([
  ["12:30", "11:45", "am", 12],
  ["1:15", "11:45", "am", 13],
  ["12:40", "12:05", "pm", 12],
  ["12:20", "23:50", "pm", 0],
  ["9:50", "10:15", "am", 9],
] as const)("%s below %s %s is of the half in which it goes on", (typed, clock, half, hour) => {
  expect(hourOf(typed, clock, half)).toBe(hour);
});

test.each([
  ["2:20", "02:00", "am"],
  ["2:20", "14:00", null],
  ["02:20", "14:00", "pm"],
  ["2024-01-02 9:30", "14:00", "pm"],
  ["Jan 2, 9:30", "14:00", "pm"],
  ["3:10 UTC", "14:00", "pm"],
] as const)("%s below %s %s is left as it is written", (typed, clock, half) => {
  expect(hourOf(typed, clock, half)).toBe(pointOf(typed).clock?.hour);
});

test.each([
  ["2:58", "15:10", "pm", 14],
  ["1:50", "14:00", "pm", 13],
  ["9:50", "10:15", "am", 9],
] as const)("%s a little below %s %s steps back, and says so", (typed, clock, half, hour) => {
  const read = inHalfAbove(pointOf(typed), { clock, half });
  expect(read).toMatchObject({ hour, half, oddity: "half-stepped-back" });
});

test("a time with seconds is padded by its hour alone", () => {
  expect(hourOf("2:05:10", "14:00", "pm")).toBe(14);
  expect(hourOf("02:05:10", "14:00", "pm")).toBe(2);
});

test.each([
  ["01:50 PM – 02:05", 14],
  ["10:50 AM – 01:05", 13],
  ["2:40 pm – 3:05", 15],
  ["1:50 PM – 02:05", 2],
  ["2:40 pm – 2:05", 2],
  ["11:50 PM – 12:10", 0],
])("%s ends at %i", (typed, hour) => {
  expect(readTimeAt(typed, 0, "line")?.value.to?.clock?.hour).toBe(hour);
});
