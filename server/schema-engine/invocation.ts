import { z } from "zod";

/** What Prisma's command line asked of the engine, read from the engine's arguments. */
export type Invocation =
  | { kind: "version" }
  | { kind: "can-connect"; url: string }
  | { kind: "create-database"; url: string }
  | { kind: "serve"; url: string; schemaFiles: string[] };

const Datasource = z.object({ url: z.string().default("") });

/**
 * Reads the arguments that Prisma gives its engine: `--version`, or `--datasource <json>` and
 * `--datamodels <file>` before either `cli <command>` or nothing (then it speaks JSON-RPC).
 */
export function invocationFrom(args: string[]): Invocation {
  if (args.includes("--version")) return { kind: "version" };

  const { url } = Datasource.parse(JSON.parse(valuesOf(args, "--datasource")[0] ?? "{}"));
  if (!args.includes("cli"))
    return { kind: "serve", url, schemaFiles: valuesOf(args, "--datamodels") };

  const command = args[args.indexOf("cli") + 1];
  if (command === "can-connect-to-database") return { kind: "can-connect", url };
  if (command === "create-database") return { kind: "create-database", url };
  throw new Error(`Prisma asked the schema engine for “${command}”, which it does not know.`);
}

function valuesOf(args: string[], name: string): string[] {
  return args.flatMap((argument, at) => {
    const value = args[at + 1];
    return argument === name && value !== undefined ? [value] : [];
  });
}
