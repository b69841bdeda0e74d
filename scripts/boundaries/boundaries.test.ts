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

/** For each rule: a file that breaks it, and what it imports. */
const planted: Record<string, { file: string; imports: string }> = {
  "no-cycles": { file: "knowledge/text/planted.ts", imports: "./planted-too" },
  "knowledge-stands-alone": { file: "knowledge/incident/planted.ts", imports: "#app/paths" },
  "screens-do-not-know-the-process": { file: "app/_parts/planted.ts", imports: "#server/progress" },
  "islands-reach-no-store": {
    file: "app/_parts/planted.island.tsx",
    imports: "#knowledge/incident/incident.store",
  },
  "only-stores-reach-the-database": {
    file: "knowledge/incident/planted.ts",
    imports: "#knowledge/database/query",
  },
  "only-text-knows-remark": { file: "knowledge/incident/planted.ts", imports: "remark-parse" },
  "screens-do-not-touch-the-database": {
    file: "app/_parts/planted.ts",
    imports: "#knowledge/database/client",
  },
  "routes-keep-their-parts-private": {
    file: "app/(reader)/classes/planted.ts",
    imports: "../incidents/planted-part",
  },
  "ui-knows-no-domain": { file: "app/_ui/planted.ts", imports: "#knowledge/incident/moment" },
  "tests-stay-out-of-source": { file: "knowledge/incident/planted.ts", imports: "./moment.test" },
  "knowledge-order-text": {
    file: "knowledge/text/planted.ts",
    imports: "#knowledge/incident/moment",
  },
  "knowledge-order-people": {
    file: "knowledge/people/planted.ts",
    imports: "#knowledge/text/slug",
  },
  "knowledge-order-taxonomy": {
    file: "knowledge/taxonomy/planted.ts",
    imports: "#knowledge/incident/moment",
  },
  "knowledge-order-incident": {
    file: "knowledge/incident/planted.ts",
    imports: "#knowledge/search/query",
  },
  "knowledge-order-language": {
    file: "knowledge/language/planted.ts",
    imports: "#knowledge/search/query",
  },
  "knowledge-order-search": {
    file: "knowledge/search/planted.ts",
    imports: "#knowledge/library/plan",
  },
  "knowledge-order-patterns": {
    file: "knowledge/patterns/planted.ts",
    imports: "#knowledge/library/plan",
  },
  "knowledge-order-review": {
    file: "knowledge/review/planted.ts",
    imports: "#knowledge/library/plan",
  },
};

describe("the boundaries between folders", () => {
  let copy = "";

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "boundaries-"));
    for (const name of [...folders, "package.json", "tsconfig.json"]) {
      cpSync(name, join(copy, name), { recursive: true });
    }
    symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"));
    plant(copy, "knowledge/text/planted-too.ts", "./planted");
    plant(copy, "app/(reader)/incidents/planted-part.ts", "react");
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

  test("refuse each planted violation by its rule", async () => {
    const refused: string[] = [];
    for (const [rule, { file, imports }] of Object.entries(planted)) {
      plant(copy, file, imports);
      const { summary } = await cruised(copy);
      if (summary.violations.some((one) => one.rule.name === rule)) refused.push(rule);
      rmSync(join(copy, file));
    }
    expect(refused).toEqual(Object.keys(planted));
  }, 300_000);
});

function plant(root: string, file: string, imports: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `import * as found from "${imports}";\nexport const planted = found;\n`);
}
