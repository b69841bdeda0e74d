import { paths } from "#app/paths";

import { acts, changingHandlers, ofAnybody, onSite, type Handler } from "./acts";
import { begin, written } from "./authored";
import { expect, test } from "./people";
import { cookiesOf, heldBy, pour, type Poured } from "./pouring";
import { auditLog, expectTold, expectWords } from "./refusals";

/** What is forged, broken, repeated or too much is refused in words, changes nothing, and is written down. */

test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

let draft = "";
test.beforeAll(async ({ people }) => {
  draft = await begin(people.owner, written("What bad input is sent to"));
});

/** The address of a handler, for a review and a revision that are there. */
function addressOf({ path }: Handler): string {
  return path
    .replace("[slug]", draft)
    .replace("[number]", "1")
    .replace("[id]", path.includes("accounts") ? "nobody" : "999999");
}

test("what comes from another site, or does not say from where, changes nothing", async ({
  own,
  people,
  playwright,
}) => {
  const { admin } = people;
  const storageState = await admin.asks.storageState();
  const ways: readonly Record<string, string>[] = [
    {},
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { origin: "null", "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
    { origin: own.url.replace("http:", "https:") },
    { origin: `${own.url}.evil.example`, "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "same-origin", referer: `${own.url}/reviews` },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example", host: "evil.example" },
  ];
  const before = await (await admin.asks.get(paths.settings("people"))).text();
  for (const headers of ways) {
    const asks = await playwright.request.newContext({ baseURL: own.url, storageState });
    for (const handler of changingHandlers()) {
      const about = `${handler.method} ${handler.path} ${JSON.stringify(headers)}`;
      const form = { duty: "admin", closed: "true", reading: "members", session: "this" };
      const options = { method: handler.method, headers: { ...headers }, maxRedirects: 0 };
      const answer = await asks.fetch(addressOf(handler), { ...options, form });
      expect(`${about} ${answer.status()}`).toBe(`${about} 403`);
      await expectWords(answer, about);
    }
    await asks.dispose();
  }
  expect(await (await admin.asks.get(paths.settings("people"))).text()).toBe(before);
  const log = await auditLog(admin, "refused", 3);
  expect(
    log.match(/Ada Admin refused why: not from a page of this site what: \w+ \/api\/\S+/g)?.length,
  ).toBeGreaterThan(100);
});

/** Every handler with what it takes, and by whom it may be asked. */
const examples = [
  ...Object.values(acts).map(({ to, body, method = "POST" }) => ({ to, body, method })),
  ...[...Object.values(onSite), ...Object.values(ofAnybody)].map(({ to, body }) => ({
    to: () => to,
    body,
    method: "POST",
  })),
].filter(({ body }) => !Buffer.isBuffer(body));

/** The same value with a NUL in each of its texts, one at a time. */
function withNul(value: unknown): unknown[] {
  if (typeof value === "string") return [`${value}\0`, `\0${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    withNul(one).map((broken) => ({ ...value, [key]: broken })),
  );
}

test("broken encodings are refused at every handler, as JSON and as a form", async ({
  own,
  people,
}) => {
  const asks = people.owner.asks;
  const admin = people.admin.asks;
  for (const { to, body, method } of examples) {
    const path = to(draft);
    const json = JSON.stringify(body);
    // As bytes: a string that is no JSON would be sent as the JSON of a string.
    const bytes: [string, Buffer][] = [
      ["a byte that is no UTF-8", alsoSaying(json, [0xff])],
      ["an overlong slash", alsoSaying(json, [0xc0, 0xaf])],
      ["half a surrogate", alsoSaying(json, [0xed, 0xa0, 0x80])],
      ["UTF-16", Buffer.from(`\ufeff${json}`, "utf16le")],
      ["UTF-16 without a mark", Buffer.from(json, "utf16le")],
      ["half a JSON", Buffer.from(json.slice(0, -2))],
      ...withNul(body).map((broken): [string, Buffer] => [
        "NUL",
        Buffer.from(JSON.stringify(broken)),
      ]),
    ];
    for (const [about, data] of bytes) {
      const headers = { "content-type": "application/json" };
      const answer = await admin.fetch(path, { method, headers, data });
      const sent = `${path}, ${about} ${String(data).slice(0, 80)}`;
      expect(`${sent}: ${answer.status()}`).toBe(`${sent}: 400`);
      await expectWords(answer, sent);
    }
    for (const broken of ["%ff", "%c0%af", "%00", "%ed%a0%80"]) {
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const data = `${formOf(body)}&name=${broken}`;
      const answer = await admin.fetch(path, { method, headers, data });
      expect(`${path} ${broken} ${answer.status()}`).toMatch(/ 303$/);
    }
  }
  for (const path of [
    "/api/reviews/%00",
    "/api/reviews/%ff/bin",
    "/api/notes/%00/answers",
    "/files/%00",
  ]) {
    await expectWords(await asks.post(path, { data: {} }), path);
  }
  expect(own.said()).not.toMatch(/\.ts:\d|Error:/);
  const log = await auditLog(people.admin, "refused", 2);
  expect(log).toMatch(/Ada Admin refused why: cannot be read what: POST \/api\/\S+/);
});

/** An object in JSON, with a text of these bytes besides. */
function alsoSaying(json: string, bytes: readonly number[]): Buffer {
  const before = `${json.slice(0, -1)}${json === "{}" ? "" : ","}"more":"`;
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from('"}')]);
}

function formOf(body: unknown): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body ?? {})) {
    if (typeof value !== "object") form.set(name, String(value));
  }
  return form.toString();
}

test("forged multipart, and other kinds than those that are taken, are refused", async ({
  people,
}) => {
  const { admin } = people;
  const multipart = [
    '--x\r\nContent-Disposition: form-data; name="duty"\r\n\r\nadmin\r\n--x--\r\n',
    '--x\r\nContent-Disposition: form-data; name="file"; filename="../../a.png"\r\nContent-Type: image/png\r\n\r\n',
    "--x".repeat(1_000),
  ];
  const kinds = [
    "multipart/form-data; boundary=x",
    "multipart/mixed",
    "text/plain",
    "application/xml",
    "image/svg+xml",
  ];
  for (const handler of changingHandlers()) {
    for (const [at, kind] of kinds.entries()) {
      const headers = { "content-type": kind };
      const data = multipart[at] ?? multipart[0];
      const { method } = handler;
      const answer = await admin.asks.fetch(addressOf(handler), { method, headers, data });
      expect(`${handler.path} ${kind} ${answer.status()}`).toBe(`${handler.path} ${kind} 415`);
      await expectWords(answer, handler.path);
    }
  }
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const files: [string, Buffer][] = [
    ["HTML", Buffer.from("<script>alert(1)</script>")],
    [
      "a picture with HTML behind it",
      Buffer.concat([png, Buffer.from("<script>alert(1)</script>")]),
    ],
    ["half a picture", png.subarray(0, 40)],
    [
      "a picture that says it is huge",
      Buffer.concat([
        png.subarray(0, 16),
        Buffer.from([0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]),
        png.subarray(24),
      ]),
    ],
    ["nothing", Buffer.alloc(0)],
  ];
  for (const [about, data] of files) {
    for (const kind of ["image/png", "image/webp", "image/jpeg"]) {
      const headers = { "content-type": kind };
      const answer = await admin.asks.post(paths.apiOfReview(draft, "pictures"), { data, headers });
      expect(`${about} ${answer.status()}`).toBe(`${about} 422`);
      await expectWords(answer, about);
    }
  }
  expect(await auditLog(admin, "refused", 2)).toContain("why: of a kind that is not taken");
});

const megabyte = 1_000_000;
const most = 50 * megabyte;

test("50 MB are refused at every handler before they are read, and cost no memory", async ({
  own,
  people,
}) => {
  const cookie = await cookiesOf(people.admin.asks);
  const places = [
    ...changingHandlers().map((handler) => ({ method: handler.method, path: addressOf(handler) })),
    { method: "POST", path: "/api/v1/language" },
    { method: "POST", path: paths.searchByText() },
  ];
  const before = heldBy(own.pid);
  const held = [before];
  const watch = setInterval(() => held.push(heldBy(own.pid)), 100);
  const all: (Poured & { about: string; isFile: boolean })[] = [];
  for (const isTold of [true, false]) {
    const poured = places.map(async ({ method, path }) => {
      const isFile = path.endsWith("/pictures");
      const isPage = path === paths.searchByText();
      const kind = isFile
        ? "image/png"
        : isPage
          ? "application/x-www-form-urlencoded"
          : "application/json";
      const headers = { cookie, origin: own.url, "content-type": kind };
      const begins = Buffer.from(
        isFile ? "\u0089PNG\r\n\u001a\n" : isPage ? "text=" : '{"text":"',
        "latin1",
      );
      const answer = await pour({
        method,
        url: own.url + path,
        headers,
        begins,
        bytes: most,
        isTold,
      });
      return { ...answer, about: `${method} ${path}, ${isTold ? "told" : "not told"}`, isFile };
    });
    all.push(...(await Promise.all(poured)));
  }
  clearInterval(watch);
  const rise = Math.max(...held) - before;
  const furthest = Math.max(...all.map(({ sent }) => sent));
  test.info().annotations.push({
    type: "poured",
    description: `${all.length} requests, at most ${(furthest / megabyte).toFixed(1)} MB sent, ${rise.toFixed(0)} MB more held`,
  });
  for (const { about, status, said, sent, isFile } of all) {
    expect(`${about} ${status} ${said}`).toMatch(/ 413 /);
    expectTold({ status, said }, about);
    // What a handler takes, and what lies in the buffers on the way.
    expect(sent, about).toBeLessThan((isFile ? 24 : 16) * megabyte);
  }
  expect(rise, "megabytes").toBeLessThan(300);
  expect(await auditLog(people.admin, "refused")).toMatch(
    /Ada Admin refused why: too large what: \w+ \/api\/\S+/,
  );
});

test("another person's draft by its address is told of as nothing, and that is written down", async ({
  people,
}) => {
  const { neither, admin } = people;
  for (const page of [paths.review(draft), paths.reviewPreview(draft)]) {
    expect((await neither.asks.get(page)).status()).toBe(404);
  }
  expect((await neither.asks.get(paths.settings("audit"))).status()).toBe(404);
  const log = await auditLog(admin, "refused");
  for (const page of [paths.review(draft), paths.reviewPreview(draft), paths.settings("audit")]) {
    expect(log).toContain(`Nat Neither refused why: not there for them what: GET ${page}`);
  }
});
