import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A content folder of a few made-up files, for what needs content that moves. */
export interface SmallContent {
  readonly folder: string;
  /** Writes `incidents/<slug>.md`; `lines` replace or add keys of the front matter. */
  readonly incident: (slug: string, lines?: Partial<Keys>, story?: string) => Promise<void>;
  readonly remove: (slug: string) => Promise<void>;
  readonly taxonomy: (classes: readonly { slug: string; name: string }[]) => Promise<void>;
  readonly organizations: (all: readonly { slug: string; name: string }[]) => Promise<void>;
  readonly drop: () => Promise<void>;
}

interface Keys {
  formerly: string;
  title: string;
  visibility: string;
  organization: string;
  products: string;
  severity: string;
  started: string;
  summary: string;
  class: string;
  related: string;
}

export async function smallContent(): Promise<SmallContent> {
  const folder = await mkdtemp(join(tmpdir(), "small-content-"));
  await mkdir(join(folder, "incidents"));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  const content: SmallContent = {
    folder,
    incident: (slug, keys = {}, story = "") =>
      write(`incidents/${slug}.md`, incidentText({ ...usual(slug), ...keys }, story)),
    remove: (slug) => rm(join(folder, "incidents", `${slug}.md`)),
    taxonomy: (classes) => write("taxonomy.yaml", taxonomyText(classes)),
    organizations: (all) =>
      write(
        "organizations.yaml",
        all.map(({ slug, name }) => `- slug: ${slug}\n  name: ${name}\n`).join(""),
      ),
    drop: () => rm(folder, { recursive: true, force: true }),
  };
  await write(
    "glossary.yaml",
    "- slug: canary\n  term: Canary\n  means: A small part that receives a change first.\n",
  );
  await content.taxonomy([{ slug: "dns-failure", name: "DNS failure" }]);
  await content.organizations([{ slug: "acme", name: "Acme" }]);
  return content;
}

const usual = (slug: string): Keys => ({
  formerly: "",
  title: `What happened at ${slug}`,
  visibility: "",
  organization: "Acme",
  products: "[Widget]",
  severity: "major",
  started: "2024-02-01",
  summary: `The summary of ${slug}.`,
  class: "dns-failure",
  related: "",
});

function incidentText(keys: Keys, story: string): string {
  const { class: failureClass, related, formerly, visibility, ...plain } = keys;
  const line = (key: string, value: string) => (value === "" ? [] : [`${key}: ${value}`]);
  const { title, organization, products, severity, started, summary } = plain;
  return [
    "---",
    ...line("formerly", formerly),
    ...line("title", title),
    ...line("visibility", visibility),
    "recorded: 2024-03-01",
    ...line("organization", organization),
    ...line("products", products),
    ...line("severity", severity),
    ...line("started", started),
    ...line("summary", summary),
    "factors:",
    "  - id: a-factor",
    "    role: trigger",
    `    classes: [${failureClass}]`,
    "    statement: A factor.",
    "    source: report",
    "    standing: confirmed",
    ...(related === "" ? [] : ["related:", `  - slug: ${related}`, "    why: Because."]),
    "sources:",
    "  - id: report",
    "    url: https://example.com/report",
    "    title: Report",
    "    kind: vendor-report",
    "    seen: full",
    "---",
    ...(story === "" ? [""] : ["", story]),
  ].join("\n");
}

function taxonomyText(classes: readonly { slug: string; name: string }[]): string {
  const rows = classes.map(
    ({ slug, name }) =>
      `      - slug: ${slug}\n        name: ${name}\n        means: What ${name} means.\n        not: Not something else.\n`,
  );
  return `families:\n  - slug: network\n    name: Network\n    classes:\n${rows.join("")}`;
}
