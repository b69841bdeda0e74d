import { written, type Written } from "./authored";

/** Addresses that run, and such as try to leave the attribute in which they stand. */
export const running = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)//https://",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "//evil.example",
  " https://a",
];
export const leaving = [
  'https://evil.example/"onmouseover="alert(1)',
  "https://evil.example/'><script>alert(1)</script>",
  "https://evil.example/?<img/src=x/onerror=alert(1)>",
];

const short = (text: string) => text.replaceAll(/\s+/g, " ").slice(0, 100).trim();

/** A document that says these texts in every field that there is; single fields say the first. */
export function sayingAll(said: readonly string[], story: string): Written {
  const [first = ""] = said;
  const lines = said.map(short);
  const source = ["report"];
  const rows = said.map((text, at) => ({ text, id: `row-${at}`, line: lines[at] ?? "" }));
  const record = {
    organization: ["Cloudflare"],
    products: [...new Set(lines)],
    summary: first,
    detection: first,
    impact: rows.map(({ text }) => ({ what: text, value: text, source })),
    timeline: rows.map(({ text, id }) => ({
      id: `event-${id}`,
      at: "2026-03-01T04:09Z",
      kind: "trigger",
      text,
      belief: text,
      source,
    })),
    factors: rows.map(({ text, id }) => ({
      id: `factor-${id}`,
      role: "trigger",
      classes: ["unhandled-input"],
      mitigations: [],
      statement: text,
      detail: text,
      source,
      standing: "confirmed",
    })),
    lessons: said,
    changes: rows.map(({ text }) => ({ text, source })),
    claims: rows.map(({ text, id }) => ({
      id: `claim-${id}`,
      statement: text,
      standing: "contested",
      positions: [{ source: "report", stance: "asserts", note: text }],
    })),
    actions: rows.map(({ text, id, line }, at) => ({
      id: `action-${id}`,
      text,
      kind: "prevent",
      factors: [],
      owner: line,
      doneWhen: text,
      state: "declined",
      why: text,
      link: leaving[at % leaving.length],
    })),
    questions: rows.map(({ text, line }) => ({ text, owner: line })),
    related: [{ slug: "aws-2017-02-s3", why: first }],
    sources: [
      {
        id: "report",
        url: leaving[0],
        title: first,
        publisher: short(first),
        author: short(first),
        kind: "analysis",
        seen: "full",
      },
      ...rows.map(({ text, id, line }, at) => ({
        id: `source-${id}`,
        url: `${leaving[at % leaving.length]}${at}`,
        title: text,
        publisher: line,
        author: line,
        kind: "analysis",
        seen: "full",
      })),
    ],
  };
  return written(short(first), record, story);
}

/** A story in which each text stands under a heading of its own, in a list, a table and a quotation. */
export function storyOf(said: readonly string[]): string {
  const parts = said.map((text, at) => {
    const line = text.replaceAll("\n", " ");
    return `## Part ${at}\n\n${text}\n\n> ${line}\n\n- ${line}\n\n| ${line} |\n|---|\n| ${line} |\n`;
  });
  return parts.join("\n");
}
