import { expect, test } from "vitest";

import { atOneLook, onceAtALook } from "./block-version.store";

test("what is done once at a look is done once for each text, and again at the next look", async () => {
  const done: string[] = [];
  const work = onceAtALook(async (text) => {
    done.push(text);
    return text.length;
  });
  const look = () => atOneLook(() => Promise.all([work("two"), work("three"), work("two")]));
  expect(await look()).toEqual([3, 5, 3]);
  expect(done).toEqual(["two", "three"]);
  expect(await look()).toEqual([3, 5, 3]);
  expect(done).toEqual(["two", "three", "two", "three"]);
});

test("a look within a look is the same, and without one all is done each time", async () => {
  let times = 0;
  const work = onceAtALook(async () => ++times);
  await atOneLook(async () => {
    await work("a");
    await atOneLook(() => work("a"));
  });
  expect(times).toBe(1);
  await work("a");
  await work("a");
  expect(times).toBe(3);
});
