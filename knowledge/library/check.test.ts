import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { faultInWords } from "#knowledge/text/fault";

import { checkContent } from "./check";
import { readContent } from "./read-content";
import { incidentText } from "./testing/small-content";

/** A small world: two incidents, three classes, an organisation with a part, a term, a pattern. */
const files: Record<string, string> = {
  "taxonomy.yaml": `families:
  - slug: capacity
    name: Capacity
    classes:
      - {slug: retry-storm, name: Retry storm, means: M., not: N., aka: [backoff]}
      - {slug: stale-state, name: Stale state, means: "M, see [[retry-storm]].", not: N.}
`,
  "organizations.yaml":
    "- {slug: big, name: Big}\n- {slug: small, name: Small, aka: [Tiny], partOf: big}\n",
  "glossary.yaml": "- {slug: back-off, term: Back-off, means: M., see: [retry-storm]}\n",
  "incidents/small-2024-01-one.md": incidentText({
    related: "\n  - slug: small-2024-02-two\n    why: W",
  }),
  "incidents/small-2024-02-two.md": incidentText(
    { formerly: "[small-2024-02]", title: "Two" },
    "See [[pattern]] and [[small-2024-02]].\n",
  ),
  "patterns/pattern.md":
    "---\ntitle: P\nincidents:\n  - {slug: small-2024-01-one, why: W}\n---\n\nSee [[back-off]].\n",
  "reading/list-1.yaml":
    "newsletter: L\nissue: 1\nupdated: 2024-08-04\nitems:\n  - {title: T, about: A, classes: [retry-storm]}\n",
};

let folder: string;

async function put(name: string, source: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), source);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "content-"));
  for (const [name, source] of Object.entries(files)) await put(name, source);
});
afterEach(() => rm(folder, { recursive: true }));

async function faults(): Promise<string[]> {
  const checked = await checkContent(folder, { fix: false });
  return checked.faults.map(faultInWords);
}

describe("a content folder", () => {
  test("without a fault is read whole, with a hash of every file", async () => {
    expect(await faults()).toEqual([]);
    const read = await readContent(folder);
    if (read.kind === "faulty") throw new Error("faulty");
    expect(read.content.files.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(files).toSorted(),
    );
    expect(read.content.files.every(({ hash }) => /^[\da-f]{64}$/.test(hash))).toBe(true);
    expect(read.content.incidents.map(({ slug, storyLine }) => [slug, storyLine])).toEqual([
      ["small-2024-01-one", 23],
      ["small-2024-02-two", 22],
    ]);
    expect(read.content.patterns[0]).toMatchObject({
      slug: "pattern",
      body: "See [[back-off]].\n",
      bodyLine: 7,
    });
  });

  test("shows the faults of all files at once, each with its place", async () => {
    await put(
      "incidents/small-2024-03-three.md",
      incidentText().replace("title: One", "titel: Three"),
    );
    await put(
      "incidents/small-2024-01-one.md",
      incidentText({ organization: "Smal" }, "[[patern]]\n"),
    );
    await put(
      "glossary.yaml",
      "- {slug: back-off, term: Back-off, means: M., see: [retry-strom]}\n",
    );
    await put(
      "patterns/pattern.md",
      "---\ntitle: P\nincidents:\n  - {slug: small-2024-01-on, why: W}\n---\n\n[^a]\n",
    );
    await put(
      "reading/list-1.yaml",
      "newsletter: L\nissue: 1\nupdated: 2024-08-04\nitems:\n  - {title: T, about: A, incidents: [nope], classes: [retry]}\n",
    );
    await put(
      "templates/twice.md",
      "---\ntitle: T\nfor: F.\nsections:\n  - heading: Thanks\n  - {heading: What, part: summary}\n  - heading: Thanks\n  - {heading: More, part: summary}\n---\n",
    );
    const link = "expected a link to a class, incident, term, mitigation, pattern or reading list";
    expect(await faults()).toEqual([
      'glossary.yaml:1: [0].see: expected the slug of a failure class or of a term, found "retry-strom"; did you mean "retry-storm"?',
      'incidents/small-2024-01-one.md:3: organization: expected a name from organizations.yaml, found "Smal"; did you mean "Small"?',
      `incidents/small-2024-01-one.md:21: story: ${link}, found [[patern]]; did you mean "pattern"?`,
      'incidents/small-2024-03-three.md:2: titel: unknown key "titel"; did you mean title?',
      'patterns/pattern.md:4: incidents[0].slug: expected an incident, found "small-2024-01-on"; did you mean "small-2024-01-one"?',
      'patterns/pattern.md:7: story: expected [^…] to name a source or a footnote of this document, found "a"',
      'reading/list-1.yaml:5: items[0].incidents: expected an incident, found "nope"',
      'reading/list-1.yaml:5: items[0].classes: expected a failure class, found "retry"',
      'templates/twice.md:7: sections[2].heading: expected a heading of its own, found "Thanks" again',
      'templates/twice.md:8: sections[3].part: expected a part of its own, found "summary" again',
    ]);
  });

  test("takes no incident that is unfit to be published, and says where it is", async () => {
    await put(
      "incidents/small-2024-01-one.md",
      incidentText({
        summary: "",
        factors: "\n  - id: f\n    role: trigger\n    statement: F.\n    standing: reported",
      }),
    );
    expect(await faults()).toEqual([
      "incidents/small-2024-01-one.md:2: summary: expected a summary, found nothing",
      "incidents/small-2024-01-one.md:7: factors[0].source: expected a source for a reported factor, found nothing",
    ]);
    expect((await readContent(folder)).kind).toBe("faulty");
  });

  test("has one name space, in which nothing stands twice", async () => {
    await put("incidents/retry-storm.md", incidentText());
    await put("incidents/other.md", incidentText({ formerly: "[small-2024-02, pattern]" }));
    await put(
      "glossary.yaml",
      "- {slug: stale-state, term: T, means: M.}\n- {slug: back-off, term: T, means: M.}\n",
    );
    expect(await faults()).toEqual(
      [
        'glossary.yaml:1: expected a slug of its own, found "stale-state", which already names a class',
        'incidents/retry-storm.md:1: expected a slug of its own, found "retry-storm", which already names a class',
        'incidents/small-2024-02-two.md:2: expected a slug of its own, found "small-2024-02", which already names a former incident',
        'incidents/other.md:2: expected a slug of its own, found "pattern", which already names a pattern',
      ].toSorted(),
    );
  });

  test("knows organisations by one name each, and parts without circles", async () => {
    await put(
      "organizations.yaml",
      "- {slug: a, name: Small, partOf: b}\n- {slug: b, name: B, aka: [Small], partOf: a}\n" +
        "- {slug: c, name: C, partOf: nowhere}\n- {slug: c, name: D}\n",
    );
    expect(await faults()).toEqual([
      'organizations.yaml:1: [0].partOf: expected another organisation, found a circle back to "a"',
      'organizations.yaml:2: [1].aka: expected a name of its own, found "Small" again',
      'organizations.yaml:2: [1].partOf: expected another organisation, found a circle back to "b"',
      'organizations.yaml:3: [2].partOf: expected the slug of an organisation of this list, found "nowhere"',
      'organizations.yaml:4: [3].slug: expected a name of its own, found "c" again',
    ]);
  });

  test("that lacks a file of names says so, and not that every name is unknown", async () => {
    await rm(join(folder, "taxonomy.yaml"));
    await put("glossary.yaml", "- [\n");
    const found = await faults();
    expect(found).toHaveLength(2);
    expect(found[0]).toContain("glossary.yaml:1: broken YAML");
    expect(found[1]).toBe(
      "taxonomy.yaml:1: expected this file in the folder of content, found nothing",
    );
  });

  test("that is not there is a fault", async () => {
    const checked = await checkContent(join(folder, "nowhere"), { fix: false });
    expect(checked.faults[0]?.message).toBe("expected a folder of content, found nothing");
  });

  test("holds no strange names, links out of it or other bytes", async () => {
    await put("incidents/Upper.md", "---\n---\n");
    await put("incidents/a--b.md", "---\n---\n");
    await put("incidents/a..%2Fup.md", "---\n---\n");
    await put("incidents/note.txt", "");
    await put("incidents/.DS_Store", "");
    await put("incidents/latin.md", new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xe9, 0x0a]));
    await put("taxonmy.yaml", "");
    await put("LICENSE", "");
    await mkdir(join(folder, "incidents", "folder.md"));
    await symlink("/etc/hostname", join(folder, "incidents/outside.md"));
    await symlink(join(folder, "nowhere"), join(folder, "incidents/dangling.md"));
    await symlink("small-2024-01-one.md", join(folder, "incidents/inside.md"));
    await symlink(tmpdir(), join(folder, "templates"));
    const rule =
      "expected a file name of small letters a to z, digits and single hyphens, with the ending .md";
    expect(await faults()).toEqual(
      [
        `incidents/a..%2Fup.md:1: ${rule}`,
        `incidents/Upper.md:1: ${rule}`,
        `incidents/a--b.md:1: ${rule}`,
        "incidents/dangling.md:1: expected a file inside the folder of content, found a link that leads out of it",
        "incidents/folder.md:1: expected a file that can be read",
        "incidents/latin.md:1: expected text in UTF-8, found other bytes",
        `incidents/note.txt:1: ${rule}`,
        "incidents/outside.md:1: expected a file inside the folder of content, found a link that leads out of it",
        'taxonmy.yaml:1: expected a file or folder of content, found "taxonmy.yaml"; did you mean "taxonomy.yaml"?',
        "templates:1: expected a folder inside the folder of content",
      ].toSorted((a, b) => (a < b ? -1 : 1)),
    );
  });
});

describe("the style of documents", () => {
  const tidy = incidentText({ products: "[A, B]" }, "Story.");
  const untidy = tidy
    .replace(
      "title: One\norganization: Small\nproducts: [A, B]\n",
      "organization: [Small]\ntitle: 'One'\n\nproducts:\n  - A\n  - B\n",
    )
    .replace("---\n\nStory.", "---\nStory.");

  test("is checked byte for byte", async () => {
    await put("incidents/small-2024-01-one.md", untidy);
    expect(await faults()).toEqual([
      "incidents/small-2024-01-one.md:2: expected our style from this line on, found another; hindsight check --fix rewrites it",
    ]);
  });

  test("is brought about by --fix, which changes nothing else", async () => {
    await put("incidents/small-2024-01-one.md", untidy);
    const checked = await checkContent(folder, { fix: true });
    expect(checked).toMatchObject({ fixed: ["incidents/small-2024-01-one.md"], faults: [] });
    expect(await readFile(join(folder, "incidents/small-2024-01-one.md"), "utf8")).toBe(tidy);
    expect((await checkContent(folder, { fix: true })).fixed).toEqual([]);
  });
});

describe("hostile content", () => {
  const bomb = Array.from({ length: 20 }, (_, at) => [`k${at}`, "[*a, *a, *a]"] as const);
  // Each is otherwise fit to be published, so that it is not refused for what it lacks.
  const hostile: [string, string][] = [
    ["broken YAML", incidentText({ title: "[" })],
    ["an alias bomb", incidentText({ a: "&a [x]", ...Object.fromEntries(bomb) })],
    ["ten thousand brackets", incidentText({ title: "[".repeat(10_000) })],
    ["ten thousand quotes", incidentText({}, `${">".repeat(10_000)} a\n`)],
    ["a line of five megabytes", incidentText({}, `${"x".repeat(5_000_000)}\n`)],
    ["NUL", incidentText({}, "a\0b\n")],
    ["a bidirectional override", incidentText({ title: "A\u{202e}B" })],
    ["a slug that climbs", incidentText({ related: "\n  - {slug: ../../etc/passwd, why: W}" })],
    [
      "a link to a script",
      incidentText({
        sources:
          "\n  - {id: report, url: 'javascript:alert(1)', title: T, kind: press, seen: full}",
      }),
    ],
  ];

  test.each(hostile)(
    "with %s is refused with its place, and the rest is still judged",
    async (_, source) => {
      await put("incidents/hostile.md", source);
      const read = await readContent(folder);
      if (read.kind === "read") throw new Error("not refused");
      expect(
        read.faults.every(({ file, line }) => file === "incidents/hostile.md" && line >= 1),
      ).toBe(true);
    },
  );

  test("of a real library does not hide in it", { timeout: 30_000 }, async () => {
    await cp(fileURLToPath(new URL("../../content", import.meta.url)), folder, {
      recursive: true,
      force: true,
    });
    await rm(join(folder, "incidents/small-2024-01-one.md"));
    await rm(join(folder, "incidents/small-2024-02-two.md"));
    await rm(join(folder, "patterns/pattern.md"));
    await rm(join(folder, "reading/list-1.yaml"));
    const ofTheLibrary = (source: string) => source.replace("Small", "Akamai");
    await put("incidents/harmless.md", ofTheLibrary(incidentText()));
    for (const [at, [, source]] of hostile.entries())
      await put(`incidents/hostile-${at}.md`, ofTheLibrary(source));
    const found = await checkContent(folder, { fix: false });
    expect([...new Set(found.faults.map(({ file }) => file))]).toEqual(
      hostile.map((_, at) => `incidents/hostile-${at}.md`),
    );
  });
});
