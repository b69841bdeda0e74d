import { expect } from "vitest";

import { POST as send } from "#app/api/notes/route";
import { openNotes } from "#knowledge/review/note.store";

import { flashOf, form } from "./browser";

/** Sends a note as a form does, on `old-one` unless another is named; gives its receipt's token. */
export async function sentNote(fields: Record<string, string>, cookie?: string): Promise<string> {
  const answered = await send(form({ incident: "old-one", ...fields }, { cookie }));
  expect(answered.headers.get("location")).toBe(`/incidents/${fields.incident ?? "old-one"}`);
  const receipt = String(Object(flashOf(answered).values).receipt);
  expect(receipt).toMatch(/^\/notes\/[\w-]{32}$/);
  return receipt.slice("/notes/".length);
}

/** The note that was sent last of those that are open. */
export async function latestNote() {
  const note = (await openNotes()).at(-1);
  if (!note) throw new Error("no note is open");
  return note;
}
