import { describe, expect, test } from "vitest";
import { invocationFrom } from "./invocation";

const datasource = JSON.stringify({ url: "postgresql://ada@db/incidents" });
const url = "postgresql://ada@db/incidents";

describe("what Prisma asks of its engine", () => {
  test("may be its version", () => {
    expect(invocationFrom(["--version"])).toEqual({ kind: "version" });
  });

  test("may be one question about a database", () => {
    const about = ["--datasource", datasource, "cli"];
    const connect = invocationFrom([...about, "can-connect-to-database"]);
    expect(connect).toEqual({ kind: "can-connect", url });
    const create = invocationFrom([...about, "create-database"]);
    expect(create).toEqual({ kind: "create-database", url });
  });

  test("is otherwise a conversation about schema files", () => {
    const args = [
      "--datamodels",
      "a.prisma",
      "--datamodels",
      "b.prisma",
      "--datasource",
      datasource,
    ];
    const schemaFiles = ["a.prisma", "b.prisma"];
    expect(invocationFrom(args)).toEqual({ kind: "serve", url, schemaFiles });
  });

  test("is refused by name when it is unknown", () => {
    expect(() => invocationFrom(["cli", "drop-everything"])).toThrow("drop-everything");
  });
});
