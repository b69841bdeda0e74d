import { table } from "../table";
import { longestStatement } from "./barest";
import type { Measured } from "./measured";
import { targets, verdict } from "./targets";
import { timingsOf, type Timings } from "./timings";

/** The figures of one size as lines of text, beside what they are held to. */
export function reportOf(measured: Measured): string {
  const { search, page, keptPage, suggestions, barest, ranked, facets } = measured;
  const many = timingsOf(measured.atOnce.milliseconds);
  const cells = (name: string, timings: Timings, held = "") => [
    name,
    String(timings.asked),
    ...[timings.p50, timings.p95, timings.p99, timings.worst].map((time) => time.toFixed(1)),
    held,
  ];
  const [before, after] = measured.load.map((load) => load.toFixed(1));
  const failed = [...measured.atOnce.failures.values()].reduce((sum, count) => sum + count, 0);
  return [
    `\nSearch over ${measured.incidents} incidents; ms (the targets are for 100,000; load ${before} to ${after}):`,
    table(
      ["what", "asked", "p50", "p95", "p99", "worst", "target"],
      [
        cells("/api/v1/search with facets", search, verdict(search, targets.search)),
        cells("barest SQL, no facets", barest),
        cells("barest SQL, words ranked", ranked),
        cells("barest SQL, facets alone", facets),
        cells("/search, computed", page, verdict(page, targets.page)),
        cells("/search, kept", keptPage),
        cells("suggestions, computed", suggestions, verdict(suggestions, targets.suggestions)),
        cells(
          `${measured.atOnce.searchers} searchers at once`,
          many,
          `${failed === 0 ? "PASS" : "over target"} (no error; ${failed} failed)`,
        ),
      ],
    ),
    `  ${measured.atOnce.searchers} searchers at once: ${measured.atOnce.perSecond.toFixed(0)} searches a second`,
    ...[...measured.atOnce.failures].map(([why, times]) => `  failed ${times} times: ${why}`),
    `  The barest SQL was given up in ${measured.givenUp} of its queries, after ${longestStatement / 1_000} s each.`,
    agreementInWords(measured),
    "  Slowest searches, by the median of each one's rounds:",
    table(
      ["ms", "page", "SQL", "found", "query"],
      measured.slowest.map((slow) => [
        slow.search.toFixed(1),
        slow.page.toFixed(1),
        slow.barest.toFixed(1),
        String(slow.total),
        slow.query === "" ? "(nothing asked)" : slow.query,
      ]),
    ),
  ].join("\n");
}

function agreementInWords({ agreement }: Measured): string {
  const { compared, different } = agreement;
  const same = `${compared - different.length} of ${compared}`;
  return [
    `  The barest SQL brings the same in ${same} queries that mean the same in both (not those with`,
    "  a word that occurs nowhere, in whose place the search takes words like it).",
    ...different.map((query) => `  different: ${query}`),
  ].join("\n");
}

/** How the figures grow from the first of several sizes to the last. */
export function growthOf(sizes: readonly Measured[]): string {
  const lines: readonly [name: string, timeOf: (measured: Measured) => number][] = [
    ["/api/v1/search p50", ({ search }) => search.p50],
    ["/api/v1/search p95", ({ search }) => search.p95],
    ["/api/v1/search p99", ({ search }) => search.p99],
    ["/search p95", ({ page }) => page.p95],
    ["suggestions p95", ({ suggestions }) => suggestions.p95],
    ["barest SQL p50", ({ barest }) => barest.p50],
    ["barest SQL p95", ({ barest }) => barest.p95],
    ["barest SQL p99", ({ barest }) => barest.p99],
    ["barest facets p95", ({ facets }) => facets.p95],
  ];
  const rows = lines.map(([name, timeOf]) => {
    const times = sizes.map(timeOf);
    const factor = (times.at(-1) ?? Number.NaN) / (times[0] ?? Number.NaN);
    return [name, ...times.map((time) => time.toFixed(1)), factor.toFixed(1)];
  });
  const head = ["ms", ...sizes.map(({ incidents }) => String(incidents)), "times"];
  return `\nGrowth with the number of incidents, and how many times the first figure the last is:\n${table(head, rows)}`;
}
