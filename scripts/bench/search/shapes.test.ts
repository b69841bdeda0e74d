import { beforeAll, expect, test } from "vitest";

import { readQuery, writeBoxText, writeQuery } from "#knowledge/search/query";
import { readWords } from "#knowledge/search/words";

import { chanceFrom } from "../chance";
import { searchMaterial, type Material } from "./material";
import { mixInWords, mixSeed, queryShapes, typedBeginnings } from "./shapes";

let material: Material;

beforeAll(async () => {
  material = await searchMaterial();
});

const mix = (seed = mixSeed) => queryShapes(200, material, chanceFrom(seed));

test("the mix is the same for the same seed, and another for another", () => {
  expect(mix()).toEqual(mix());
  expect(mix(8)).not.toEqual(mix());
});

test("one in ten queries is very broad, and a line says what the others are", () => {
  const shapes = mix();
  expect(shapes.filter(({ kind }) => kind === "broad")).toHaveLength(20);
  for (let at = 0; at < shapes.length; at += 10) {
    expect(shapes.slice(at, at + 10).filter(({ kind }) => kind === "broad")).toHaveLength(1);
  }
  expect(mixInWords(shapes, mixSeed)).toBe(
    "200 different queries (seed 7): 20 very broad, 80 words of people's questions, 60 filters, 40 words and filters",
  );
});

test("no two queries have the same address, and each is read back from it as it was meant", () => {
  const shapes = mix();
  expect(new Set(shapes.map(({ query }) => writeBoxText(query))).size).toBe(200);
  for (const { query } of shapes) {
    const address = new URLSearchParams(
      Object.entries(writeQuery(query)).flatMap(([name, values]) =>
        values.map((value) => [name, value]),
      ),
    );
    expect(readQuery(address)).toEqual(query);
  }
});

test("words are those of people's questions, misspelt at times, and now and then a name", () => {
  const known = new Set(
    [...material.questions, ...material.misspelt].flatMap((question) => [
      ...readWords(question).words,
    ]),
  );
  const asked = mix().flatMap(({ kind, query }) => (kind === "words" ? [query.q] : []));
  const questions = asked.map((q) => readWords(q.replaceAll('"', "")).words);
  const names = questions.flat().filter((word) => !known.has(word));
  expect(names.length).toBeGreaterThan(0);
  expect(names.length).toBeLessThan(asked.length / 4);
  expect(asked.filter((q) => material.misspelt.includes(q)).length).toBeGreaterThan(5);
  expect(new Set(questions.map((words) => words.length)).size).toBeGreaterThan(4);
});

test("what is typed grows letter by letter and is asked for once", () => {
  const typed = typedBeginnings(60, material, chanceFrom(mixSeed));
  expect(new Set(typed).size).toBe(typed.length);
  expect(typed.filter((text) => text.length === 1).length).toBeGreaterThan(10);
  for (const text of typed) {
    const before = text.slice(0, -1).trim();
    expect(before === "" || typed.includes(before)).toBe(true);
  }
});
