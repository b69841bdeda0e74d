import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { readingAs } from "#knowledge/people/audience";

import { answering, type Outcome } from "./answering";
import { problem as problemOf } from "./problem";

const asked = new Request("https://incidents.example/api/v1/search");
const before = process.env.DATABASE_URL;

beforeEach(() => {
  delete process.env.DATABASE_URL;
});

afterEach(() => {
  vi.restoreAllMocks();
  if (before !== undefined) process.env.DATABASE_URL = before;
});

async function failingWith(fault: Error) {
  const answer = await answering(asked, () => Promise.reject(fault));
  const problem: unknown = await answer.json();
  return { answer, problem };
}

describe("what fails", () => {
  test("says that it took too long when the database stopped it", async () => {
    const stopped = Object.assign(new Error("canceling statement"), { code: "57014" });
    const { answer, problem } = await failingWith(stopped);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(problem).toMatchObject({ status: 503, detail: expect.stringContaining("ask for less") });
  });

  test("says that the database is away, and when to ask again", async () => {
    const { answer, problem } = await failingWith(new Error("connect ECONNREFUSED"));
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(problem).toMatchObject({ detail: expect.stringContaining("cannot be reached") });
  });
});

describe("what a member is answered", () => {
  const outcomes: readonly (readonly [what: string, outcome: Outcome])[] = [
    ["a value", { kind: "value", value: { found: 1 } }],
    ["a problem", { kind: "problem", problem: problemOf(404, "Nothing.") }],
    ["where it went", { kind: "moved", path: "/elsewhere" }],
  ];

  test.each(outcomes)("is for them alone: %s", async (_, outcome) => {
    const answer = await readingAs("members", () => answering(asked, () => outcome));
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.has("access-control-allow-origin")).toBe(false);
    const shared = await answering(asked, () => outcome);
    expect(shared.headers.get("access-control-allow-origin")).toBe("*");
    expect(shared.headers.get("cache-control")).not.toBe("private, no-store");
  });
});
