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
      write(`incidents/${slug}.md`, incidentText(ofFolder({ ...usual(slug), ...keys }), story)),
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

function ofFolder({ class: failureClass, related, ...plain }: Keys): Record<string, string> {
  return {
    ...plain,
    recorded: "2024-03-01",
    factors: factorOf(failureClass),
    related: related === "" ? "" : `\n  - slug: ${related}\n    why: Because.`,
  };
}

const factorOf = (failureClass: string): string =>
  [
    "",
    "  - id: a-factor",
    "    role: trigger",
    ...(failureClass === "" ? [] : [`    classes: [${failureClass}]`]),
    "    statement: A factor.",
    "    source: report",
    "    standing: confirmed",
  ].join("\n");

/**
 * The text of an incident that is fit to be published, in our style. `own` holds keys as YAML, a
 * value of several lines from its first line break on: they replace its keys, leave them out where
 * empty, or stand after them.
 */
export function incidentText(own: Readonly<Record<string, string>> = {}, story = ""): string {
  const keys = {
    formerly: "",
    title: "One",
    visibility: "",
    recorded: "",
    organization: "Small",
    products: "",
    severity: "minor",
    started: "2024-01-01",
    summary: "What happened.",
    factors: factorOf(""),
    related: "",
    sources:
      "\n  - id: report\n    url: https://example.com/report\n    title: Report\n    kind: vendor-report\n    seen: full",
    ...own,
  };
  const lines = Object.entries(keys)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => (value.startsWith("\n") ? `${key}:${value}\n` : `${key}: ${value}\n`));
  return `---\n${lines.join("")}---\n${story === "" ? "" : `\n${story}`}`;
}

function taxonomyText(classes: readonly { slug: string; name: string }[]): string {
  const rows = classes.map(
    ({ slug, name }) =>
      `      - slug: ${slug}\n        name: ${name}\n        means: What ${name} means.\n        not: Not something else.\n`,
  );
  return `families:\n  - slug: network\n    name: Network\n    classes:\n${rows.join("")}`;
}
