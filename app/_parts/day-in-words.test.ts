import { describe, expect, test } from "vitest";

import { dayForMachines, dayOfMoment } from "./day-in-words";

describe("the day of a moment", () => {
  test.each([
    ["2009", "2009"],
    ["2024-07", "July 2024"],
    ["2024-07-19", "19 July 2024"],
    ["2024-07-01T04:09Z", "1 July 2024"],
    ["about 2024-02", "about February 2024"],
    ["before 2011-01-09T00:00Z", "before 9 January 2011"],
    ["2024-05/2024-06", "between May 2024 and June 2024"],
    ["2024-07-19T04:09Z/2024-07-19T05:00Z", "19 July 2024"],
  ])("%s reads %s", (text, words) => {
    expect(dayOfMoment(text)).toBe(words);
  });

  test("shows what is no moment as it is", () => {
    expect(dayOfMoment("some day")).toBe("some day");
  });

  test("gives machines a day only where the source gave one", () => {
    expect(dayForMachines("2024-07-01T04:09Z")).toBe("2024-07-01");
    expect(dayForMachines("about 2024-07")).toBeNull();
  });
});
