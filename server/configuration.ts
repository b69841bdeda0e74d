import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

/** What the person who runs Hindsight decided, with the defaults filled in. */
export type Configuration = {
  /** 0 stands for any free port. */
  port: number;
  host: string;
  /** Without a trailing slash; null: `http://localhost:` and the port that is listened on. */
  publicUrl: string | null;
  /** Null: the embedded PostgreSQL under the data folder. */
  databaseUrl: string | null;
  /** Absolute. */
  dataFolder: string;
  /** Null: kept in the data folder. */
  secret: string | null;
};

export type ConfigurationOutcome =
  | { kind: "read"; configuration: Configuration; warnings: string[] }
  | { kind: "faulty"; faults: string[] };

const Settings = z.object({
  PORT: z
    .string()
    .default("3000")
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
      error: ({ input }) =>
        `PORT=${String(input)} is no port: use a number from 1 to 65535, or 0 for any free one.`,
    })
    .transform(Number),
  HOST: z
    .string()
    .default("127.0.0.1")
    .refine((text) => isIP(text) !== 0 || /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$/.test(text), {
      error: ({ input }) =>
        `HOST=${String(input)} is no address: use one of this machine's, such as 127.0.0.1 or 0.0.0.0.`,
    }),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, {
      error: ({ input }) =>
        `PUBLIC_URL=${String(input)} is no origin: use scheme and name without a path, such as https://incidents.example.org.`,
    })
    .transform((text) => new URL(text).origin)
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(isDatabaseAddress, {
      // Not the value itself: it holds a password.
      error:
        "DATABASE_URL is no PostgreSQL address: it should look like postgresql://user:password@host:5432/database, with special characters in the password written as %XX.",
    })
    .optional(),
  DATA_DIR: z.string().default(".data"),
  SECRET: z
    .string()
    .min(32, {
      error:
        "SECRET is too short to be safe: it needs at least 32 characters; make one with “openssl rand -base64 33”.",
    })
    .optional(),
});

/**
 * Reads the settings from environment variables; an empty one counts as absent. All faults are
 * found at once, each a sentence that names the variable and what it should be.
 */
export function readConfiguration(
  environment: Record<string, string | undefined>,
): ConfigurationOutcome {
  const given = Object.entries(environment).filter(
    ([, value]) => value !== undefined && value.trim() !== "",
  );
  const settings = Settings.safeParse(Object.fromEntries(given));
  const faults = settings.error?.issues.map(({ message }) => message) ?? [];
  const named = new Set(given.map(([name]) => name));
  if (named.has("DATABASE_URL") && !named.has("SECRET")) {
    faults.push(
      "SECRET is missing: with DATABASE_URL set, every process of this site needs the same one; make it with “openssl rand -base64 33” and keep it.",
    );
  }
  if (!settings.success || faults.length > 0) return { kind: "faulty", faults };

  const { PORT, HOST, PUBLIC_URL, DATABASE_URL, DATA_DIR, SECRET } = settings.data;
  const configuration: Configuration = {
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL ?? null,
    databaseUrl: DATABASE_URL ?? null,
    dataFolder: resolve(DATA_DIR),
    secret: SECRET ?? null,
  };
  return { kind: "read", configuration, warnings: warningsAbout(configuration) };
}

/** The only origin that pages, feeds and links are built from. */
export function publicUrlOf(configuration: Configuration, port: number): string {
  return configuration.publicUrl ?? `http://localhost:${port}`;
}

function warningsAbout({ host, publicUrl }: Configuration): string[] {
  if (publicUrl !== null || isLoopback(host)) return [];
  return [
    `HOST=${host} opens Hindsight to the network, but PUBLIC_URL is not set: links and feeds will point to localhost. Set PUBLIC_URL to the address that people use.`,
  ];
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, href } = new URL(text);
  return ["http:", "https:"].includes(protocol) && `${origin}/` === href;
}

function isDatabaseAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname } = new URL(text);
  return ["postgres:", "postgresql:"].includes(protocol) && pathname.length > 1;
}
