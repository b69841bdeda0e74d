import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { z } from "zod";
import { diskFull, type Fault, fault, tellsOfFullDisk } from "./fault";
import { type PrismaProject, runPrisma } from "./prisma-command";
import { projectFolder } from "./project";

const Applied = z.array(z.object({ name: z.string(), checksum: z.string() }));

/** Where Prisma writes the client, and the note beside it of what it was made from. */
const GENERATED = join("knowledge", "database", "generated");
const NOTE = "made-from.json";

export type Migrated = { kind: "applied" } | { kind: "current" } | Fault;

/**
 * Brings the database to the schema of this version: applies the migrations it has not seen.
 * Asks the database first, because Prisma itself takes two seconds to find out that there is
 * nothing to do.
 */
export async function applyMigrations(
  databaseUrl: string,
  project: PrismaProject = projectFolder,
): Promise<Migrated> {
  const before = await compareMigrations(databaseUrl, project);
  if (before.altered.length > 0) return alteredFault(before.altered);
  if (before.missing.length === 0) return { kind: "current" };
  const { code, output } = await runPrisma(["migrate", "deploy"], databaseUrl, project);
  // Not its word alone: with a wrong engine it ends well and has applied nothing.
  const after = await compareMigrations(databaseUrl, project);
  if (code === 0 && after.missing.length === 0) return { kind: "applied" };
  if (tellsOfFullDisk(output)) return diskFull("the database");
  return fault(
    `The database could not be brought to this version's schema; nothing of the migration that failed remains. Prisma said:\n${output.trim()}`,
  );
}

/**
 * Writes the Prisma client out of the schema, unless the one that is there was made from it.
 */
export async function generateClient(
  project: PrismaProject = projectFolder,
): Promise<{ kind: "generated" } | { kind: "current" } | Fault> {
  const note = join(project, GENERATED, NOTE);
  const source = fingerprintOf(project);
  if (existsSync(note) && readFileSync(note, "utf8") === source) return { kind: "current" };
  const { code, output } = await runPrisma(["generate"], null, project);
  const written = existsSync(join(project, GENERATED, "client.ts"));
  if (code !== 0 || !written)
    return fault(`Prisma could not write its client. It said:\n${output.trim()}`);
  writeFileSync(note, source);
  return { kind: "generated" };
}

/**
 * Compares the schema that the migrations build with `schema.prisma`. The database's server
 * lends a passing database to replay them in.
 */
export async function schemaDrift(
  databaseUrl: string,
  project: PrismaProject = projectFolder,
): Promise<{ kind: "none" } | { kind: "drift"; difference: string } | Fault> {
  const { code, output } = await runPrisma(
    [
      "migrate",
      "diff",
      "--from-migrations=prisma/migrations",
      "--to-schema=prisma/schema.prisma",
      "--exit-code",
    ],
    databaseUrl,
    project,
  );
  // When its engine crashes, Prisma ends well and says nothing: that is no answer.
  if (code === 0 && output.includes("No difference detected")) return { kind: "none" };
  if (code === 2) return { kind: "drift", difference: output };
  return fault(`Prisma could not compare migrations and schema. It said:\n${output.trim()}`);
}

/**
 * Which of this version's migrations the database has not seen, and which it has seen with
 * another text than they have now.
 */
export async function compareMigrations(
  databaseUrl: string,
  project: PrismaProject = projectFolder,
): Promise<{ missing: string[]; altered: string[] }> {
  const applied = new Map(
    (await appliedMigrations(databaseUrl)).map(({ name, checksum }) => [name, checksum]),
  );
  const wanted = migrationsOf(project);
  const missing = wanted.filter(({ name }) => !applied.has(name));
  const altered = wanted.filter(
    ({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum,
  );
  return { missing: missing.map(({ name }) => name), altered: altered.map(({ name }) => name) };
}

function alteredFault(names: string[]): Fault {
  return fault(
    `The database was made with another text of the migration ${names.join(", ")} than the one in prisma/migrations, so its schema is not this version's: bring the file back, or begin with an empty database (another DATA_DIR or DATABASE_URL).`,
  );
}

async function appliedMigrations(databaseUrl: string): Promise<z.infer<typeof Applied>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const found = await client.query(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
    );
    if (!z.tuple([z.object({ there: z.boolean() })]).parse(found.rows)[0].there) return [];
    const { rows } = await client.query(
      `SELECT migration_name AS "name", checksum FROM _prisma_migrations
        WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    return Applied.parse(rows);
  } finally {
    await client.end();
  }
}

function migrationsOf(project: PrismaProject): { name: string; checksum: string }[] {
  const folder = join(project, "prisma", "migrations");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      checksum: sha256(readFileSync(join(folder, name, "migration.sql"))),
    }));
}

function fingerprintOf(project: PrismaProject): string {
  const schema = sha256(readFileSync(join(project, "prisma", "schema.prisma")));
  const prisma = z
    .object({ version: z.string() })
    .parse(
      JSON.parse(readFileSync(join(projectFolder, "node_modules/prisma/package.json"), "utf8")),
    );
  return `${JSON.stringify({ schema, prisma: prisma.version })}\n`;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
