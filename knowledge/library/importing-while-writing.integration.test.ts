import { afterAll, beforeAll, expect, test } from "vitest";

import { findIncident } from "#knowledge/incident/incident.store";
import { saveDocument } from "#knowledge/review/save";
import { freshDatabase } from "#server/testing/fresh-database";

import { importContent } from "./import";
import { authoredLibrary, whole } from "./testing/authored-library";

let library: Awaited<ReturnType<typeof authoredLibrary>>;

beforeAll(async () => {
  library = await authoredLibrary(await freshDatabase());
});
afterAll(() => library.drop());

test("a save that comes while a file replaces its document is answered with what the file says", async () => {
  const { version } = await library.stored("old-one");
  const save = { version, document: { record: whole, story: "" }, unfinished: {} };
  // A story that takes a while to render, so that the save comes in between.
  const story = "Some *words* and a [[canary]].\n\n".repeat(800);
  await library.content.incident("old-one", { summary: "As the file says now." }, story);
  let saving: ReturnType<typeof saveDocument> | undefined;
  const outcome = await importContent({
    folder: library.content.folder,
    // The plan is told once it is made; who saves just then waits for the import.
    say: () => {
      saving ??= saveDocument(library.ed, "old-one", save);
    },
  });
  expect(outcome.kind).toBe("applied");
  const saved = await saving;
  expect(saved).toMatchObject({ kind: "conflict", version: version + 1 });
  expect((await findIncident("old-one"))?.record.summary).toBe("As the file says now.");
});
