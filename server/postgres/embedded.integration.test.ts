import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { prepareDataFolder } from "../data-folder";
import { codeOf } from "../fault";
import { ended } from "../processes";
import { closeEmbedded, type Embedded, openEmbedded } from "./embedded";
import { halt } from "./launch";
import { postmasterOf } from "./postmaster";
import { supervise } from "./supervise";

let folder = "";
let data = "";
let number = 0;

beforeEach(() => {
  number += 1;
  folder = join(tmpdir(), `hindsight-embedded-${process.pid}-${number}`);
  data = folder;
  prepareDataFolder(data);
});

afterEach(async () => {
  const left = postmasterOf(join(data, "postgres"));
  if (left) await halt(left);
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<Embedded> {
  const embedded = await openEmbedded(data, "none");
  if (embedded.kind === "fault") throw new Error(embedded.sentence);
  return embedded;
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: statement, rowMode: "array" });
    return rows.flat();
  } finally {
    await client.end();
  }
}

function pidOf(embedded: Embedded): number {
  const postmaster = postmasterOf(embedded.cluster.folder);
  if (!postmaster) throw new Error("PostgreSQL does not run.");
  return postmaster.pid;
}

describe("the embedded PostgreSQL", () => {
  test("is made safe: checksums, one language, one way in that wants the password", async () => {
    const embedded = await open();
    const shown = await ask(
      embedded.url,
      `SELECT current_setting('data_checksums'), current_setting('password_encryption'),
              current_setting('listen_addresses'), current_setting('unix_socket_directories'),
              datlocprovider::text || ' ' || datlocale, pg_encoding_to_char(encoding)
         FROM pg_database WHERE datname = current_database()`,
    );
    expect(shown).toEqual(["on", "scram-sha-256", "127.0.0.1", "", "b C.UTF-8", "UTF8"]);
    const stranger = new URL(embedded.url);
    stranger.password = "guessed";
    const refused = await ask(stranger.href, "SELECT 1").catch(codeOf);
    expect(refused).toBe("28P01");
  });

  test("keeps data, port and password from one start to the next", async () => {
    const first = await open();
    await ask(first.url, "CREATE TABLE kept AS SELECT 'still here' AS words");
    await closeEmbedded(first);
    expect(postmasterOf(first.cluster.folder)).toBeNull();
    const second = await open();
    expect(second).toMatchObject({ url: first.url, port: first.port, adopted: false });
    expect(await ask(second.url, "SELECT words FROM kept")).toEqual(["still here"]);
  });

  test("is taken over when it still runs", async () => {
    const first = await open();
    const second = await open();
    expect(second).toMatchObject({ adopted: true, port: first.port });
    expect(pidOf(second)).toBe(pidOf(first));
  });

  test("recovers when it was killed, though its number still stands in its folder", async () => {
    const first = await open();
    const pid = pidOf(first);
    process.kill(pid, "SIGKILL");
    expect(await ended(pid, 20_000)).toBe(true);
    const file = join(data, "postgres", "postmaster.pid");
    expect(readFileSync(file, "utf8").split("\n")[0]).toBe(String(pid));
    const second = await open();
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, "SELECT 1")).toEqual([1]);
  });

  test("is not mistaken for another program that got its number", async () => {
    const first = await open();
    await closeEmbedded(first);
    const lines = [
      process.pid,
      join(data, "postgres"),
      0,
      first.port,
      "",
      "127.0.0.1",
      "",
      "ready",
    ];
    writeFileSync(join(data, "postgres", "postmaster.pid"), `${lines.join("\n")}\n`);
    expect(await open()).toMatchObject({ adopted: false });
  });

  // Root's own folders are closed to every other account, and PostgreSQL refuses to run as root.
  test.runIf(process.platform === "linux" && process.getuid?.() === 0)(
    "reaches its data for root in a folder that is closed to others",
    async () => {
      data = join(data, "closed", "data");
      mkdirSync(dirname(data), { mode: 0o700 });
      prepareDataFolder(data);
      expect(await ask((await open()).url, "SELECT 1")).toEqual([1]);
    },
  );

  test("is started once when two commands want it at the same time", async () => {
    const [one, other] = await Promise.all([open(), open()]);
    expect(other.port).toBe(one.port);
    expect(await ask(other.url, "SELECT 1")).toEqual([1]);
  });

  test("is refused, untouched, when another major version wrote it", async () => {
    await closeEmbedded(await open());
    writeFileSync(join(data, "postgres", "PG_VERSION"), "17\n");
    const outcome = await openEmbedded(data, "none");
    expect(outcome).toEqual({ kind: "fault", sentence: expect.stringContaining("PostgreSQL 17") });
    expect(outcome).toMatchObject({ sentence: expect.stringContaining("hindsight export") });
  });

  test("is refused with what mends it when its folder is open to others", async () => {
    await closeEmbedded(await open());
    const postgres = join(data, "postgres");
    chmodSync(postgres, 0o755);
    const sentence = expect.stringContaining(`chmod 700 ${postgres}`);
    expect(await openEmbedded(data, "none")).toEqual({ kind: "fault", sentence });
    chmodSync(postgres, 0o700);
    await closeEmbedded(await open());
  });

  test("is refused when its password is lost", async () => {
    await closeEmbedded(await open());
    rmSync(join(data, "postgres", "hindsight.json"));
    const sentence = expect.stringContaining("missing or damaged");
    expect(await openEmbedded(data, "none")).toEqual({ kind: "fault", sentence });
  });

  test("is started again by itself when it ends while it is watched", async () => {
    const embedded = await open();
    const stop = new AbortController();
    const watching = supervise(embedded, stop.signal);
    const pid = pidOf(embedded);
    process.kill(pid, "SIGKILL");
    expect(await ended(pid, 20_000)).toBe(true);
    await expect
      .poll(() => postmasterOf(embedded.cluster.folder)?.status, { timeout: 40_000 })
      .toBe("ready");
    expect(pidOf(embedded)).not.toBe(pid);
    expect(await ask(embedded.url, "SELECT 1")).toEqual([1]);
    stop.abort();
    await watching;
  });
});
