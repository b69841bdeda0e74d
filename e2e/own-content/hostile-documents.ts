import { hostileTexts, wearyingStories } from "#knowledge/text/hostile.corpus";

/** A document for the folder `incidents/`, that somebody means harm with. */
export type HostileDocument = {
  slug: string;
  /** What is hostile about it. */
  about: string;
  source: string;
};

/** Each hostile text of the corpus in a document of its own, in every place that holds a text. */
export const textsEverywhere: readonly HostileDocument[] = Object.entries(hostileTexts).flatMap(
  ([about, texts], group) =>
    texts.map((text, position) => {
      const slug = `hostile-${group}-${position}`;
      return { slug, about: `${about}: ${text}`, source: documentSaying(text, slug) };
    }),
);

/** Each story that would make a parser run for minutes. */
export const wearying: readonly HostileDocument[] = Object.entries(wearyingStories).map(
  ([about, story], position) => ({
    slug: `wearying-${position}`,
    about,
    source: documentSaying("An ordinary text.", `wearying-${position}`, story),
  }),
);

const ordinary = documentSaying("An ordinary text.", "ordinary", "A story.\n");
const aliases = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  .map((level) => `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}*a${level - 1}]`)
  .join("\n");

/** Files that are no documents, or lead elsewhere; each must be refused with a line of its own. */
export const refused: readonly (HostileDocument & { line: number; why: RegExp })[] = [
  {
    slug: "broken-yaml",
    about: "YAML that is broken",
    source: ordinary.replace("severity: minor", "severity: minor: or not"),
    line: 5,
    why: /./,
  },
  {
    slug: "alias-bomb",
    about: "aliases of aliases that unfold to three billion",
    source: ordinary.replace("severity: minor", `a0: &a0 [x]\n${aliases}\nseverity: minor`),
    line: 5,
    why: /alias|anchor|&/i,
  },
  {
    slug: "nul",
    about: "a NUL in the story",
    source: `${ordinary}\nbefore \0 after\n`,
    line: ordinary.split("\n").length + 1,
    why: /U\+0000/,
  },
  {
    slug: "bidi",
    about: "a text whose order is turned around",
    source: ordinary.replace("summary: ", "summary: \u202e"),
    line: ordinary.split("\n").findIndex((line) => line.startsWith("summary: ")) + 1,
    why: /U\+202E/,
  },
  {
    slug: "climbing-relation",
    about: "a relation that climbs out of the folder",
    source: ordinary.replace("slug: aws-2017-02-s3", "slug: ../../etc/passwd"),
    line: ordinary.split("\n").findIndex((line) => line.includes("slug: aws-2017-02-s3")) + 1,
    why: /slug|small letters/i,
  },
  {
    slug: "climbing-redirect",
    about: "a former name that climbs out of the folder",
    source: ordinary.replace("---\n", "---\nformerly: [../../etc/passwd]\n"),
    line: 2,
    why: /formerly/,
  },
  {
    slug: "running-link",
    about: "a source at an address that runs",
    source: ordinary.replace("https://example.org/report", "javascript:alert(1)"),
    line: ordinary.split("\n").findIndex((line) => line.includes("https://example.org/report")) + 1,
    why: /https?:/,
  },
  {
    slug: "prototype",
    about: "a key that is a part of every object",
    source: ordinary.replace("severity: minor", "__proto__: {isAdmin: true}\nseverity: minor"),
    line: 5,
    why: /__proto__/,
  },
  {
    slug: "large",
    about: "a file of more than a megabyte",
    source: `${ordinary}\n${"Words that say nothing.\n".repeat(60_000)}`,
    line: 1,
    why: /1,?000 kB/,
  },
];

/** A whole document that says a text wherever a document can say something. */
function documentSaying(text: string, slug: string, story?: string): string {
  const said = JSON.stringify(text);
  const short = JSON.stringify(text.replaceAll(/\s+/g, " ").slice(0, 150).trim());
  return `---
title: ${short}
recorded: 2026-11-21
organization: Cloudflare
severity: minor
products: [${short}]
sectors: [cloud]
started: 2024-02-01T04:09Z
summary: ${said}
detection: ${said}
impact:
  - what: ${said}
    value: ${said}
    figure: ${JSON.stringify(text.slice(0, 10).trim())}
    source: report
timeline:
  - id: event-of-${slug}
    at: 2024-02-01T04:09Z
    kind: trigger
    text: ${said}
    belief: ${said}
    source: report
factors:
  - id: factor-of-${slug}
    role: trigger
    classes: [unhandled-input]
    statement: ${said}
    detail: ${said}
    source: report
    standing: confirmed
lessons:
  - ${said}
changes:
  - text: ${said}
    source: report
claims:
  - id: claim-of-${slug}
    statement: ${said}
    standing: contested
    positions:
      - source: report
        stance: asserts
        note: ${said}
related:
  - slug: aws-2017-02-s3
    why: ${said}
sources:
  - id: report
    url: https://example.org/report
    title: ${said}
    publisher: ${short}
    author: ${short}
    kind: analysis
    seen: full
---

${story ?? `## Told\n\n${text}\n`}`;
}
