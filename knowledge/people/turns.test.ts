import { setTimeout as after } from "node:timers/promises";

import { expect, test } from "vitest";

import { Turns } from "./turns";

test("no more go on at once than may, each in the order in which it came", async () => {
  const turns = new Turns(2);
  const begun: number[] = [];
  let underWay = 0;
  let most = 0;
  const work = (number: number) => async () => {
    begun.push(number);
    underWay += 1;
    most = Math.max(most, underWay);
    await after(1);
    underWay -= 1;
    return number;
  };
  const numbers = Array.from({ length: 20 }, (_, at) => at);
  expect(await Promise.all(numbers.map((number) => turns.run(work(number))))).toEqual(numbers);
  expect(begun).toEqual(numbers);
  expect(most).toBe(2);
});

test("what fails leaves its place to the next", async () => {
  const turns = new Turns(1);
  const failed = turns.run(() => Promise.reject(new Error("no")));
  const next = turns.run(() => Promise.resolve("done"));
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("done");
});

test("it is full while as many wait as may, and not before or after", async () => {
  const turns = new Turns(1, 1);
  const works = [turns.run(() => after(1))];
  expect(turns.isFull).toBe(false);
  works.push(turns.run(() => after(1)));
  expect(turns.isFull).toBe(true);
  await Promise.all(works);
  expect(turns.isFull).toBe(false);
});
