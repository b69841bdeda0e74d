import type { APIResponse } from "@playwright/test";

import { paths } from "#app/paths";

import { expect, type Person } from "./people";

/** A refusal tells a person what happened, in a sentence, and nothing of how the server is made. */
export async function expectWords(answer: APIResponse, about: string): Promise<void> {
  expectTold({ status: answer.status(), said: await answer.text() }, about);
}

export function expectTold(
  { status, said }: { status: number; said: string },
  about: string,
): void {
  expect(`${about} ${status}`).toMatch(/ 4\d\d$/);
  expect(said, about).toMatch(/[A-Z][^"]{15,}[.?!]/);
  expect(said, about).not.toMatch(/\.ts:\d|at \w+ \(|node_modules|SELECT|INSERT|byte sequence/);
}

/** The newest entries of the audit log, as its reader sees them. */
export async function auditLog({ asks }: Person, act: string, pages = 1): Promise<string> {
  const read = Array.from({ length: pages }, async (_, at) =>
    (await asks.get(paths.auditLog({ act, page: at + 1 }))).text(),
  );
  return (await Promise.all(read))
    .join("\n")
    .replaceAll(/<!-- -->/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
}
