import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { z } from "zod";

/** Load of so many connections for so many seconds on one address, in one form. */
export type Load = {
  address: string;
  connections: number;
  seconds: number;
  encoding: "identity" | "br";
};

/** What came of it; latencies are in milliseconds. */
export type LoadFigures = { perSecond: number; p50: number; p99: number; failed: number };

const Report = z.object({
  requests: z.object({ average: z.number() }),
  latency: z.object({ p50: z.number(), p99: z.number() }),
  errors: z.number(),
  non2xx: z.number(),
});

const autocannon = createRequire(import.meta.url).resolve("autocannon");

/** Puts load on an address from a process of its own, so that making it costs the measured one nothing. */
export async function loaded({
  address,
  connections,
  seconds,
  encoding,
}: Load): Promise<LoadFigures> {
  const form = `accept-encoding=${encoding}`;
  const many = ["--connections", String(connections), "--duration", String(seconds)];
  const child = spawn(
    process.execPath,
    [autocannon, "--json", ...many, "--headers", form, address],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(Buffer.from(chunk));
  const { requests, latency, errors, non2xx } = Report.parse(
    JSON.parse(Buffer.concat(chunks).toString("utf8")),
  );
  return {
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    failed: errors + non2xx,
  };
}
