import { written, type Written } from "./authored";

/** What every text of the canary documents begins with, and nothing else that the server holds. */
export const canary = /quokka/i;

/** One word for each place, so that a trace says where it came from. */
export const canaryWords = [
  "title",
  "summary",
  "detection",
  "factor",
  "mechanism",
  "entry",
  "belief",
  "impact",
  "claim",
  "action",
  "question",
  "lesson",
  "change",
  "source",
  "publisher",
  "story",
  "picture",
  "product",
  "organisation",
].map((place) => `quokka${place}`);

/** A document whose every text is a canary, and its organisation too. */
export function canaryDocument(visibility: "public" | "members", picture: string): Written {
  const source = ["quokka-report"];
  const record = {
    visibility,
    organization: ["Quokkaorganisation"],
    products: ["Quokkaproduct"],
    sectors: ["cloud"],
    summary: "Quokkasummary of a certificate that expired.",
    detection: "Quokkadetection by a person.",
    impact: [{ what: "Quokkaimpact", value: "Quokkavalue", figure: "Quokkafig", source }],
    timeline: [
      {
        id: "quokka-entry",
        at: "2026-03-01T04:09Z",
        kind: "trigger",
        text: "Quokkaentry of the timeline.",
        belief: "Quokkabelief about it.",
        source,
      },
    ],
    factors: [
      {
        id: "quokka-factor",
        role: "trigger",
        classes: ["unhandled-input"],
        mitigations: [],
        statement: "Quokkafactor that nobody had thought of.",
        detail: "Quokkamechanism behind it.",
        source,
        standing: "confirmed",
      },
    ],
    lessons: ["Quokkalesson learnt."],
    changes: [{ text: "Quokkachange made.", source }],
    claims: [
      {
        id: "quokka-claim",
        statement: "Quokkaclaim is so.",
        standing: "contested",
        positions: [{ source: "quokka-report", stance: "asserts", note: "Quokkanote of it." }],
      },
    ],
    actions: [
      {
        id: "quokka-action",
        text: "Quokkaaction to come.",
        kind: "prevent",
        factors: ["quokka-factor"],
        state: "open",
      },
    ],
    questions: [{ text: "Quokkaquestion asked." }],
    related: [{ slug: "aws-2017-02-s3", why: "Quokkareason of the relation." }],
    sources: [
      {
        id: "quokka-report",
        url: "https://quokka.example/report",
        title: "Quokkasource",
        publisher: "Quokkapublisher",
        author: "Quokkaauthor",
        kind: "analysis",
        seen: "full",
      },
    ],
  };
  const story = [
    "## Quokkaheading",
    "Quokkastory, as of [[unhandled-input]] and [[aws-2017-02-s3]].",
    `![Quokkapicture](${picture})`,
  ];
  return written("Quokkatitle of a document", record, `${story.join("\n\n")}\n`);
}
