import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { type Configuration, publicUrlOf, readConfiguration } from "./configuration";

const secret = "0123456789abcdef0123456789abcdef";

function configurationOf(environment: Record<string, string>): Configuration {
  const outcome = readConfiguration(environment);
  if (outcome.kind === "faulty") throw new Error(outcome.faults.join("\n"));
  return outcome.configuration;
}

function faultsOf(environment: Record<string, string>): string[] {
  const outcome = readConfiguration(environment);
  return outcome.kind === "faulty" ? outcome.faults : [];
}

describe("the configuration", () => {
  test("needs nothing to be set", () => {
    expect(configurationOf({})).toEqual({
      port: 3000,
      host: "127.0.0.1",
      publicUrl: null,
      databaseUrl: null,
      dataFolder: resolve(".data"),
      secret: null,
    });
  });

  test("takes an empty variable for an absent one", () => {
    expect(configurationOf({ PORT: "", DATABASE_URL: " ", SECRET: "" })).toEqual(
      configurationOf({}),
    );
  });

  test("reads what is set", () => {
    const configuration = configurationOf({
      PORT: "0",
      HOST: "0.0.0.0",
      PUBLIC_URL: "https://incidents.example.org/",
      DATABASE_URL: "postgresql://ada:p%40ss@db.example.org/incidents",
      DATA_DIR: "/srv/hindsight",
      SECRET: secret,
    });
    expect(configuration).toEqual({
      port: 0,
      host: "0.0.0.0",
      publicUrl: "https://incidents.example.org",
      databaseUrl: "postgresql://ada:p%40ss@db.example.org/incidents",
      dataFolder: "/srv/hindsight",
      secret,
    });
  });

  test("names every fault at once", () => {
    const faults = faultsOf({
      PORT: "http",
      HOST: "a b",
      PUBLIC_URL: "incidents",
      SECRET: "short",
    });
    expect(faults.map((fault) => fault.split(/[= ]/)[0])).toEqual([
      "PORT",
      "HOST",
      "PUBLIC_URL",
      "SECRET",
    ]);
  });

  test.each(["-1", "65536", "3000.5", "0x10", "three"])("refuses the port %s", (PORT) => {
    expect(faultsOf({ PORT })).toEqual([expect.stringContaining(`PORT=${PORT} is no port`)]);
  });

  test.each(["https://a.example/sub", "ftp://a.example", "https://user@a.example", "a.example"])(
    "refuses %s as the public origin",
    (PUBLIC_URL) => {
      expect(faultsOf({ PUBLIC_URL })).toEqual([expect.stringContaining("is no origin")]);
    },
  );

  test.each(["mysql://ada@db/x", "db.example.org", "postgresql://ada:hunter2@db"])(
    "refuses %s as a database without showing it",
    (DATABASE_URL) => {
      const [fault, ...others] = faultsOf({ DATABASE_URL, SECRET: secret });
      expect(fault).toContain("DATABASE_URL is no PostgreSQL address");
      expect(fault).not.toContain("hunter2");
      expect(others).toEqual([]);
    },
  );

  test("accepts a database behind a socket", () => {
    const DATABASE_URL = "postgresql:///incidents?host=/var/run/postgresql";
    expect(configurationOf({ DATABASE_URL, SECRET: secret }).databaseUrl).toBe(DATABASE_URL);
  });

  test("wants a secret when the database is one's own", () => {
    const faults = faultsOf({ DATABASE_URL: "postgresql://ada@db/incidents" });
    expect(faults).toEqual([expect.stringContaining("SECRET is missing")]);
  });

  test("refuses a secret that can be guessed, and says why", () => {
    expect(faultsOf({ SECRET: "x".repeat(31) })).toEqual([
      expect.stringContaining("32 characters"),
    ]);
    expect(faultsOf({ SECRET: "x".repeat(32) })).toEqual([]);
  });

  test("warns when the network may come in but links point to localhost", () => {
    const open = readConfiguration({ HOST: "0.0.0.0" });
    expect(open).toMatchObject({ warnings: [expect.stringContaining("PUBLIC_URL is not set")] });
    const named = readConfiguration({ HOST: "0.0.0.0", PUBLIC_URL: "http://wiki.example" });
    expect(named).toMatchObject({ warnings: [] });
    expect(readConfiguration({ HOST: "::1" })).toMatchObject({ warnings: [] });
  });

  test("builds the public origin from the port that is listened on", () => {
    expect(publicUrlOf(configurationOf({ PORT: "0" }), 4711)).toBe("http://localhost:4711");
    const named = configurationOf({ PUBLIC_URL: "https://wiki.example" });
    expect(publicUrlOf(named, 4711)).toBe("https://wiki.example");
  });
});
