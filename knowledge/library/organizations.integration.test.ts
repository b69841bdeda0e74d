import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { findOrganization, findOrganizations } from "#knowledge/incident/directory.store";
import { organizationSlug } from "#knowledge/incident/name-slug";
import { organizationNames } from "#knowledge/incident/organization.store";
import { auditLog } from "#knowledge/people/audit.store";
import { readingAs } from "#knowledge/people/audience";
import { namesLike } from "#knowledge/search/search-name.store";
import { askForApproval, assess } from "#knowledge/review/approval";
import { freshDatabase } from "#server/testing/fresh-database";

import { exportContent } from "./export";
import { importContent } from "./import";
import { publish, withdraw } from "./publishing";
import { rebuildProjection } from "./rebuild";
import { authoredLibrary, whole } from "./testing/authored-library";

let library: Awaited<ReturnType<typeof authoredLibrary>>;

beforeAll(async () => {
  library = await authoredLibrary(await freshDatabase());
});
afterAll(() => library.drop());

const oversea = organizationSlug("Übersee & Söhne");
const silent = () => undefined;

async function asked(organization: readonly string[], visibility = "public") {
  const slug = await library.begun();
  const version = await library.saved(slug, { ...whole, organization, visibility });
  return { slug, asked: await askForApproval(library.ann, slug, version) };
}

async function published(as: string, organization: readonly string[], visibility?: string) {
  const { slug, asked: wanted } = await asked(organization, visibility);
  if (wanted.kind !== "asked") throw new Error(JSON.stringify(wanted));
  const { revision } = wanted;
  await assess(library.ed, slug, { revision, assessment: "approved", note: null });
  const outcome = await publish(library.ed, slug, { revision, as }, library.renderer);
  expect(outcome).toEqual({ kind: "published", slug: as });
}

const known = async () => (await organizationNames()).map(({ slug, name }) => `${slug} ${name}`);
const bringIn = () => importContent({ folder: library.content.folder, say: silent });

describe("an organisation that no incident has named", () => {
  test("comes with the publication that names it, and is read, searched and logged", async () => {
    await published("till-stops", ["Acme Retail", "Übersee & Söhne"]);
    expect(await known()).toEqual([
      "acme Acme",
      "acme-retail Acme Retail",
      `${oversea} Übersee & Söhne`,
    ]);
    expect((await findOrganizations()).map(({ slug }) => slug)).toContain(oversea);
    expect((await auditLog(1, "published"))[0]).toMatchObject({
      thing: "incident:till-stops",
      note: { organizations: "“Acme Retail”, “Übersee & Söhne”" },
    });
    await published("till-stops-again", ["Acme Retail"]);
    expect(await known()).toHaveLength(3);
    expect((await auditLog(1, "published"))[0]?.note).not.toHaveProperty("organizations");
  });

  test("is none where another spelling of it is known", async () => {
    const refused = await asked(["ACME retail"]);
    expect(refused.asked).toMatchObject({
      faults: ["“ACME retail” is called Acme Retail here."],
    });
  });

  test("has an address of its own, whatever it is called", async () => {
    await published("elsewhere", ["株式会社", "Acme-Retail"]);
    expect(await known()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^organization-[0-9a-f]{8} 株式会社$/),
        expect.stringMatching(/^acme-retail-[0-9a-f]{8} Acme-Retail$/),
      ]),
    );
    await withdraw(library.ed, "elsewhere", "unpublish");
    expect(await known()).toHaveLength(3);
  });

  test("of members' documents alone is known to no visitor, not even by another's address", async () => {
    await published("hidden", ["Hidden Holdings"], "members");
    await published("shown", ["Hidden-Holdings"]);
    const slugs = (await findOrganizations()).map(({ slug }) => slug);
    expect(slugs).toContain(organizationSlug("Hidden-Holdings"));
    expect(slugs).not.toContain("hidden-holdings");
    expect(await findOrganization("hidden-holdings")).toBeNull();
    expect((await namesLike("hidden")).map(({ name }) => name)).toEqual(["Hidden-Holdings"]);
    const seen = await readingAs("members", () => findOrganization("hidden-holdings"));
    expect(seen?.name).toBe("Hidden Holdings");
    for (const slug of ["hidden", "shown"]) await withdraw(library.ed, slug, "unpublish");
  });

  test("keeps its address to itself while it is away", async () => {
    await published("zeta", ["Zeta"]);
    await withdraw(library.ed, "zeta", "unpublish");
    await published("other-zeta", ["Zeta!"]);
    expect(await known()).not.toContain("zeta Zeta!");
    await published("zeta-again", ["Zeta"]);
    expect(await known()).toContain("zeta Zeta");
    for (const slug of ["other-zeta", "zeta-again"]) await withdraw(library.ed, slug, "unpublish");
  });

  test("that a file brings meanwhile under another spelling is asked for by the file's name", async () => {
    const { slug, asked: wanted } = await asked(["gamma works"]);
    if (wanted.kind !== "asked") throw new Error(wanted.kind);
    const { revision } = wanted;
    await assess(library.ed, slug, { revision, assessment: "approved", note: null });
    const file = join(library.content.folder, "organizations.yaml");
    const before = await readFile(file, "utf8");
    await writeFile(file, `${before}- slug: gamma\n  name: Gamma Works\n`);
    expect((await bringIn()).kind).toBe("applied");
    const outcome = await publish(library.ed, slug, { revision, as: "gamma" }, library.renderer);
    expect(outcome).toEqual({
      kind: "faulty",
      faults: ["“gamma works” is called Gamma Works here."],
    });
    await writeFile(file, before);
    await bringIn();
  });

  test("stays when files change, and when the projection is made again", async () => {
    const before = await known();
    await library.content.taxonomy([{ slug: "dns-failure", name: "DNS failures" }]);
    expect((await bringIn()).kind).toBe("applied");
    await rebuildProjection(silent);
    expect(await known()).toEqual(before);
    expect((await findOrganization("acme-retail"))?.name).toBe("Acme Retail");
  });

  test.each([
    ["another name of another one", "- slug: retail\n  name: Retail\n  aka: [Acme Retail]\n"],
    ["another spelling", "- slug: retail\n  name: ACME retail\n"],
    ["its address for another one", "- slug: acme-retail\n  name: Retail\n"],
  ])("may not be given %s by a file while an incident names it", async (_, lines) => {
    const file = join(library.content.folder, "organizations.yaml");
    const before = await readFile(file, "utf8");
    await writeFile(file, before + lines);
    const outcome = await bringIn();
    expect(outcome.kind === "faulty" && outcome.faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('It names the organisation "Acme Retail"'),
      expect.stringContaining('It names the organisation "Acme Retail"'),
    ]);
    await writeFile(file, before);
  });

  test("goes with the last incident that names it, and comes back with it", async () => {
    await withdraw(library.ed, "till-stops", "archive");
    expect(await known()).toEqual(["acme Acme", "acme-retail Acme Retail"]);
    const { latest } = await library.stored("till-stops");
    const again = { revision: latest.number, as: null };
    expect(await publish(library.ed, "till-stops", again, library.renderer)).toMatchObject({
      kind: "published",
    });
    expect(await known()).toContain(`${oversea} Übersee & Söhne`);
  });

  test("is in what is exported, whose import makes it one of the file's", async () => {
    const folder = await mkdtemp(join(tmpdir(), "export-"));
    await exportContent(folder);
    const file = await readFile(join(folder, "organizations.yaml"), "utf8");
    expect(file).toBe(
      "- slug: acme\n  name: Acme\n- slug: acme-retail\n  name: Acme Retail\n" +
        `- slug: ${oversea}\n  name: Übersee & Söhne\n`,
    );
    expect((await importContent({ folder, say: silent })).kind).toBe("applied");
    expect((await exportContent(folder)).written).toEqual([]);
    await withdraw(library.ed, "till-stops", "archive");
    expect(await known()).toContain(`${oversea} Übersee & Söhne`);
    await rm(folder, { recursive: true });
  });
});
