import { expect, test } from "vitest";

import { percentile, timingsOf } from "./timings";

const hundred = Array.from({ length: 100 }, (_, at) => ((at * 37) % 100) + 1);

test("a percentile is the least time that so large a share does not exceed", () => {
  expect(percentile(hundred, 0.5)).toBe(50);
  expect(percentile(hundred, 0.95)).toBe(95);
  expect(percentile([...hundred, 101], 0.95)).toBe(96);
  expect(percentile([7], 0.01)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});

test("a few slow answers show in the worst before they show in the middle", () => {
  const timings = timingsOf([...Array.from({ length: 98 }, () => 10), 400, 900]);
  expect(timings).toEqual({ asked: 100, p50: 10, p95: 10, p99: 400, worst: 900 });
});
