import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import {
  cruise,
  type IConfiguration,
  type ICruiseResult,
  type IForbiddenRuleType,
} from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/**
 * The boundaries between folders, seen to hold in the tree and seen to refuse: a gate that has never
 * refused anything may be checking nothing.
 */

const folders = ["app", "knowledge", "server"];
const configuration: IConfiguration = JSON.parse(readFileSync(".dependency-cruiser.json", "utf8"));

async function cruised(root: string): Promise<ICruiseResult> {
  const before = process.cwd();
  process.chdir(root);
  try {
    const options = {
      ...configuration.options,
      baseDir: root,
      validate: true,
      ruleSet: configuration,
    };
    const { output } = await cruise(folders, options, undefined, {
      tsConfig: extractTSConfig(join(root, "tsconfig.json")),
    });
    if (typeof output === "string") throw new Error("expected a result, not a report");
    return output;
  } finally {
    process.chdir(before);
  }
}

/** For each rule: where a file stands that breaks it, and what it imports. */
const planted: Record<string, { folder: string; ending?: string; imports: string }> = {
  "no-cycles": { folder: "knowledge/text", imports: "./planted-no-cycles" },
  "knowledge-stands-alone": { folder: "knowledge/incident", imports: "#app/paths" },
  "screens-do-not-know-the-process": { folder: "app/_parts", imports: "#server/progress" },
  "islands-reach-no-store": {
    folder: "app/_parts",
    ending: ".island.tsx",
    imports: "#knowledge/incident/incident.store",
  },
  "only-stores-reach-the-database": {
    folder: "knowledge/incident",
    imports: "#knowledge/database/query",
  },
  "only-text-knows-remark": { folder: "knowledge/incident", imports: "remark-parse" },
  "screens-do-not-touch-the-database": {
    folder: "app/_parts",
    imports: "#knowledge/database/client",
  },
  "routes-keep-their-parts-private": {
    folder: "app/(reader)/classes",
    imports: "../incidents/part-of-a-route",
  },
  "ui-knows-no-domain": { folder: "app/_ui", imports: "#knowledge/incident/moment" },
  "tests-stay-out-of-source": { folder: "knowledge/incident", imports: "./moment.test" },
  "knowledge-order-text": { folder: "knowledge/text", imports: "#knowledge/incident/moment" },
  "knowledge-order-people": { folder: "knowledge/people", imports: "#knowledge/text/slug" },
  "knowledge-order-taxonomy": {
    folder: "knowledge/taxonomy",
    imports: "#knowledge/incident/moment",
  },
  "knowledge-order-incident": { folder: "knowledge/incident", imports: "#knowledge/search/query" },
  "knowledge-order-language": { folder: "knowledge/language", imports: "#knowledge/search/query" },
  "knowledge-order-search": { folder: "knowledge/search", imports: "#knowledge/library/plan" },
  "knowledge-order-patterns": { folder: "knowledge/patterns", imports: "#knowledge/library/plan" },
  "knowledge-order-review": { folder: "knowledge/review", imports: "#knowledge/library/plan" },
};

/** The file that breaks a rule and no other; its name says which. */
function fileAgainst(rule: string): string {
  const { folder = "", ending = ".ts" } = planted[rule] ?? {};
  return `${folder}/planted-${rule}${ending}`;
}

describe("the boundaries between folders", () => {
  let copy = "";

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "boundaries-"));
    for (const name of [...folders, "package.json", "tsconfig.json"]) {
      cpSync(name, join(copy, name), { recursive: true });
    }
    symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"));
    plant(copy, "app/(reader)/incidents/part-of-a-route.ts", "react");
    for (const [rule, { imports }] of Object.entries(planted)) {
      plant(copy, fileAgainst(rule), imports);
    }
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test("hold in the tree, of which more than a hundred modules are seen", async () => {
    const { summary } = await cruised(process.cwd());
    expect(
      summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
    ).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(100);
  }, 60_000);

  test("have a planted violation for every rule", () => {
    const rules: IForbiddenRuleType[] = configuration.forbidden ?? [];
    expect(Object.keys(planted).toSorted()).toEqual(rules.map(({ name }) => name ?? "").toSorted());
  });

  test("refuse each planted violation by its rule, and nothing else", async () => {
    const { summary } = await cruised(copy);
    const refused = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
    expect([...new Set(refused)].toSorted()).toEqual(
      Object.keys(planted)
        .map((rule) => `${rule}: ${fileAgainst(rule)}`)
        .toSorted(),
    );
  }, 60_000);
});

function plant(root: string, file: string, imports: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `import * as found from "${imports}";\nexport const planted = found;\n`);
}
