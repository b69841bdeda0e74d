import { readFileSync } from "node:fs";

import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import { closeDatabase } from "#knowledge/database/client";
import { findIncidents } from "#knowledge/search/find";
import { emptyQuery } from "#knowledge/search/query";
import type { FreshDatabase } from "#server/testing/fresh-database";
import { freshLibrary } from "#server/testing/fresh-library";

const Questions = z.array(z.object({ question: z.string(), incident: z.string() }));
type Questions = z.infer<typeof Questions>;

const read = (file: string, set: string): Questions =>
  Questions.parse(
    z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync(`knowledge/search/testing/${file}.json`, "utf8")))[set],
  );

let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshLibrary();
  process.env.DATABASE_URL = fresh.url;
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
});

/** How many questions have the incident one had in mind first, and how many among the first three. */
async function answered(questions: Questions) {
  let [first, amongThree] = [0, 0];
  for (const { question, incident } of questions) {
    const { results } = await findIncidents({ ...emptyQuery, q: question });
    const at = results.findIndex(({ slug }) => slug === incident);
    if (at === 0) first++;
    if (at >= 0 && at < 3) amongThree++;
  }
  return { first, amongThree };
}

// Written by somebody who did not know how search works; most words stand in the document.
test("an incident is found again in the words that one remembers", async () => {
  const questions = read("remembered", "questions");
  expect(new Set(questions.map(({ incident }) => incident)).size).toBe(60);
  const { first, amongThree } = await answered(questions);
  expect(amongThree).toBeGreaterThanOrEqual(58);
  expect(first).toBeGreaterThanOrEqual(54);
});

test("it is found again when a word is mistyped", async () => {
  const questions = read("remembered", "misspelt");
  expect(questions).toHaveLength(20);
  const { first, amongThree } = await answered(questions);
  expect(amongThree).toBeGreaterThanOrEqual(19);
  expect(first).toBeGreaterThanOrEqual(18);
});

// Harder ones: in five of six, some word stands nowhere in the document that is meant.
test("most incidents are found by words that others would use", async () => {
  const questions = [...read("questions", "held"), ...read("questions", "tuning")];
  expect(questions).toHaveLength(101);
  const { first, amongThree } = await answered(questions);
  expect(amongThree).toBeGreaterThanOrEqual(90);
  expect(first).toBeGreaterThanOrEqual(82);
});
