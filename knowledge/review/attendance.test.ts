import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { Attendance } from "./attendance";

const ann = { id: "1", name: "Ann" };
const ben = { id: "2", name: "Ben" };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("names others who asked for the same document within the last minute", async () => {
  const attendance = new Attendance();
  expect(attendance.othersThan(ben, 7)).toEqual([]);
  expect(attendance.othersThan({ id: "3", name: "Ada" }, 8)).toEqual([]);
  // Ann in two tabs is one, and no other.
  expect(attendance.othersThan(ann, 7)).toEqual(["Ben"]);
  expect(attendance.othersThan(ann, 7)).toEqual(["Ben"]);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(attendance.othersThan(ann, 7)).toEqual(["Ben"]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(attendance.othersThan(ann, 7)).toEqual([]);
});

test("keeps nobody for longer, also when nobody asks any more", async () => {
  const attendance = new Attendance();
  attendance.othersThan(ann, 7);
  await vi.advanceTimersByTimeAsync(30_000);
  attendance.othersThan(ben, 8);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(attendance.size).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(attendance.size).toBe(0);
});
