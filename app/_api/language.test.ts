import { setImmediate as nextRound } from "node:timers/promises";

import { describe, expect, test, vi } from "vitest";
import { z } from "zod";

import { GET, OPTIONS, POST } from "#app/api/v1/language/route";
import { checkLanguage } from "#knowledge/language/check-language";
import { languageSections } from "#knowledge/language/section";

import { openApi } from "./openapi";
import { clientHeader } from "./own-origin";

const address = "https://incidents.example/api/v1/language";
const json = { "content-type": "application/json" };

function sent(body: BodyInit, headers: HeadersInit = json): Promise<Response> {
  return POST(new Request(address, { method: "POST", headers, body }));
}

function asked(question: object, client = "somebody"): Promise<Response> {
  return sent(JSON.stringify(question), { ...json, [clientHeader]: client });
}

/** A validator for a shape, made from the published description alone. */
function shape(name: string): z.ZodType {
  const { schemas } = openApi().components;
  const described = z
    .record(z.string(), z.looseObject({}))
    .parse(JSON.parse(JSON.stringify(schemas)));
  return z.fromJSONSchema(described[name] ?? false);
}

describe("POST /api/v1/language", () => {
  test("answers what it finds, with offsets in UTF-16", async () => {
    const text = "🔥 The operator forgot the valve.";
    const answer = await asked({ text });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.has("etag")).toBe(false);
    const found: unknown = await answer.json();
    expect(found).toEqual({ findings: checkLanguage(text, "story") });
    expect(found).toMatchObject({
      findings: [{ start: 16, end: 22, text: "forgot", rule: "forgot", level: "strong" }],
    });
    expect(shape("Language").safeParse(found).error).toBeUndefined();
  });

  test("judges by the section, a story where none is named", async () => {
    const text = "The team could have stopped.";
    const counts: Record<string, number> = {};
    for (const section of [undefined, ...languageSections]) {
      const answer = await asked({ text, section });
      const { findings } = z.object({ findings: z.array(z.unknown()) }).parse(await answer.json());
      counts[section ?? "none"] = findings.length;
    }
    expect(counts).toEqual({
      none: 1,
      story: 1,
      timeline: 1,
      factors: 1,
      actions: 0,
      lessons: 0,
      "near-miss": 0,
      quote: 0,
      owner: 0,
    });
  });

  test("takes a text of 100 kB, and none that is longer", async () => {
    expect((await asked({ text: "a".repeat(100_000) })).status).toBe(200);
    expect((await asked({ text: "a".repeat(100_001) })).status).toBe(413);
    expect((await asked({ text: "é".repeat(50_001) })).status).toBe(413);
    const escaped = `{"text": "${"\\u00e9".repeat(50_000)}"}`;
    expect((await sent(escaped)).status).toBe(200);
  });

  test("lets others be answered while a long text is judged", async () => {
    const order: string[] = [];
    const long = asked({ text: "if only ".repeat(12_500) }).then(() => order.push("long"));
    // By now the text is read; judged where requests are served, it would be answered first.
    await nextRound();
    expect(OPTIONS().status).toBe(204);
    order.push("other");
    await long;
    expect(order).toEqual(["other", "long"]);
  });

  test("says so where too many texts wait, and judges those that it took", async () => {
    const text = "The operator forgot the valve. ".repeat(3_000);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) => asked({ text }, `client ${at}`)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toEqual([...Array(21).fill(200), ...Array(9).fill(503)]);
    const last = answers.at(-1);
    expect(last?.headers.get("retry-after")).toBe("2");
    expect(last?.headers.get("content-type")).toBe("application/problem+json");
    expect(await last?.json()).toMatchObject({ detail: expect.stringContaining("Many texts") });
  });

  test("judges hundreds of sentences that come at once", async () => {
    const text = "The operator forgot the valve.";
    const answers = await Promise.all(Array.from({ length: 600 }, () => asked({ text }, "tests")));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  test("has one client wait who sends very much, and no other", async () => {
    const text = "a".repeat(100_000);
    vi.useFakeTimers({ toFake: ["performance"] });
    for (let times = 0; times < 9; times += 1) {
      expect((await asked({ text }, "eager")).status).toBe(200);
    }
    const refused = await asked({ text }, "eager");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    expect(await refused.json()).toMatchObject({
      detail: expect.stringContaining("Wait 1 second."),
    });
    expect((await asked({ text }, "other")).status).toBe(200);
    vi.advanceTimersByTime(1_000);
    expect((await asked({ text }, "eager")).status).toBe(200);
    vi.useRealTimers();
  });

  test("stops reading a body that does not end", async () => {
    let read = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 1;
        controller.enqueue(new Uint8Array(10_000).fill(97));
      },
    });
    const init: RequestInit & { duplex: "half" } = {
      method: "POST",
      headers: json,
      body: endless,
      duplex: "half",
    };
    expect((await POST(new Request(address, init))).status).toBe(413);
    expect(read).toBeLessThan(40);
  });

  test.each([
    ["no JSON", "{text", 400, "no JSON"],
    ["nothing", "", 400, "no JSON"],
    ["bytes that are no UTF-8", new Uint8Array([0x22, 0xff, 0x22]), 400, "no JSON"],
    ["no object", "[1]", 422, "object"],
    ["null", "null", 422, "object"],
    ["no text", '{"section": "story"}', 422, "`text`"],
    ["a text that is no string", '{"text": 5}', 422, "`text`"],
    [
      "no section of ours",
      '{"text": "a", "section": "summary"}',
      422,
      "story, timeline, factors, actions, lessons, near-miss, quote, owner",
    ],
    ["a section that is no string", '{"text": "a", "section": ["story"]}', 422, "near-miss"],
  ])("says in words what is wrong with %s", async (_, body, status, words) => {
    const answer = await sent(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const told: unknown = await answer.json();
    expect(shape("Problem").safeParse(told).error).toBeUndefined();
    expect(told).toMatchObject({ status, detail: expect.stringContaining(words) });
  });

  test("tells a log nothing of what was sent", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    for (const body of ["{a secret", '{"text": 5, "secret": 1}', '{"text": "a secret"}']) {
      await sent(body);
    }
    expect(logged).not.toHaveBeenCalled();
    logged.mockRestore();
  });

  test("asks for JSON by its name", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", ""]) {
      expect((await sent('{"text": "a"}', { "content-type": type })).status).toBe(415);
    }
    const charset = { "content-type": "Application/JSON; charset=utf-8" };
    expect((await sent('{"text": "a"}', charset)).status).toBe(200);
  });

  test("may be asked from any page, with or without its origin", async () => {
    const origin = { ...json, origin: "https://elsewhere.example" };
    const answer = await sent('{"text": "a"}', origin);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(OPTIONS().headers.get("access-control-allow-methods")).toBe("POST");
    expect(OPTIONS().headers.get("access-control-allow-headers")).toBe("Content-Type");
  });

  test("can only be asked", () => {
    expect([GET().status, GET().headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  });

  test("takes what its description says", () => {
    const question = shape("LanguageQuestion");
    expect(question.safeParse({ text: "a" }).success).toBe(true);
    expect(question.safeParse({ text: "a", section: "near-miss" }).success).toBe(true);
    expect(question.safeParse({ text: "a", section: "summary" }).success).toBe(false);
    expect(question.safeParse({ section: "story" }).success).toBe(false);
  });
});
