import { expect, test } from "vitest";

import { targets, verdict } from "./targets";
import { timingsOf } from "./timings";

test("times are told beside each part of the target that they are held to", () => {
  const quick = timingsOf(Array.from({ length: 100 }, () => 15));
  expect(verdict(quick, targets.search)).toBe("PASS (p50 ≤ 15, p95 ≤ 60, p99 ≤ 150)");
  const slow = timingsOf([...Array.from({ length: 94 }, () => 10), ...Array(6).fill(60.1)]);
  expect(verdict(slow, targets.search)).toBe("over target (p50 ≤ 15, p95 ≤ 60 over, p99 ≤ 150)");
  expect(verdict(slow, targets.page)).toBe("PASS (p95 ≤ 100)");
});
