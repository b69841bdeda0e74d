import { createInterface } from "node:readline";
import { z } from "zod";
import { createDatabase, tryConnecting } from "./connection";
import { engineVersion, loadEngine, type Answerer } from "./engine";
import { invocationFrom } from "./invocation";

const Request = z.object({ id: z.unknown(), method: z.string(), params: z.unknown() });
const Refusal = z.object({ message: z.string(), code: z.unknown(), meta: z.unknown() });
const Printed = z.object({ stdout: z.string().min(1) }).loose();

/** The JSON-RPC error code by which Prisma knows an error that people should read. */
const KNOWN_ERROR = 4466;

/** Prisma's names for what PostgreSQL says when a database cannot be reached. */
const CONNECTION_ERRORS: Record<string, string> = { "3D000": "P1003", "28P01": "P1000" };

/**
 * Does what Prisma's native schema engine would do with the same arguments: answers one question
 * and ends, or answers JSON-RPC requests, one a line, from standard input until that ends.
 */
export async function answerPrisma(args: string[]): Promise<void> {
  const invocation = invocationFrom(args);
  switch (invocation.kind) {
    case "version":
      process.stdout.write(`schema-engine-cli ${engineVersion()}\n`);
      return;
    case "can-connect":
      return answerOnce(() => tryConnecting(invocation.url));
    case "create-database":
      return answerOnce(() => createDatabase(invocation.url));
    case "serve":
      return serveRequests(await loadEngine(invocation.url, invocation.schemaFiles));
  }
}

async function answerOnce(work: () => Promise<unknown>): Promise<void> {
  // Prisma passes over the first line of the log, whatever it says.
  log({ level: "INFO", target: "schema_engine", fields: { message: "started" } });
  try {
    await work();
  } catch (error) {
    const { message, code } = refusalFrom(error);
    const error_code = CONNECTION_ERRORS[String(code)] ?? "P1001";
    log({ level: "ERROR", target: "schema_engine::logger", fields: { error_code, message } });
    process.exitCode = 1;
  }
}

async function serveRequests(answer: Answerer): Promise<void> {
  // One line after another: migrations must not overtake each other.
  for await (const line of createInterface({ input: process.stdin })) {
    const request = Request.safeParse(JSON.parse(line));
    // Without a method it is the client's answer to something printed; nobody waits for that.
    if (request.success) await respond(request.data, answer);
  }
}

async function respond(request: z.infer<typeof Request>, answer: Answerer): Promise<void> {
  try {
    const result = await answer(request.method, request.params);
    const printed = Printed.safeParse(result);
    if (request.method !== "diff" || !printed.success) return send({ id: request.id, result });
    // The native engine prints what a diff found; the WebAssembly build hands it back instead.
    send({ id: -1, method: "print", params: { content: printed.data.stdout } });
    send({ id: request.id, result: { ...printed.data, stdout: null } });
  } catch (error) {
    const { message, code, meta } = refusalFrom(error);
    const data = { is_panic: false, message, meta: meta ?? {}, error_code: code };
    send({ id: request.id, error: { code: KNOWN_ERROR, message, data } });
  }
}

function refusalFrom(error: unknown): z.infer<typeof Refusal> {
  const refusal = Refusal.safeParse(error);
  if (refusal.success && refusal.data.message !== "") return refusal.data;
  return { message: String(error), code: refusal.data?.code, meta: undefined };
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

function log(entry: object): void {
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}
