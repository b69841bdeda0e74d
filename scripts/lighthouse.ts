/**
 * `npm run lighthouse [-- address]`: measures one page of a server that runs, five times, the way
 * Lighthouse sees it with its mobile preset, and prints every run and the medians. Nothing else
 * should run on the machine. Ends with 1 where a median misses its goal.
 */
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

import { findChromium } from "./chromium.mjs";

const RUNS = 5;
const DEFAULT_PAGE = "http://localhost:3000/incidents/cloudflare-2025-11-bot-management";

/** The least median of each category, of 100. */
const GOALS = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 } as const;

/** What makes up the performance score, beside it: milliseconds, except the shift. */
const METRICS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "speed-index",
  "total-blocking-time",
  "cumulative-layout-shift",
] as const;

type Run = { scores: Record<string, number>; metrics: Record<string, number> };

process.exitCode = await measure(process.argv[2] ?? DEFAULT_PAGE);

async function measure(page: string): Promise<number> {
  const chromium = await findChromium();
  if (chromium === null) {
    process.stderr.write("There is no Chromium: install one, or set CHROMIUM_PATH to it.\n");
    return 1;
  }
  process.stdout.write(`Lighthouse, mobile preset, ${RUNS} runs of ${page}\n\n`);
  const runs: Run[] = [];
  for (let number = 1; number <= RUNS; number += 1) {
    const run = await lookOnce(page, chromium);
    if (typeof run === "string") {
      process.stderr.write(`${run}\n`);
      return 1;
    }
    runs.push(run);
    process.stdout.write(line(`run ${number}`, run));
  }
  const medians: Run = {
    scores: mediansOf(runs.map(({ scores }) => scores)),
    metrics: mediansOf(runs.map(({ metrics }) => metrics)),
  };
  process.stdout.write(`\n${line("median", medians)}\n`);
  return verdict(medians.scores);
}

/** One run in a browser of its own, so that nothing is left over from the one before. */
async function lookOnce(page: string, chromium: string): Promise<Run | string> {
  const browser = await launch({
    chromePath: chromium,
    chromeFlags: [
      "--headless=new",
      "--no-sandbox",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
  try {
    const looked = await lighthouse(page, {
      port: browser.port,
      logLevel: "error",
      onlyCategories: Object.keys(GOALS),
    });
    if (!looked) return "Lighthouse gave no result.";
    const { categories, audits, runtimeError } = looked.lhr;
    if (runtimeError) {
      return `Lighthouse could not look at ${page}: ${runtimeError.message}\nIs Hindsight running there? \`npm start\` starts it.`;
    }
    sayWhatIsMissing(looked.lhr);
    return {
      scores: pick(Object.keys(GOALS), (name) => Math.round((categories[name]?.score ?? 0) * 100)),
      metrics: pick(METRICS, (name) => audits[name]?.numericValue ?? Number.NaN),
    };
  } finally {
    browser.kill();
  }
}

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

/** Audits that cost points in a category where none may be lost. */
function sayWhatIsMissing({ categories, audits }: Result): void {
  for (const [name, { auditRefs }] of Object.entries(categories)) {
    if (name === "performance") continue;
    const counted = auditRefs.flatMap(({ id, weight }) => (weight > 0 ? (audits[id] ?? []) : []));
    for (const { id, title, score } of counted) {
      if (score !== null && score < 1) process.stdout.write(`  ${name}: ${id}: ${title}\n`);
    }
  }
}

function verdict(scores: Record<string, number>): number {
  const missed = Object.entries(GOALS).filter(([name, goal]) => (scores[name] ?? 0) < goal);
  for (const [name, goal] of missed) {
    process.stdout.write(`${name} is ${scores[name]}; the goal is ${goal}.\n`);
  }
  if (missed.length === 0) process.stdout.write("All goals are met.\n");
  return missed.length === 0 ? 0 : 1;
}

function line(name: string, { scores, metrics }: Run): string {
  const shown = [...Object.entries(scores), ...Object.entries(metrics)].map(
    ([what, value]) =>
      `${what} ${Number.isInteger(value) ? value : value.toFixed(value < 10 ? 3 : 0)}`,
  );
  return `${name.padEnd(7)} ${shown.join(" · ")}\n`;
}

function mediansOf(rows: readonly Record<string, number>[]): Record<string, number> {
  return pick(Object.keys(rows[0] ?? {}), (name) => {
    const values = rows.map((row) => row[name] ?? Number.NaN).toSorted((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? Number.NaN;
  });
}

function pick(names: readonly string[], valueOf: (name: string) => number): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)]));
}
