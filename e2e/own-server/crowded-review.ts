import sharp from "sharp";
import * as z from "zod";

import { paths } from "#app/paths";

import { begin, save } from "./authored";
import { valueOf, type Person } from "./people";

const Kept = z.object({ address: z.string() });

/** A document with rows in every list, long words and short ones, and language that points at people. */
export function crowdedReview(picture: string) {
  const longWord = "configuration-of-the-replication-of-the-primary-database-in-every-region";
  return {
    record: {
      title: "A flush for one region empties the caches of all regions, and the database stands",
      organization: ["Cloudflare", "An organisation that nobody has heard of"],
      products: ["Cache", "Edge workers"],
      sectors: ["cdn-and-network", "cloud"],
      severity: "major",
      started: "2026-11-14T14:05Z",
      detected: "about 2026-11-14T14:12Z",
      summary:
        "Bob should have noticed the graph. A flush reached every region because nothing limited it to one; the primary database took four times its usual reads until a replica took them.",
      detection: "A colleague looked at the graph by chance.",
      noticedBy: "person",
      impact: [
        { what: "Checkouts that failed", value: "about 4,100 in 38 minutes", figure: "4,100" },
        { what: longWord, value: "not known" },
      ],
      timeline: [
        {
          id: "flush-begins",
          at: "2026-11-14T14:05Z",
          kind: "trigger",
          text: "The on-call engineer starts a flush for one region",
          belief: "That it reaches one region only",
          source: ["cache-log"],
        },
        {
          id: "caches-empty",
          at: "about 2026-11-14T14:06Z",
          kind: "impact",
          text: "Caches of all regions are empty",
        },
        {
          id: "replica",
          at: "2026-11-14T14:15Z",
          kind: "recovery",
          text: "Reads are served from a replica again",
        },
      ],
      factors: [
        {
          id: "no-limit",
          role: "precondition",
          classes: ["blast-radius", "thundering-herd"],
          statement: "Nothing limits a flush to one region",
          detail: "The tool takes a region as a wish and asks nobody.",
          source: ["cache-log", "graph"],
          standing: "confirmed",
        },
        {
          id: "cold-caches",
          role: "amplifier",
          classes: [],
          statement: "Cold caches send all reads to one database",
          standing: "inferred",
          luck: true,
        },
        {
          id: "replica-there",
          role: "safeguard",
          classes: [],
          statement: "A replica could take the reads",
          standing: "reported",
        },
      ],
      lessons: [
        "Ask for the region by name before a flush.",
        "Graphs that nobody watches are late.",
      ],
      changes: [{ text: "The tool asks for the region by name", source: ["cache-log"] }],
      claims: [
        {
          id: "one-region",
          statement: "The flush was meant for one region",
          standing: "contested",
          positions: [
            { source: "cache-log", stance: "asserts" },
            { source: "graph", stance: "disputes", at: "2026-11-15", note: "The graph shows two." },
          ],
        },
      ],
      actions: [
        {
          id: "ask-region",
          text: "Ask for the region by name before a flush",
          kind: "prevent",
          factors: ["no-limit"],
          state: "open",
          owner: "the cache team",
          due: "2026-12-01",
        },
        {
          id: "second-database",
          text: "Put a second database beside the first",
          kind: "limit",
          factors: [],
          state: "declined",
          why: "A replica does the same",
        },
      ],
      questions: [{ text: "Who else can start a flush?", owner: "the cache team" }],
      related: [{ slug: "facebook-2021-10-backbone", why: "One command reached everything" }],
      sources: [
        { id: "cache-log", title: "Cache log of that night", kind: "log", seen: "full" },
        {
          id: "graph",
          title: "Dashboard of the database",
          kind: "dashboard",
          seen: "full",
          url: "https://graphs.example.org/database",
        },
      ],
    },
    story: [
      "## Background",
      `The cache is filled by reads[^cache-log]. It is *meant* for **one** region, with \`flush --region\`. ${longWord}`,
      "| What | How much |\n|---|---|\n| Reads | four times |",
      picture === "" ? "" : `![](${picture})`,
      "## Response",
      "Somebody forgot to look. The on-call engineer asked [[thundering-herd]].",
      "## Recovery",
      "> It came back.",
      "## Telling others",
      "",
    ].join("\n\n"),
  };
}

/** A picture that the server keeps for a review; gives its address in the text. */
async function keptPicture({ asks }: Person, slug: string): Promise<string> {
  const create = { width: 240, height: 120, channels: 3, background: "#a34a08" } as const;
  const sent = await asks.post(paths.apiOfReview(slug, "pictures"), {
    headers: { "content-type": "image/png" },
    data: await sharp({ create }).png().toBuffer(),
  });
  return Kept.parse(await valueOf(sent)).address;
}

/** A crowded review that has a picture without words. */
export async function crowded(writer: Person): Promise<string> {
  const slug = await begin(writer, crowdedReview(""), "full-review");
  const document = crowdedReview(await keptPicture(writer, slug));
  await save(writer, slug, { version: 1, document });
  return slug;
}
