import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimDataFolder, prepareDataFolder, secretIn } from "./data-folder";
import { beginningOf } from "./processes";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hindsight-folder-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the data folder", () => {
  test("is made with all that is above it", () => {
    const deep = join(folder, "a", "b");
    expect(prepareDataFolder(deep)).toEqual({ kind: "ready" });
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  test("is refused where a file has its name", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(prepareDataFolder(file)).toEqual({
      kind: "fault",
      sentence: expect.stringContaining(`${file} cannot be a folder`),
    });
  });

  test("keeps one secret that others cannot read", () => {
    const secret = secretIn(folder);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(secretIn(folder)).toBe(secret);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  });
});

describe("the claim on a data folder", () => {
  const address = "http://localhost:4711";

  test("is refused while another process holds it, and says which", async () => {
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"], {
      stdio: "ignore",
    });
    const pid = other.pid ?? 0;
    const claim = { pid, began: beginningOf(pid), address };
    writeFileSync(join(folder, "running.json"), JSON.stringify(claim));
    const sentence = expect.stringContaining(`${address} (process ${pid})`);
    expect(await claimDataFolder(folder, address)).toEqual({ kind: "fault", sentence });

    const gone = new Promise((resolve) => other.once("exit", resolve));
    other.kill("SIGKILL");
    await gone;
    expect(await claimDataFolder(folder, address)).toMatchObject({ kind: "claimed" });
  });

  test("does not count when its number belongs to a later process", async () => {
    const claim = { pid: process.pid, began: "long ago", address };
    writeFileSync(join(folder, "running.json"), JSON.stringify(claim));
    expect(await claimDataFolder(folder, address)).toMatchObject({ kind: "claimed" });
  });

  test("does not count when it cannot be read", async () => {
    writeFileSync(join(folder, "running.json"), "{");
    expect(await claimDataFolder(folder, address)).toMatchObject({ kind: "claimed" });
    expect(readFileSync(join(folder, "running.json"), "utf8")).toContain(String(process.pid));
  });

  test("can be released and taken again", async () => {
    const first = await claimDataFolder(folder, address);
    if (first.kind === "fault") throw new Error(first.sentence);
    expect(await claimDataFolder(folder, address)).toMatchObject({ kind: "fault" });
    first.release();
    expect(await claimDataFolder(folder, address)).toMatchObject({ kind: "claimed" });
  });
});
