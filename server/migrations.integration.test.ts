import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyMigrations, compareMigrations, schemaDrift } from "./migrations";
import { projectFolder } from "./project";
import { type FreshDatabase, freshDatabase } from "./testing/fresh-database";

let database: FreshDatabase;

afterEach(() => database.drop());

async function query(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query(statement);
    return rows;
  } finally {
    await client.end();
  }
}

function migrationNames(): string[] {
  const entries = readdirSync(join(projectFolder, "prisma", "migrations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

describe("the project's migrations", () => {
  beforeEach(async () => {
    database = await freshDatabase("empty");
  });

  test("are applied once, and a second time there is nothing to do", async () => {
    const before = await compareMigrations(database.url);
    expect(before.missing).toEqual(migrationNames());
    expect(await applyMigrations(database.url)).toEqual({ kind: "applied" });
    expect(await compareMigrations(database.url)).toEqual({ missing: [], altered: [] });
    expect(await applyMigrations(database.url)).toEqual({ kind: "current" });
  });

  test("build the very schema that schema.prisma describes", async () => {
    expect(await schemaDrift(database.url)).toEqual({ kind: "none" });
  });

  test("leave no passing database behind", async () => {
    await schemaDrift(database.url);
    const left = await query("SELECT FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow%'");
    expect(left).toEqual([]);
  });
});

describe("a project with migrations of its own", () => {
  let project = "";

  beforeEach(async () => {
    database = await freshDatabase("empty");
    project = mkdtempSync(join(tmpdir(), "hindsight-migrations-"));
    cpSync(join(projectFolder, "prisma"), join(project, "prisma"), { recursive: true });
    cpSync(join(projectFolder, "prisma.config.ts"), join(project, "prisma.config.ts"));
    symlinkSync(join(projectFolder, "node_modules"), join(project, "node_modules"));
    return () => rmSync(project, { recursive: true, force: true });
  });

  function addMigration(name: string, sql: string): void {
    cpSync(
      join(project, "prisma", "migrations", migrationNames()[0] ?? ""),
      join(project, "prisma", "migrations", name),
      { recursive: true },
    );
    writeFileSync(join(project, "prisma", "migrations", name, "migration.sql"), sql);
  }

  test("may use semicolons inside function bodies and texts", async () => {
    addMigration(
      "20990101000000_semicolons",
      `CREATE FUNCTION tell() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'one; two'; END $$;
       CREATE TABLE told AS SELECT tell() AS words;`,
    );
    expect(await applyMigrations(database.url, project)).toEqual({ kind: "applied" });
    expect(await query("SELECT words FROM told")).toEqual([{ words: "one; two" }]);
  });

  test("leaves nothing of a migration that fails, and says what PostgreSQL said", async () => {
    addMigration("20990101000000_broken", "CREATE TABLE half (id int); SELECT 1/0;");
    const sentence = expect.stringContaining("division by zero");
    expect(await applyMigrations(database.url, project)).toEqual({ kind: "fault", sentence });
    expect(await query("SELECT to_regclass('half') AS found")).toEqual([{ found: null }]);
  });

  test("is told of a schema that drifted from its migrations", async () => {
    addMigration(
      "20990101000000_drift",
      "CREATE TABLE nobody_described_this (id int PRIMARY KEY);",
    );
    const drift = await schemaDrift(database.url, project);
    expect(drift).toEqual({
      kind: "drift",
      difference: expect.stringContaining("nobody_described_this"),
    });
    const touched = await query("SELECT to_regclass('nobody_described_this') AS found");
    expect(touched).toEqual([{ found: null }]);
  });

  test("refuses a migration that was changed after it had been applied", async () => {
    addMigration("20990101000000_first", "CREATE TABLE first (id int);");
    await applyMigrations(database.url, project);
    addMigration("20990101000000_first", "CREATE TABLE first (id bigint);");
    const sentence = expect.stringContaining("another text of the migration 20990101000000_first");
    expect(await applyMigrations(database.url, project)).toEqual({ kind: "fault", sentence });
  });
});
