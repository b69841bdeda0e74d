import sharp from "sharp";
import * as z from "zod";

import { paths } from "#app/paths";

import { done, expect, valueOf, type Person } from "./people";

/** What is written down of an incident, as the interface takes it. */
export interface Written {
  readonly record: Readonly<Record<string, unknown>>;
  readonly story: string;
}

/** A document that can be published, with these words in it. */
export function written(
  title: string,
  record: object = {},
  story = "## Told\n\nAs it was.\n",
): Written {
  return {
    record: {
      title,
      organization: ["Cloudflare"],
      severity: "minor",
      started: "2026-03-01T04:09Z",
      summary: `${title}: what happened.`,
      factors: [
        {
          id: "a-factor",
          role: "trigger",
          classes: ["unhandled-input"],
          mitigations: [],
          statement: "Something was sent that nobody had thought of.",
          source: ["report"],
          standing: "confirmed",
        },
      ],
      sources: [
        {
          id: "report",
          url: "https://example.org/report",
          title: "Report",
          kind: "analysis",
          seen: "full",
        },
      ],
      ...record,
    },
    story,
  };
}

const Begun = z.object({ slug: z.string() });
const Saved = z.object({ version: z.number(), revision: z.number() });
const Asked = z.object({ revision: z.number() });
const Added = z.object({ address: z.string() });

/** Begins a review, with what is written or with an empty page; gives its slug. */
export async function begin(
  author: Person,
  document: Written | null,
  template = "short-review",
): Promise<string> {
  const body = { template, ...(document && { document }) };
  return Begun.parse(await done(author, paths.apiReviews(), body)).slug;
}

/** Saves on a version; gives the new one, and the revision that holds it. */
export async function save(
  author: Person,
  slug: string,
  { version, document }: { version: number; document: Written },
): Promise<z.infer<typeof Saved>> {
  const answer = await author.asks.put(paths.apiReview(slug), { data: { version, document } });
  return Saved.parse(await valueOf(answer));
}

/** Asks for approval of a version; gives the revision that waits. */
export async function ask(author: Person, slug: string, version: number): Promise<number> {
  const asked = await done(author, paths.apiOfReview(slug, "approval-requests"), { version });
  return Asked.parse(asked).revision;
}

/** Has what waits approved and published, at its first time under a new slug; gives the slug. */
export async function publish(
  editor: Person,
  slug: string,
  { revision, as = "" }: { revision: number; as?: string },
): Promise<string> {
  const assessment = { revision, assessment: "approved", note: "" };
  await done(editor, paths.apiOfReview(slug, "assessments"), assessment);
  const shown = await done(editor, paths.apiOfReview(slug, "publications"), { revision, as });
  return Begun.parse(shown).slug;
}

/** Begins, has it approved, and publishes it. */
export async function published(
  { author, editor }: { author: Person; editor: Person },
  document: Written,
  as: string,
): Promise<string> {
  const slug = await begin(author, document);
  return publish(editor, slug, { revision: await ask(author, slug, 1), as });
}

// Every picture is another one, also when several files share a server.
let shade = 0;

/** Puts a picture into a review that nobody has put in before; gives the address for its story. */
export async function addPicture(author: Person, slug: string): Promise<string> {
  shade += 1;
  const background = { r: shade % 256, g: Math.trunc(shade / 256), b: Date.now() % 256 };
  const data = await sharp({ create: { width: 64, height: 40, channels: 3, background } })
    .png()
    .toBuffer();
  const headers = { "content-type": "image/png" };
  const answer = await author.asks.post(paths.apiOfReview(slug, "pictures"), { data, headers });
  const { address } = Added.parse(await valueOf(answer));
  expect(address).toMatch(/^files\/[0-9a-f]{64}\.webp$/);
  return address;
}
