import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { closeDatabase } from "#knowledge/database/client";
import { inTransaction, storeAccount } from "#knowledge/people/account.store";
import type { Member } from "#knowledge/people/actor";
import type { Duty } from "#knowledge/people/duty";
import { askForApproval, assess } from "#knowledge/review/approval";
import { beginReview } from "#knowledge/review/begin";
import { findStoredReview } from "#knowledge/review/review.store";
import { saveDocument } from "#knowledge/review/save";
import { findIncidents } from "#knowledge/search/find";
import { emptyQuery } from "#knowledge/search/query";
import { createRenderer, type Renderer } from "#knowledge/text/renderer";

import { importContent } from "../import";
import { publish } from "../publishing";
import { smallContent } from "./small-content";

/** A record that readers lack nothing of. */
export const whole = {
  title: "Cache flush slows the checkout",
  organization: ["Acme"],
  severity: "minor",
  started: "2026-11-14T09:00Z",
  summary: "A flush reached every region at once.",
  factors: [
    {
      id: "flush",
      role: "trigger",
      classes: ["dns-failure"],
      statement: "The flush was global.",
      standing: "inferred",
    },
  ],
  sources: [{ id: "log", title: "Cache log", kind: "log", seen: "full" }],
};

const template = `---
title: Short
for: Tests.
sections:
  - heading: Summary
    part: summary
  - heading: What happened
---
`;

/** A database of the test's own, with which it ends. */
interface OwnDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A small library with a template and five members, and the usual steps of a review in it. */
export async function authoredLibrary(fresh: OwnDatabase) {
  process.env.DATABASE_URL = fresh.url;
  const content = await smallContent();
  await mkdir(join(content.folder, "templates"));
  await writeFile(join(content.folder, "templates/short.md"), template);
  await content.incident("old-one");
  await importContent({ folder: content.folder, say: () => undefined });
  const renderer = createRenderer();
  const ann = await member("Ann", "author");
  const ed = await member("Ed", "editor");
  return {
    content,
    renderer,
    ann,
    ed,
    bob: await member("Bob", "author"),
    eve: await member("Eve", "reader"),
    eda: await member("Eda", "admin"),
    stored,
    ...stepsOf(ann, ed, renderer),
    /** The slugs that search finds. */
    found: async () => (await findIncidents(emptyQuery)).results.map(({ slug }) => slug).toSorted(),
    async drop() {
      await renderer.close();
      await closeDatabase();
      await fresh.drop();
      await content.drop();
    },
  };
}

async function stored(slug: string) {
  const review = await findStoredReview(slug);
  if (!review) throw new Error(`no ${slug}`);
  return review;
}

function stepsOf(ann: Member, ed: Member, renderer: Renderer) {
  async function begun(by: Member = ann): Promise<string> {
    const begin = await beginReview(by, "short");
    if (begin.kind !== "begun") throw new Error(begin.kind);
    return begin.slug;
  }

  /** Saves on what stands; gives the new version. */
  async function saved(slug: string, record: object, story = "", by: Member = ann) {
    const { version } = await stored(slug);
    const document = { record, story };
    const outcome = await saveDocument(by, slug, { version, document, unfinished: {} });
    if (outcome.kind !== "saved") throw new Error(JSON.stringify(outcome));
    return outcome.version;
  }

  /** A draft that is whole, and waits for approval. */
  async function waiting(title = whole.title): Promise<{ slug: string; revision: number }> {
    const slug = await begun();
    await saved(slug, { ...whole, title }, "## What happened\n\nIt was slow.\n");
    return { slug, revision: await asked(slug) };
  }

  /** Asks for approval of what stands; gives its revision. */
  async function asked(slug: string, by: Member = ann): Promise<number> {
    const outcome = await askForApproval(by, slug, (await stored(slug)).version);
    if (outcome.kind !== "asked") throw new Error(JSON.stringify(outcome));
    return outcome.revision;
  }

  async function approved(slug: string, revision: number, by: Member = ed): Promise<void> {
    const outcome = await assess(by, slug, { revision, assessment: "approved", note: null });
    if (outcome.kind !== "assessed") throw new Error(JSON.stringify(outcome));
  }

  /** Has what stands approved, and tries to publish it; `as` is null where it has its slug. */
  async function publishedAs(slug: string, as: string | null, by: Member = ann) {
    const revision = await asked(slug, by);
    await approved(slug, revision);
    return publish(ed, slug, { revision, as }, renderer);
  }

  async function published(as: string, title = whole.title): Promise<string> {
    const { slug, revision } = await waiting(title);
    await approved(slug, revision);
    const outcome = await publish(ed, slug, { revision, as }, renderer);
    if (outcome.kind !== "published") throw new Error(JSON.stringify(outcome));
    return outcome.slug;
  }

  return { begun, saved, asked, approved, waiting, published, publishedAs };
}

async function member(name: string, duty: Duty): Promise<Member> {
  const account = { name, email: `${name}@example.org`, duty, passwordKept: "none" };
  const id = await inTransaction((connection) => storeAccount(account, connection));
  return { kind: "member", id, name, duty, sessionId: "s" };
}
