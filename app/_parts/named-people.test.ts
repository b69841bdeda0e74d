import { afterEach, expect, test, vi } from "vitest";

import { forgetNamedPeople, NamedPeople } from "./named-people";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("who is who is known by every name that was added, the last part first", () => {
  const people = new NamedPeople("ann", "redis-was-down");
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

/** What a tab keeps, whose keys are its own as those of the browser's are. */
class TabStorage {
  readonly [key: string]: unknown;
  getItem(key: string): string | null {
    const kept: unknown = Reflect.get(this, key);
    return typeof kept === "string" ? kept : null;
  }
  setItem(key: string, value: string): void {
    Reflect.set(this, key, value);
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

test("who is who is forgotten in all reviews, and nothing else is", () => {
  const kept = new TabStorage();
  vi.stubGlobal("sessionStorage", kept);
  kept.setItem("other", "stays");
  const people = [{ name: "Maya Berg", part: "person A" }];
  for (const slug of ["one", "two"]) new NamedPeople("ann", slug).add(people);
  expect(new NamedPeople("ann", "one").parts.size).toBe(1);
  forgetNamedPeople();
  expect(["one", "two"].map((slug) => new NamedPeople("ann", slug).parts.size)).toEqual([0, 0]);
  expect(kept.getItem("other")).toBe("stays");
});

test("who is who is one account's: the next one at this tab finds nothing, and neither does who looks into it", () => {
  const kept = new TabStorage();
  vi.stubGlobal("sessionStorage", kept);
  // As it was kept before it was anybody's.
  kept.setItem("hindsight.people two", JSON.stringify([["Old Berg", "person A"]]));
  new NamedPeople("ann", "one").add([{ name: "Maya Berg", part: "person A" }]);
  expect(new NamedPeople("ann", "two").parts.size).toBe(0);
  expect(new NamedPeople("ann", "one").parts.size).toBe(1);
  // Whose session ended, or ended in another tab, signs no form out here.
  expect(new NamedPeople("anna", "one").parts.size).toBe(0);
  expect(JSON.stringify(kept)).not.toContain("Berg");
  expect(new NamedPeople("ann", "one").parts.size).toBe(0);
});
