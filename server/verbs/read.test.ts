import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const command = join(import.meta.dirname, "../../bin/hindsight.mjs");

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a person would, with no database to be had. */
function hindsight(...args: string[]): Promise<Ran> {
  const env = { ...process.env, DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

const Line = z.strictObject({
  file: z.string(),
  title: z.string().nullable(),
  started: z.string().nullable(),
  timeline: z.array(z.strictObject({ at: z.string().nullable(), text: z.string() })),
  sections: z.array(z.string()),
  actions: z.array(z.string()),
  hasRootCause: z.boolean(),
  incidents: z.number(),
  warnings: z.array(z.string()),
});

const lines = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => Line.parse(JSON.parse(line)));

describe("hindsight read", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "read-"));
    writeFileSync(
      join(folder, "one.md"),
      "# Door **stuck**\n\n## Root cause\n\nRust.\n\n## Timeline\n\n- 2024-01-02 10:00 UTC – `door` sticks\n- 10:30: oiled\n\n## Actions\n\n- [x] Oil it\n",
    );
    writeFileSync(join(folder, "two.md"), "Nothing of note.\n");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("prints one line of JSON a file, in the order of the files", async () => {
    const [one, two] = [join(folder, "one.md"), join(folder, "two.md")];
    const { code, out, err } = await hindsight("read", one, two);
    expect(err).toBe("");
    expect(code).toBe(0);
    const [first, second] = lines(out);
    expect(first).toEqual({
      file: one,
      title: "Door stuck",
      started: null,
      timeline: [
        { at: "2024-01-02T10:00Z", text: "door sticks" },
        { at: "2024-01-02T10:30Z", text: "oiled" },
      ],
      sections: ["Root cause", "Timeline", "Actions"],
      actions: ["Oil it"],
      hasRootCause: true,
      incidents: 1,
      warnings: [
        "Nothing says when it started.",
        "Entry 2, “10:30 oiled”: The entry names no zone; UTC was taken, which other entries name.",
      ],
    });
    expect(second).toMatchObject({ file: two, title: null, timeline: [], incidents: 1 });
  });

  test("says of a file that cannot be read that it cannot, and goes on with the others", async () => {
    const missing = join(folder, "missing.md");
    const { code, out } = await hindsight("read", missing, folder, join(folder, "one.md"));
    expect(code).toBe(1);
    const read = lines(out);
    expect(read.map(({ incidents }) => incidents)).toEqual([0, 0, 1]);
    expect(read[0]).toMatchObject({ file: missing, warnings: ["There is no such file."] });
    expect(read[1]?.warnings).toEqual(["This is a folder, not a file."]);
  });

  test("wants a file", async () => {
    const { code, out, err } = await hindsight("read");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("hindsight read FILE…");
  });

  test("is among the verbs that the usage names", async () => {
    expect((await hindsight("help")).out).toContain("  read ");
  });
});
