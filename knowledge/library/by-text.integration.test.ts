import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

import { closeDatabase } from "#knowledge/database/client";
import { rows } from "#knowledge/database/query";
import { IncidentRecord } from "#knowledge/incident/document";
import { pastedLimit, remindedBy } from "#knowledge/search/by-text";
import { DocumentSet } from "#knowledge/search/document-set";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";

import { importContent } from "./import";

let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.url;
  await importContent({ folder: "content", say: () => undefined });
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
});

const alert = `ALERT edge-eu-3: 5xx in all regions since 14:05Z. Config push of 14:02 went out everywhere
at once, proxies panic on unwrap. Cannot roll back: the deploy tool depends on the proxy.`;

describe("a pasted text", () => {
  test("names classes with the words that suggested them, and incidents with what they share", async () => {
    const { classes, incidents } = await remindedBy(alert);
    expect(classes.map(({ slug }) => slug)).toContain("config-bypasses-release-path");
    expect(incidents[0]?.slug).toBe("cloudflare-2025-11-bot-management");
    const typed = new Set(alert.toLowerCase().match(/[a-z0-9]+(?:[-_.][a-z0-9]+)*/g));
    for (const { words } of [...classes, ...incidents]) {
      expect(words.filter((word) => !typed.has(word))).toEqual([]);
    }
    expect(classes[0]?.words.length).toBeGreaterThan(0);
  });

  test("reminds of the same whenever it is asked", async () => {
    expect(await remindedBy(alert)).toEqual(await remindedBy(alert));
  });

  test("of an incident that is left out names classes of it sooner than the commonest would be", async () => {
    const all = await rows(
      z.object({ documentId: z.number(), record: IncidentRecord }),
      `SELECT "documentId", "record" FROM "Incident" ORDER BY 1`,
    );
    let [named, right, first] = [0, 0, 0];
    for (const { documentId, record } of all) {
      const told = [record.summary, record.detection, ...record.timeline.map(({ text }) => text)];
      const { classes } = await remindedBy(told.join("\n"), DocumentSet.of([documentId]));
      const own = new Set(record.factors.flatMap((factor) => factor.classes));
      named += classes.length;
      right += classes.filter(({ slug }) => own.has(slug)).length;
      if (own.has(classes[0]?.slug ?? "")) first++;
    }
    // Naming the six commonest classes each time has a third right, and the commonest first 42 times.
    expect(right / named).toBeGreaterThan(0.38);
    expect(first).toBeGreaterThanOrEqual(56);
  });

  test("of no words, or of none that anybody wrote here, reminds of nothing", async () => {
    for (const text of ["", " \n", "the of and", "zzzzqqq xxyyxx", "😀 ؟ ()&|!", "\u0000"]) {
      expect(await remindedBy(text)).toEqual({ classes: [], incidents: [] });
    }
  });

  test("is read with the parts of names that occur nowhere as they are", async () => {
    const { incidents } = await remindedBy(
      "firing: ServiceDiscoveryDown, consul-agent lost quorum at consul.service.internal",
    );
    const consul = incidents.find(({ slug }) => slug === "roblox-2021-10-consul");
    expect(consul?.words).toEqual(expect.arrayContaining(["consul", "discovery"]));
  });

  test("is not nearer to anything by little words of another language", async () => {
    const german =
      "Die Umstellung des Zertifikats ist nicht mit dem Dienst von der Bank auf die Probe";
    const { incidents } = await remindedBy(`${german}: certificate expired`);
    expect(incidents.length).toBeGreaterThan(3);
    for (const { words } of incidents) expect(words).not.toContain("die");
  });

  test("is looked at up to its limit", async () => {
    const padding = "lorem ".repeat(pastedLimit / 6 + 1);
    expect(await remindedBy(`${alert} ${padding} certificate expired`)).toEqual(
      await remindedBy(`${alert} ${padding}`),
    );
  });
});
