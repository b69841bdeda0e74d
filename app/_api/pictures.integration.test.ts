import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { POST as send } from "#app/api/reviews/[slug]/pictures/route";
import { GET as serve } from "#app/files/[name]/route";
import { execute } from "#knowledge/database/query";
import { findIncident } from "#knowledge/incident/incident.store";
import { publish, withdraw } from "#knowledge/library/publishing";
import { freshDatabase } from "#server/testing/fresh-database";
import { whole } from "#knowledge/library/testing/authored-library";
import type { Member } from "#knowledge/people/actor";
import { readingAs } from "#knowledge/people/audience";
import { pictureSizes } from "#knowledge/review/pictures/picture.store";
import { auditLog } from "#knowledge/people/audit.store";
import { makePicture } from "#knowledge/review/pictures/picture-making";
import { z } from "zod";

import { authoredSite } from "./testing/authored-site";
import { posted, read } from "./testing/browser";

let library: Awaited<ReturnType<typeof authoredSite>>;

beforeAll(async () => {
  library = await authoredSite(await freshDatabase());
});
afterAll(() => library.drop());

const cookieOf = (member: Member) => library.cookieOf(member);
const at = (slug: string) => ({ params: Promise.resolve({ slug }) });

/** A picture that no other test has put in. */
let shade = 0;
function someFile(): Promise<Buffer> {
  shade += 5;
  const background = { r: shade % 256, g: Math.trunc(shade / 256), b: 7 };
  return sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer();
}

const post = (slug: string, file: Buffer, by: Member | null, type = "image/png") =>
  send(
    posted(new Uint8Array(file), type, { cookie: by === null ? undefined : cookieOf(by) }),
    at(slug),
  );

const Told = z.object({ address: z.string(), width: z.number(), height: z.number() });

/** Puts a picture into a review; gives the address that its story takes. */
async function put(slug: string, by: Member = library.ann): Promise<string> {
  const answered = await post(slug, await someFile(), by);
  expect(answered.status).toBe(200);
  const { address, width, height } = Told.parse(await answered.json());
  expect(address).toMatch(/^files\/[0-9a-f]{64}\.webp$/);
  expect({ width, height }).toEqual({ width: 60, height: 40 });
  return address;
}

test("the size of a picture is told where its document may be read, and of no other", async () => {
  const slug = await library.begun();
  const hash = /[0-9a-f]{64}/.exec(await put(slug))?.[0] ?? "";
  const { documentId } = await library.stored(slug);
  expect(await pictureSizes([hash], null)).toEqual(new Map());
  expect(await pictureSizes([hash], documentId + 1)).toEqual(new Map());
  expect(await pictureSizes([hash], documentId)).toEqual(
    new Map([[hash, { width: 60, height: 40 }]]),
  );
  await library.saved(slug, { ...whole, visibility: "members" }, `![x](files/${hash}.webp)`);
  await library.publishedAs(slug, "pictured-for-members");
  expect(await pictureSizes([hash], null)).toEqual(new Map());
  expect(await readingAs("members", () => pictureSizes([hash], null))).toHaveProperty("size", 1);
});

async function got(
  address: string,
  by: Member | null = null,
  headers: Record<string, string> = {},
) {
  const request = read(by === null ? undefined : cookieOf(by));
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
  return serve(request, { params: Promise.resolve({ name: address.replace("files/", "") }) });
}

async function publishedWith(as: string, record: object = whole): Promise<string> {
  const slug = await library.begun();
  const address = await put(slug);
  await library.saved(slug, record, `![A graph](${address})\n`);
  expect(await library.publishedAs(slug, as)).toEqual({ kind: "published", slug: as });
  return address;
}

describe("a picture of a draft", () => {
  test("is served as it was made, to its authors and editors alone", async () => {
    const slug = await library.begun();
    const file = await someFile();
    const { address } = Told.parse(await (await post(slug, file, library.ann)).json());
    for (const by of [library.ann, library.ed]) {
      const answered = await got(address, by);
      expect(answered.status).toBe(200);
      const { headers } = answered;
      expect(headers.get("content-type")).toBe("image/webp");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-disposition")).toMatch(/^inline; filename="[0-9a-f]{12}\.webp"$/);
      expect(headers.get("cache-control")).toMatch(/^private, .*immutable/);
      expect(headers.get("vary")).toBe("Cookie");
      const bytes = Buffer.from(await answered.arrayBuffer());
      const made = await makePicture(file);
      expect(made.kind === "made" && bytes.equals(made.picture.bytes)).toBe(true);
    }
    for (const by of [library.bob, library.eve, null]) {
      const answered = await got(address, by);
      expect(answered.status).toBe(404);
      expect(answered.headers.get("cache-control")).toBe("no-store");
    }
    const tag = (await got(address, library.ann)).headers.get("etag") ?? "";
    expect((await got(address, library.ann, { "if-none-match": tag })).status).toBe(304);
    expect((await got(address, library.bob, { "if-none-match": tag })).status).toBe(404);
    for (const name of ["files/a.png", "files/..%2fx", `${address}.webp`, address.toUpperCase()]) {
      expect((await got(name, library.ann)).status).toBe(404);
    }
  });

  test("is not opened to others by writing its address into a text of their own", async () => {
    const slug = await library.begun();
    const address = await put(slug);
    const other = await library.begun(library.bob);
    await library.saved(other, whole, `![Mine now](${address})\n`, library.bob);
    expect((await got(address, library.bob)).status).toBe(404);
    const outcome = await library.publishedAs(other, "not-mine", library.bob);
    expect(outcome).toMatchObject({
      kind: "faulty",
      faults: [expect.stringMatching(/^story: there is no picture files\/.* of this document/)],
    });
  });

  test("goes along where who may see it copies the text", async () => {
    const slug = await library.begun();
    const address = await put(slug);
    const copy = await library.begun(library.ed);
    await library.saved(copy, whole, `![Copied](${address})\n`, library.ed);
    const revision = await library.asked(copy, library.ed);
    await execute(`DELETE FROM "DocumentPicture" dp USING "Document" d
      WHERE d."id" = dp."documentId" AND d."slug" = '${slug}'`);
    expect((await got(address, library.ed)).status).toBe(200);
    await library.approved(copy, revision, library.eda);
    const as = "copied-along";
    const outcome = await publish(library.ed, copy, { revision, as }, library.renderer);
    expect(outcome).toEqual({ kind: "published", slug: as });
  });
});

describe("a picture of what is published", () => {
  test("is everybody's from the publication that shows it, until it is taken from readers", async () => {
    const address = await publishedWith("with-picture");
    const answered = await got(address);
    expect(answered.status).toBe(200);
    expect(answered.headers.get("cache-control")).toMatch(/^public, .*immutable/);
    expect((await findIncident("with-picture"))?.storyHtml).toContain(
      `<img src="/${address}" alt="A graph" loading="lazy">`,
    );
    const newer = await put("with-picture");
    await library.saved("with-picture", whole, `![Newer](${newer})\n`);
    expect((await got(newer)).status).toBe(404);
    expect((await got(newer, library.eve)).status).toBe(404);
    expect(await library.publishedAs("with-picture", null)).toMatchObject({ kind: "published" });
    expect((await got(newer)).status).toBe(200);
    expect((await got(address)).status).toBe(404);
    expect((await got(address, library.ann)).status).toBe(200);
    await withdraw(library.ed, "with-picture", "unpublish");
    expect((await got(newer)).status).toBe(404);
    expect((await got(newer, library.ed)).status).toBe(200);
  });

  test("is members' where its document is, and nobody else's where the site is", async () => {
    const hidden = await publishedWith("members-picture", { ...whole, visibility: "members" });
    expect((await got(hidden)).status).toBe(404);
    const shown = await got(hidden, library.eve);
    expect(shown.headers.get("cache-control")).toMatch(/^private/);
    const open = await publishedWith("open-picture");
    await execute(`UPDATE "Site" SET "membersOnly" = true`);
    try {
      expect((await got(open)).status).toBe(404);
      expect((await got(open, library.eve)).headers.get("cache-control")).toMatch(/^private/);
    } finally {
      await execute(`UPDATE "Site" SET "membersOnly" = false`);
    }
  });
});

describe("putting a picture in", () => {
  test("is for who may edit the document, from a page of this site", async () => {
    const slug = await library.begun();
    const file = await someFile();
    for (const [by, status] of [
      [null, 401],
      [library.eve, 404],
      [library.bob, 404],
    ] as const) {
      expect((await post(slug, file, by)).status).toBe(status);
    }
    const foreign = posted(new Uint8Array(file), "image/png", {
      cookie: cookieOf(library.ann),
      headers: { origin: "https://elsewhere.example" },
    });
    expect((await send(foreign, at(slug))).status).toBe(403);
    expect((await auditLog(1, "refused"))[0]?.note).toMatchObject({
      why: "not from a page of this site",
    });
    expect((await post("no-such-review", file, library.ann)).status).toBe(404);
  });

  test("refuses in words what is no picture, too large, or said to be something else", async () => {
    const slug = await library.begun();
    const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>");
    const file = await someFile();
    for (const [sent, type, status, why] of [
      [svg, "image/svg+xml", 415, /Only PNG, JPEG and WebP/],
      [svg, "image/png", 422, /Only PNG, JPEG and WebP/],
      [file, "text/html", 415, /Only PNG/],
      [file.subarray(0, -20), "image/png", 422, /ends before the picture does/],
      [Buffer.concat([file, svg]), "image/png", 422, /something else/],
      [Buffer.alloc(8_000_001), "image/png", 413, /larger than 8 MB/],
    ] as const) {
      const answered = await post(slug, sent, library.ann, type);
      expect(answered.status).toBe(status);
      expect(await answered.json()).toMatchObject({ detail: expect.stringMatching(why) });
    }
    // What is called by another of the three names is what its bytes say.
    expect((await post(slug, file, library.ann, "image/jpeg")).status).toBe(200);
  });

  test("stops reading a stream that does not say how long it is", async () => {
    const slug = await library.begun();
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const request = posted(endless, "image/png", { cookie: cookieOf(library.ann) });
    expect((await send(request, at(slug))).status).toBe(413);
    expect(pulled).toBeLessThan(12);
  });

  test("waits with a few others for its turn, and is sent away in words where many wait", async () => {
    const slug = await library.begun();
    const files = await Promise.all(Array.from({ length: 40 }, () => someFile()));
    const answers = await Promise.all(files.map((file) => post(slug, file, library.ann)));
    const taken = answers.filter(({ status }) => status === 200).length;
    const [busy] = answers.filter(({ status }) => status === 503);
    expect(taken).toBeGreaterThanOrEqual(17);
    expect(taken).toBeLessThan(40);
    expect(await busy?.json()).toMatchObject({ detail: expect.stringContaining("Try again") });
    expect((await post(slug, files[0] ?? Buffer.of(), library.ann)).status).toBe(200);
  });

  test("ends at 200 MB of an account's own", async () => {
    const slug = await library.begun(library.bob);
    const file = await someFile();
    expect((await post(slug, file, library.bob)).status).toBe(200);
    await execute(`ALTER TABLE "Picture" DROP CONSTRAINT "Picture_is_known_by_its_bytes"`);
    await execute(`UPDATE "Picture" SET "size" = 200000000 WHERE "madeById" = $1`, [
      library.bob.id,
    ]);
    const over = await post(slug, await someFile(), library.bob);
    expect(over.status).toBe(409);
    expect(await over.json()).toMatchObject({ detail: expect.stringContaining("200 MB") });
    // What is kept already takes no more room.
    expect((await post(slug, file, library.bob)).status).toBe(200);
    expect((await post(slug, await someFile(), library.ed)).status).toBe(200);
    await execute(`UPDATE "Picture" SET "size" = octet_length("bytes")`);
  });

  test("of one picture twice, at once and in two documents, keeps it once", async () => {
    const [first, second] = [await library.begun(), await library.begun()];
    const file = await someFile();
    const answers = await Promise.all([
      post(first, file, library.ann),
      post(first, file, library.ann),
      post(second, file, library.ed),
    ]);
    const told = await Promise.all(
      answers.map(async (one) => Told.parse(await one.json()).address),
    );
    expect(new Set(told).size).toBe(1);
  });
});
