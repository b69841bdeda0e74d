import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

import type { IncidentRecord } from "#knowledge/incident/document";
import { faultsBeforePublishing } from "#knowledge/incident/publishable";
import { Role } from "#knowledge/incident/vocabulary";
import { faultInWords } from "#knowledge/text/fault";

import { checkContent } from "./check";
import type { Content } from "./content";
import { readContent } from "./read-content";

const folder = fileURLToPath(new URL("../../content", import.meta.url));

const Counts = z.record(
  z.string(),
  z.object({ roles: z.record(Role, z.number()), texts: z.string() }).catchall(z.number()),
);

/** What each dossier held when it was converted, counted there and not here. */
const converted = Counts.parse(
  JSON.parse(readFileSync(new URL("./testing/converted-counts.json", import.meta.url), "utf8")),
);

let content: Content;
beforeAll(async () => {
  const read = await readContent(folder);
  if (read.kind === "faulty") throw new Error(read.faults.map(faultInWords).join("\n"));
  content = read.content;
}, 30_000);

const total = <Row>(rows: readonly Row[], of: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0);

function countsOf(record: IncidentRecord) {
  const { impact, timeline, factors, lessons, changes, claims, related, sources } = record;
  const roles = Role.options.map((role) => [
    role,
    factors.filter((factor) => factor.role === role).length,
  ]);
  return {
    impact: impact.length,
    figures: impact.filter(({ figure }) => figure !== undefined).length,
    timeline: timeline.length,
    factors: factors.length,
    roles: Object.fromEntries(roles),
    classPairs: total(factors, ({ classes }) => classes.length),
    lessons: lessons.length,
    changes: changes.length,
    claims: claims.length,
    positions: total(claims, ({ positions }) => positions.length),
    related: related.length,
    sources: sources.length,
    citations: total(
      [...impact, ...timeline, ...factors, ...changes],
      ({ source }) => source.length,
    ),
    texts: hashOf(textsOf(record)),
  };
}

/** Every text that the dossier had, in the order in which the conversion hashed them. */
function textsOf(record: IncidentRecord): (string | undefined)[] {
  return [
    record.title,
    ...record.organization,
    ...record.products,
    ...record.sectors,
    record.severity,
    record.started,
    record.detected,
    record.mitigated,
    record.resolved,
    record.summary,
    record.detection,
    ...record.impact.flatMap(({ what, value, figure, source }) => [what, value, figure, ...source]),
    ...record.timeline.flatMap(({ at, kind, text, source }) => [at, kind, text, ...source]),
    ...record.factors.flatMap(({ role, classes, statement, detail, source, standing }) => {
      return [role, ...classes, statement, detail, ...source, standing];
    }),
    ...record.lessons,
    ...record.changes.flatMap(({ text, source }) => [text, ...source]),
    ...record.claims.flatMap(({ statement, standing, positions }) => [
      statement,
      standing,
      ...positions.flatMap(({ source, stance, at, note }) => [source, stance, at, note]),
    ]),
    ...record.related.flatMap(({ slug, why }) => [slug, why]),
    ...record.sources.flatMap(
      ({ id, url, title, publisher, author, published, kind, seen, via }) => {
        return [id, url, title, publisher, author, published, kind, seen, via];
      },
    ),
  ];
}

function hashOf(texts: readonly (string | undefined)[]): string {
  const lines = texts.filter((text) => text !== undefined).map((text) => `${text}\n`);
  return createHash("sha256").update(lines.join("")).digest("hex");
}

describe("the content that ships", { timeout: 30_000 }, () => {
  test("has no fault and stands in our style", async () => {
    const { faults, files } = await checkContent(folder, { fix: false });
    expect(faults.map(faultInWords)).toEqual([]);
    expect(files).toBeGreaterThan(125);
  });

  test("holds every converted incident, and nothing of it was lost", () => {
    for (const [slug, counts] of Object.entries(converted)) {
      const incident = content.incidents.find((file) => file.slug === slug);
      expect(incident && { slug, ...countsOf(incident.document.record) }).toEqual({
        slug,
        ...counts,
      });
    }
  });

  test("is whole", () => {
    const { incidents, families, organizations, terms, patterns, readingLists, templates } =
      content;
    const records = incidents.map(({ document }) => document.record);
    expect({
      incidents: incidents.length,
      families: families.length,
      classes: total(families, ({ classes }) => classes.length),
      organizations: organizations.length,
      terms: terms.length,
      patterns: patterns.length,
      readings: total(readingLists, ({ items }) => items.length),
      templates: templates.length,
      factors: total(records, ({ factors }) => factors.length),
      events: total(records, ({ timeline }) => timeline.length),
      claims: total(records, ({ claims }) => claims.length),
      citations: total(records, ({ sources }) => sources.length),
    }).toEqual({
      incidents: 101,
      families: 11,
      classes: 86,
      organizations: 71,
      terms: 49,
      patterns: 17,
      readings: 16,
      templates: 6,
      factors: 713,
      events: 883,
      claims: 142,
      citations: 879,
    });
  });

  test("may all be published", () => {
    const faults = content.incidents.flatMap(({ slug, document }) =>
      faultsBeforePublishing(document).map(
        ({ path, message }) => `${slug}: ${path.join(".")}: ${message}`,
      ),
    );
    expect(faults).toEqual([]);
  });

  test("explains each pattern by at least three incidents, each with a reason of its own", () => {
    for (const { slug, incidents, body } of content.patterns) {
      expect([slug, incidents.length >= 3, body.length > 200]).toEqual([slug, true, true]);
      expect(new Set(incidents.map(({ why }) => why)).size).toBe(incidents.length);
    }
  });
});
