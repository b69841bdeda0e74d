import { setTimeout as wait } from "node:timers/promises";

import { expect, test } from "vitest";

import { fileRead, type ReadFile, type Taken } from "./read-file";
import { Readings } from "./readings";

const taken = (name: string): Taken => ({ name, bytes: new Uint8Array() });
const files = [taken("a"), taken("b")];

/** Takes longer for a zone of more letters, and notes which files were stopped while they were read. */
function slowReadings() {
  const stopped: string[] = [];
  const readings = new Readings(async ({ name }, { zone }, signal) => {
    signal.addEventListener("abort", () => stopped.push(`${name} ${zone}`));
    await wait(zone.length * 10);
    return { name: `${name} ${zone}`, warnings: [], incidents: [] };
  });
  return { readings, stopped };
}

test("of two readings only the latest is told of, and the one before is stopped", async () => {
  const { readings, stopped } = slowReadings();
  const told: string[][] = [];
  const tell = (read: readonly ReadFile[]) => told.push(read.map(({ name }) => name));
  const first = readings.readAll(files, { zone: "Europe/Berlin", day: "" }, tell);
  const second = readings.readAll(files, { zone: "UTC", day: "" }, tell);
  expect(await Promise.all([first, second])).toEqual([false, true]);
  expect(told).toEqual([["a UTC"], ["a UTC", "b UTC"]]);
  expect(stopped).toEqual(["a Europe/Berlin"]);
});

test("an answer that is none is our fault, and said", () => {
  expect(fileRead("x.md", { title: 1 })).toEqual({
    name: "x.md",
    warnings: ["It could not be read; that is our fault."],
    incidents: [],
  });
  expect(fileRead("x.md", { title: null, warnings: ["w"], incidents: [] })).toEqual({
    name: "x.md",
    warnings: ["w"],
    incidents: [],
  });
});
