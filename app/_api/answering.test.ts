import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { answering } from "./answering";

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
