import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

import { closeDatabase } from "#knowledge/database/client";
import { comesWith } from "#knowledge/search/coming-with";
import { queryBehind } from "#knowledge/search/association";
import { findIncidents } from "#knowledge/search/find";
import { emptyQuery, type Query } from "#knowledge/search/query";
import { similarIncidents, type SimilarIncident } from "#knowledge/search/similar.store";
import type { FreshDatabase } from "#server/testing/fresh-database";
import { freshLibrary } from "#server/testing/fresh-library";

import { importContent } from "./import";
import { readContent } from "./read-content";
import { plainSearch, type PlainLibrary } from "./testing/plain-search";

let fresh: FreshDatabase;
let library: PlainLibrary = { incidents: [], familyOf: new Map(), organizations: [] };

beforeAll(async () => {
  fresh = await freshLibrary();
  process.env.DATABASE_URL = fresh.url;
  const read = await readContent("content");
  if (read.kind === "faulty") throw new Error("the content is faulty");
  const { incidents, families, organizations } = read.content;
  library = {
    incidents: incidents.map(({ slug, document }) => ({ slug, record: document.record })),
    familyOf: new Map(
      families.flatMap((family) => family.classes.map(({ slug }) => [slug, family.slug])),
    ),
    organizations,
  };
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
});

/**
 * Neighbours of ten incidents, named by readers who had not seen any computed: one read for all ten,
 * another for four of them.
 */
const Reading = z.record(z.string(), z.array(z.object({ slug: z.string(), why: z.string() })));

async function readNeighbours(): Promise<Map<string, string[]>> {
  const file = new URL("../search/testing/neighbours-by-reading.json", import.meta.url);
  const named = Reading.parse(JSON.parse(await readFile(file, "utf8")));
  return new Map(
    Object.entries(named).map(([slug, neighbours]) => [slug, neighbours.map((one) => one.slug)]),
  );
}

/** The reasons of a neighbour on one line: classes with their roles here and there, products, difference. */
function reasonsOf({ slug, shared, products, differs }: SimilarIncident): string {
  const classes = shared.map((one) => {
    const [here, there] = [one.here.join("+"), one.there.join("+")];
    return `${one.slug} ${here === there ? here : `${here}/${there}`}`;
  });
  const names = products.map(({ name }) => name);
  const difference = differs ? `; ${differs.slug} only ${differs.where}` : "";
  return `${slug}: ${[...classes, ...names].join(", ")}${difference}`;
}

describe("similar incidents", () => {
  test("are, with their reasons, the same three for each of ten incidents", async () => {
    const found: Record<string, string[]> = {};
    for (const slug of (await readNeighbours()).keys()) {
      found[slug] = (await similarIncidents(slug, 3)).map(reasonsOf);
    }
    expect(found).toMatchInlineSnapshot(`
      {
        "aws-2025-10-dynamodb-dns": [
          "aws-2017-02-s3: concentration amplifier, cascading-failure amplifier, slow-recovery recovery, untested-path recovery, Amazon EC2, AWS Lambda; health-check-misfire only here",
          "aws-2015-09-dynamodb: concentration amplifier, cascading-failure amplifier, metastable-failure recovery/amplifier, Amazon DynamoDB; network-partition only there",
          "aws-2012-10-ebs-agent: stale-state trigger, dns-failure amplifier/trigger, cascading-failure amplifier, latent-defect precondition, Amazon EC2; resource-leak only there",
        ],
        "crowdstrike-2024-07-channel-file-291": [
          "crowdstrike-2024-04-debian-linux-crash: kernel-mode-crash amplifier, privileged-third-party amplifier, monoculture amplifier, manual-recovery-at-scale recovery, staged-rollout-gap amplifier/trigger, unbootable-fleet amplifier/recovery, untested-path precondition; supplier-timed-change only there",
          "mcafee-2010-04-dat-5958: privileged-third-party amplifier, config-bypasses-release-path trigger, validation-gap precondition, staged-rollout-gap amplifier, manual-recovery-at-scale recovery, unbootable-fleet amplifier/recovery, untested-path precondition; memory-safety-violation only here",
          "sophos-2012-09-updater-false-positive: privileged-third-party amplifier, config-bypasses-release-path trigger, validation-gap precondition, staged-rollout-gap amplifier, manual-recovery-at-scale recovery, untested-path precondition, recovery-tooling-unavailable amplifier/recovery; memory-safety-violation only here",
        ],
        "delta-2016-08-power": [
          "british-airways-2017-05-power: power-loss trigger, hardware-fault trigger/amplifier, communication-gap amplifier, failover-failure precondition/amplifier, business-restart amplifier/recovery; remedy-made-it-worse only there",
          "azure-2023-08-australia-east-cooling: power-loss trigger, hardware-fault trigger/amplifier, failover-failure precondition, cascading-failure amplifier; cooling-failure only there",
          "cloudflare-2023-11-pdx-power: power-loss trigger, hidden-dependency amplifier/precondition, hardware-fault trigger/recovery, untested-path precondition, communication-gap amplifier/detection; business-restart only here",
        ],
        "ericsson-2018-12-certificate-expiry": [
          "mozilla-2019-05-addon-certificate: certificate-expiry trigger, monoculture amplifier; concentration only here",
          "letsencrypt-2021-09-dst-root-expiry: certificate-expiry trigger, hidden-dependency precondition; concentration only here",
          "microsoft-2020-02-teams-certificate: certificate-expiry trigger, slow-recovery recovery; concentration only here",
        ],
        "facebook-2021-10-bgp": [
          "rogers-2022-07-core: maintenance-hazard trigger, validation-gap precondition, routing-error amplifier/trigger, responder-lockout recovery, recovery-tooling-unavailable recovery, circular-dependency recovery/amplifier; health-check-misfire only here",
          "aws-2025-10-dynamodb-dns: health-check-misfire amplifier, dns-failure amplifier, latent-defect precondition, slow-recovery recovery, untested-path precondition/recovery; race-condition only there",
          "gcp-2019-06-network: routing-error amplifier, maintenance-hazard trigger, recovery-tooling-unavailable recovery, latent-defect precondition, slow-recovery recovery; health-check-misfire only here",
        ],
        "gitlab-2017-01-database": [
          "travis-2018-03-truncate: data-loss trigger, operator-interface-hazard trigger; data-corruption only there",
          "gcp-2024-05-unisuper: automation-runaway amplifier/trigger, knowledge-gap amplifier/precondition, operator-interface-hazard trigger/precondition, monitoring-blind-spot detection, single-point-of-failure precondition/amplifier, latent-defect amplifier/precondition, slow-recovery recovery; data-loss only here",
          "monzo-2019-07-cassandra: replication-lag precondition/amplifier, knowledge-gap amplifier/trigger, single-point-of-failure precondition, monitoring-blind-spot detection, latent-defect amplifier/precondition; data-corruption only there",
        ],
        "mcafee-2010-04-dat-5958": [
          "sophos-2012-09-updater-false-positive: privileged-third-party amplifier, config-bypasses-release-path trigger, validation-gap precondition, staged-rollout-gap amplifier, manual-recovery-at-scale recovery, communication-gap amplifier, untested-path precondition; unbootable-fleet only here",
          "webroot-2017-04-false-positive: privileged-third-party amplifier, config-bypasses-release-path trigger, staged-rollout-gap amplifier, manual-recovery-at-scale recovery, communication-gap amplifier; unbootable-fleet only here",
          "crowdstrike-2024-07-channel-file-291: privileged-third-party amplifier, config-bypasses-release-path trigger, validation-gap precondition, staged-rollout-gap amplifier, manual-recovery-at-scale recovery, unbootable-fleet recovery/amplifier, untested-path precondition; memory-safety-violation only there",
        ],
        "patriot-1991-02-clock-drift": [
          "azure-2012-02-leap-year: time-and-calendar-defect trigger, latent-defect precondition, slow-recovery recovery; health-check-misfire only there",
          "therac-25-1985-1987: outside-design-envelope precondition, knowledge-gap detection, latent-defect precondition; time-and-calendar-defect only here",
          "ariane-5-1996-06-flight-501: outside-design-envelope precondition, latent-defect precondition; time-and-calendar-defect only here",
        ],
        "rbs-2012-06-batch": [
          "azure-2025-10-front-door: version-skew trigger, shared-control-plane amplifier, cascading-failure amplifier, untested-path precondition, rollback-gap trigger/recovery; interface-contract-mismatch only there",
          "knight-capital-2012-08: version-skew trigger/trigger+precondition, rollback-gap trigger/recovery; dormant-code-reactivation only there",
          "stripe-2019-07-database: version-skew trigger/amplifier, cascading-failure amplifier; load-shedding-gap only there",
        ],
        "spotify-2013-04-incident-retries": [
          "aws-2011-04-ebs: load-shedding-gap amplifier, metastable-failure amplifier, retry-storm trigger/amplifier, latent-defect precondition/amplifier; network-partition only there",
          "nasdaq-2013-08-sip: retry-storm trigger, load-shedding-gap amplifier/precondition, latent-defect precondition/amplifier; business-restart only there",
          "circleci-2015-07-queue: metastable-failure amplifier, retry-storm trigger/amplifier, accepted-risk precondition, load-shedding-gap amplifier/recovery; third-party-outage only there",
        ],
      }
    `);
  });

  test("are among those that readers of the documents named", async () => {
    for (const [slug, named] of await readNeighbours()) {
      const three = (await similarIncidents(slug, 3)).map((one) => one.slug);
      expect(three).toHaveLength(3);
      expect(three.filter((one) => !named.includes(one))).toEqual([]);
    }
  });

  test("are public ones only, and no incident is similar to one that is not", async () => {
    const hidden = "sophos-2012-09-updater-false-positive";
    const [first] = await similarIncidents("mcafee-2010-04-dat-5958", 1);
    expect(first?.slug).toBe(hidden);
    await withMembersOnly(hidden, async () => {
      const after = await similarIncidents("mcafee-2010-04-dat-5958", 200);
      expect(after.length).toBeGreaterThan(50);
      expect(after.map(({ slug }) => slug)).not.toContain(hidden);
      expect(await similarIncidents(hidden, 3)).toEqual([]);
      expect((await comesWith({ ...emptyQuery, class: ["privileged-third-party"] }))?.total).toBe(
        6,
      );
    });
    expect(await similarIncidents("no-such-incident", 3)).toEqual([]);
  });
});

/** Runs `work` while only members may read one of the incidents. */
async function withMembersOnly(slug: string, work: () => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "similar-"));
  try {
    await cp("content", folder, { recursive: true });
    const file = join(folder, "incidents", `${slug}.md`);
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/^(title: .*\n)/m, "$1visibility: members\n"));
    await importContent({ folder, say: () => undefined });
    await work();
  } finally {
    await importContent({ folder: "content", say: () => undefined });
    await rm(folder, { recursive: true, force: true });
  }
}

describe("what comes with the incidents found", () => {
  const queries: readonly (readonly [words: string, query: Query])[] = [
    ["a class", { ...emptyQuery, class: ["staged-rollout-gap"] }],
    ["a class in a role", { ...emptyQuery, class: ["staged-rollout-gap"], role: ["amplifier"] }],
    ["either class", { ...emptyQuery, class: ["retry-storm", "thundering-herd"], match: "any" }],
    [
      "both in one factor",
      {
        ...emptyQuery,
        class: ["staged-rollout-gap", "config-bypasses-release-path"],
        match: "factor",
      },
    ],
    [
      "a family without one of its classes",
      { ...emptyQuery, family: ["capacity-and-load"], notClass: ["retry-storm"] },
    ],
    ["an organisation", { ...emptyQuery, org: ["cloudflare"], severity: ["critical", "major"] }],
    ["a role alone", { ...emptyQuery, role: ["detection"] }],
    ["a standing alone", { ...emptyQuery, standing: ["contested"] }],
    ["a sector and a time", { ...emptyQuery, sector: ["telecom"], from: "2010" }],
  ];

  test.each(queries)("is counted as the documents say: %s", async (_words, query) => {
    const coming = await comesWith(query);
    const found = new Set(plainSearch(library, query));
    expect(coming?.total).toBe(found.size);
    const rows = [...(coming?.classes ?? []), ...(coming?.pairs ?? [])];
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const naming = library.incidents.filter(({ record }) =>
        record.factors.some(
          (factor) =>
            factor.classes.includes(row.class) && (row.role === null || factor.role === row.role),
        ),
      );
      expect(row).toMatchObject({
        found: naming.filter(({ slug }) => found.has(slug)).length,
        ofFound: found.size,
        all: naming.length,
        ofAll: library.incidents.length,
      });
      expect(query.class).not.toContain(row.class);
      expect(query.family).not.toContain(library.familyOf.get(row.class));
    }
  });

  test.each(queries)("leads to the incidents behind each figure: %s", async (_words, query) => {
    const coming = await comesWith(query);
    const rows = [...(coming?.classes ?? []), ...(coming?.pairs ?? [])];
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const { total } = await findIncidents(queryBehind(query, row));
      expect([row.class, row.role, total]).toEqual([row.class, row.role, row.found]);
    }
  });

  test("counts those that lack a word with those that hold all", async () => {
    const query = { ...emptyQuery, q: "antivirus update deleted system file" };
    const [coming, found] = await Promise.all([
      comesWith(query),
      findIncidents(query, { limit: 200, offset: 0 }),
    ]);
    expect(coming?.total).toBe(found.total);
    const slugs = new Set(found.results.map(({ slug }) => slug));
    const naming = library.incidents.filter(({ record }) =>
      record.factors.some(({ classes }) => classes.includes("privileged-third-party")),
    );
    const row = coming?.classes.find((one) => one.class === "privileged-third-party");
    expect(row?.found).toBe(naming.filter(({ slug }) => slugs.has(slug)).length);
  });

  test("is nothing where nothing is asked or found", async () => {
    expect(await comesWith(emptyQuery)).toBeNull();
    expect(await comesWith({ ...emptyQuery, page: 3, sort: "date" })).toBeNull();
    expect(await comesWith({ ...emptyQuery, class: ["no-such"] })).toBeNull();
  });
});
