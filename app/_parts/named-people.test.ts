import { expect, test } from "vitest";

import { NamedPeople } from "./named-people";

test("who is who is known by every name that was added, the last part first", () => {
  const people = new NamedPeople("redis-was-down");
  let told = 0;
  const stop = people.subscribe(() => void (told += 1));
  people.add([]);
  people.add([{ name: "Maya Berg", part: "person A" }]);
  people.add([{ name: "maya", part: "person A" }]);
  stop();
  people.add([{ name: "Tom", part: "person B" }]);
  expect([...people.parts]).toEqual([
    ["Maya Berg", "person A"],
    ["maya", "person A"],
    ["Tom", "person B"],
  ]);
  expect(told).toBe(2);
});
