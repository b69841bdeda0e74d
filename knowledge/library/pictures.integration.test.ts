import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { execute } from "#knowledge/database/query";
import { visitor } from "#knowledge/people/actor";
import { emptyBin } from "#knowledge/review/bin";
import { makePicture } from "#knowledge/review/pictures/picture-making";
import { pictureBytes } from "#knowledge/review/pictures/picture.store";
import { addPicture, audienceOfPicture } from "#knowledge/review/pictures/pictures";
import { saveDocument } from "#knowledge/review/save";
import { pictureHashes } from "#knowledge/text/pictures";
import { freshDatabase } from "#server/testing/fresh-database";

import { exportContent } from "./export";
import { importContent } from "./import";
import { readContent } from "./read-content";
import { authoredLibrary, whole } from "./testing/authored-library";
import { incidentText } from "./testing/small-content";

let library: Awaited<ReturnType<typeof authoredLibrary>>;

beforeAll(async () => {
  library = await authoredLibrary(await freshDatabase());
});
afterAll(() => library.drop());

/** A picture that no other test has put in. */
let shade = 0;
function someFile(): Promise<Buffer> {
  shade += 5;
  const background = { r: shade, g: 9, b: 7 };
  return sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer();
}

/** Puts a picture into a review; gives the address that its story takes, and its hash. */
async function put(slug: string): Promise<{ address: string; hash: string }> {
  const added = await addPicture(library.ann, slug, await someFile());
  if (added.kind !== "added") throw new Error(added.kind);
  const { address } = added;
  return { address, hash: pictureHashes(address)[0] ?? "" };
}

async function publishedWith(as: string) {
  const slug = await library.begun();
  const picture = await put(slug);
  await library.saved(slug, whole, `![A graph](${picture.address})\n`);
  await library.publishedAs(slug, as);
  return picture;
}

describe("when the bin is emptied", () => {
  test("pictures go that no revision shows any more, once a week has passed", async () => {
    const slug = await library.begun();
    const [shown, dropped] = [await put(slug), await put(slug)];
    await library.saved(slug, whole, `![Kept](${shown.address})\n`);
    await emptyBin();
    expect(await audienceOfPicture(library.ann, dropped.hash)).toBe("some");
    await execute(
      `WITH linked AS (UPDATE "DocumentPicture" SET "addedAt" = now() - interval '8 days')
       UPDATE "Picture" SET "madeAt" = now() - interval '8 days'`,
    );
    await emptyBin();
    expect(await audienceOfPicture(library.ann, dropped.hash)).toBeNull();
    expect(await pictureBytes(dropped.hash)).toBeNull();
    expect(await audienceOfPicture(library.ann, shown.hash)).toBe("some");
    expect(await pictureBytes(shown.hash)).not.toBeNull();
  });

  test("pictures stay that only a text shows which cannot be read yet, also another review's", async () => {
    const [slug, other] = [await library.begun(), await library.begun()];
    const [own, brought] = [await put(slug), await put(other)];
    const { version } = await library.stored(slug);
    const shown = [own, brought].map(({ address }) => `![Kept](${address})`).join("\n");
    const save = { version, document: { record: whole, story: "" } };
    const unfinished = { document: `---\ntitel: A\n---\n${shown}\n` };
    expect((await saveDocument(library.ann, slug, { ...save, unfinished })).kind).toBe("saved");
    await execute(
      `WITH linked AS (UPDATE "DocumentPicture" SET "addedAt" = now() - interval '8 days')
       UPDATE "Picture" SET "madeAt" = now() - interval '8 days'`,
    );
    await emptyBin();
    for (const { hash } of [own, brought]) expect(await pictureBytes(hash)).not.toBeNull();
  });
});

describe("an export", () => {
  let folder = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "exported-pictures-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("has the pictures beside the documents, and imported again changes nothing", async () => {
    const { address, hash } = await publishedWith("taken-along");
    const hidden = await put(await library.begun());
    const { written } = await exportContent(folder);
    expect(written).toContain(`incidents/${address}`);
    expect(written).not.toContain(`incidents/${hidden.address}`);
    const bytes = await readFile(join(folder, "incidents", address));
    expect(bytes.equals((await pictureBytes(hash)) ?? Buffer.alloc(0))).toBe(true);
    expect((await exportContent(folder)).written).toEqual([]);

    const before = await library.stored("taken-along");
    const outcome = await importContent({ folder, say: () => undefined });
    expect(outcome.kind).toBe("applied");
    expect(await library.stored("taken-along")).toEqual(before);
    expect((await importContent({ folder, say: () => undefined })).kind).toBe("same");
  });

  test("brings the pictures back to where they are not", async () => {
    const { address, hash } = await publishedWith("brought-back");
    await exportContent(folder);
    await execute(`DELETE FROM "DocumentPicture" WHERE "hash" = $1`, [hash]);
    await execute(`DELETE FROM "Picture" WHERE "hash" = $1`, [hash]);
    await execute(`DELETE FROM "ContentImport"`);
    await importContent({ folder, say: () => undefined });
    expect(await audienceOfPicture(visitor, hash)).toBe("everybody");
    const bytes = await readFile(join(folder, "incidents", address));
    expect(bytes.equals((await pictureBytes(hash)) ?? Buffer.alloc(0))).toBe(true);
  });
});

describe("a picture in a content folder", () => {
  async function faults(): Promise<string[]> {
    const content = await readContent(library.content.folder);
    return content.kind === "faulty"
      ? content.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`)
      : [];
  }

  const write = (name: string, bytes: string | Uint8Array) =>
    writeFile(join(library.content.folder, name), bytes);

  async function somePicture() {
    const made = await makePicture(await someFile());
    if (made.kind !== "made") throw new Error(made.kind);
    return made.picture;
  }

  test("that is missing, altered or none is a fault with its name", async () => {
    const { hash, bytes } = await somePicture();
    const name = `incidents/files/${hash}.webp`;
    await mkdir(join(library.content.folder, "incidents/files"), { recursive: true });
    const document = incidentText(
      { organization: "Acme" },
      `Look.\n\n![A graph](files/${hash}.webp)\n`,
    );
    await write("incidents/pictured.md", document);
    const line = document.split("\n").findIndex((text) => text.startsWith("![")) + 1;
    expect(await faults()).toEqual([
      `incidents/pictured.md:${line}: expected the picture files/${hash}.webp beside it, found nothing`,
    ]);
    await write(name, bytes.subarray(1));
    expect((await faults())[0]).toMatch(
      /files\/.*:1: expected a picture whose SHA-256 is its name/,
    );
    await write(name, bytes);
    expect(await faults()).toEqual([]);
    await write("incidents/files/readme.txt", "Hello");
    expect((await faults())[0]).toMatch(/^incidents\/files\/readme\.txt:1: expected a file name/);
    await rm(join(library.content.folder, "incidents/files/readme.txt"));
    const { folder } = library.content;
    expect((await importContent({ folder, say: () => undefined })).kind).toBe("applied");
    expect(await audienceOfPicture(visitor, hash)).toBe("everybody");
  });

  test("must hold nothing but a still picture, whatever its name says", async () => {
    const told = await sharp(await someFile())
      .withExif({ IFD0: { Artist: "A. Person" } })
      .webp()
      .toBuffer();
    for (const bytes of [told, await someFile(), Buffer.from("<svg/>")]) {
      const hash = await shaOf(bytes);
      const name = `incidents/files/${hash}.webp`;
      await write(name, bytes);
      await write(
        "incidents/pictured-too.md",
        incidentText({ organization: "Acme" }, `![x](files/${hash}.webp)\n`),
      );
      expect(await faults()).toEqual([
        `${name}:1: expected a still picture as WebP, with no data besides it`,
      ]);
      await rm(join(library.content.folder, name));
    }
  });

  async function shaOf(bytes: Buffer): Promise<string> {
    const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
    return Buffer.from(digest).toString("hex");
  }
});
