import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { z } from "zod";
import { createDatabase } from "./connection";
import { MigrationAdapterFactory } from "./migration-adapter";

const Params = z.record(z.string(), z.unknown());
const CreateDatabaseParams = z.object({ datasource: z.object({ url: z.string() }).optional() });
const Package = z.object({ version: z.string() });

/** The engine's methods that Prisma calls by another name than the WebAssembly build gives them. */
const RENAMED: Record<string, string> = { getDatabaseVersion: "version" };

/** Where Prisma's engine, built for WebAssembly, lies. */
const folder = dirname(
  createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
);

/** The engine's version: the commit of Prisma's that it was built from. */
export function engineVersion(): string {
  const { version } = Package.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  return version.split(".").at(-1) ?? version;
}

/** Answers one of Prisma's requests about the database at an address. */
export type Answerer = (method: string, params: unknown) => Promise<unknown>;

/** Loads the engine for one database and the schema files that Prisma named. */
export async function loadEngine(url: string, schemaFiles: string[]): Promise<Answerer> {
  // Where the engine puts its last words when it fails in itself; without it they are lost.
  const lastWords: string[] = [];
  Reflect.set(globalThis, "PRISMA_WASM_PANIC_REGISTRY", {
    set_message: (message: string) => lastWords.push(message),
  });
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const program = readFileSync(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(program, {
    "./schema_engine_bg.js": { ...bindings },
  });
  callFunction(bindings, "__wbg_set_wasm", [instance.exports]);
  callFunction(instance.exports, "__wbindgen_start", []);

  const schemas = schemaFiles.map((file): [string, string] => [file, readFileSync(file, "utf8")]);
  const databases = new MigrationAdapterFactory(url);
  const bound = bindMigrationAwareSqlAdapterFactory(databases);

  return async (method, params) => {
    if (method === "createDatabase") {
      const target = CreateDatabaseParams.parse(params).datasource?.url ?? url;
      return { databaseName: await createDatabase(target) };
    }
    // A new engine for each request: one that has applied migrations cannot open a shadow
    // database any more.
    const datamodels = schemas.length > 0 ? schemas : undefined;
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, bound);
    try {
      await openShadowDatabase(engine, method, params);
      const answer: unknown = await callFunction(engine, RENAMED[method] ?? method, [params]);
      return answer ?? null;
    } catch (error) {
      const words = lastWords.pop();
      throw words === undefined ? error : new Error(words, { cause: error });
    } finally {
      await databases.closeAll();
    }
  };
}

// These two find the shadow database only when an earlier request on the same engine opened it.
async function openShadowDatabase(engine: object, method: string, params: unknown): Promise<void> {
  if (method !== "evaluateDataLoss" && method !== "createMigration") return;
  const { migrationsList, filters } = Params.parse(params);
  await callFunction(engine, "devDiagnostic", [{ migrationsList, filters }]);
}

function callFunction(owner: object, name: string, args: unknown[]): unknown {
  const called: unknown = Reflect.get(owner, name);
  if (typeof called !== "function") throw new Error(`The schema engine has no “${name}”.`);
  return Reflect.apply(called, owner, args);
}
