import { createCheckingThread, type CheckingThread } from "#knowledge/language/checking-thread";
import { languageSections } from "#knowledge/language/section";
import { Allowance } from "#knowledge/people/allowance";

import type { Outcome } from "./answering";
import { muchText } from "./much-text";
import { clientOf } from "./own-origin";
import { problem } from "./problem";
import { LanguageQuestion } from "./shapes";

declare global {
  var hindsightCheckingThread: CheckingThread | undefined;
}

/** The longest text that is judged, in bytes of UTF-8. */
export const longestText = 100_000;

// JSON may write one character of two bytes as six; more than that is no text of this length.
const longestBody = 3 * longestText + 1_000;

/**
 * Bytes of text that one client may send at once, and by the second after that. Of the texts that we
 * know none takes more than a microsecond a byte, so in the long run this is a tenth of a thread; at
 * once it is half of what may wait, so that nobody keeps all others from being judged.
 */
const allowance = new Allowance({ most: 1_000_000, perSecond: 100_000 });

/** What a question costs besides its text, in bytes. */
const costOfAsking = 1_000;

/** Seconds after which it is worth asking again: all that wait take no longer. */
const retryAfter = 2;

/**
 * What `POST /api/v1/language` answers. Nothing of what is sent is kept, or told to a log: what goes
 * wrong is said without a word of it.
 */
export async function languageOutcome(request: Request): Promise<Outcome> {
  const read = await bodyOf(request);
  if (read.kind === "problem") return read;
  const asked = LanguageQuestion.safeParse(read.value);
  if (!asked.success) return refused(422, sentenceFor(read.value));
  const { text, section } = asked.data;
  const length = Buffer.byteLength(text);
  if (length > longestText) return tooLong();
  const seconds = allowance.take(clientOf(request.headers), length + costOfAsking);
  if (seconds > 0) {
    return { ...refused(429, muchText(seconds)), headers: { "retry-after": String(seconds) } };
  }
  const checked = await checkingThread().check(text, section);
  if (checked.kind === "checked") {
    return { kind: "momentary", json: `{"findings":${checked.findings}}` };
  }
  return {
    ...refused(503, unjudged[checked.kind]),
    headers: { "retry-after": String(retryAfter) },
  };
}

/** The one of this process. */
function checkingThread(): CheckingThread {
  return (globalThis.hindsightCheckingThread ??= createCheckingThread());
}

const unjudged = {
  busy: "Many texts are being judged at the moment, so this one was not. Send it again shortly.",
  "given up":
    "Judging this text took longer than we allow, or failed. Send it again shortly, or in parts.",
} as const;

function refused(status: number, detail: string): Outcome & { kind: "problem" } {
  return { kind: "problem", problem: problem(status, detail) };
}

function tooLong() {
  return refused(413, "A text may have 100 kB at most; send it in parts.");
}

type ReadBody = { kind: "read"; value: unknown } | (Outcome & { kind: "problem" });

async function bodyOf(request: Request): Promise<ReadBody> {
  const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json") {
    return refused(415, "Send JSON, with the header Content-Type: application/json.");
  }
  const bytes = await bytesOf(request);
  if (bytes === null) return tooLong();
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return { kind: "read", value };
  } catch {
    return refused(400, 'The body is no JSON in UTF-8; expected {"text": "…"}.');
  }
}

/** The bytes of a body; null where there are more than we read, which are then not waited for. */
async function bytesOf(request: Request): Promise<Uint8Array | null> {
  const told = Number(request.headers.get("content-length") ?? 0);
  if (told > longestBody) return null;
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    chunks.push(next.value);
    length += next.value.length;
    if (length <= longestBody) continue;
    await reader?.cancel();
    return null;
  }
  return Buffer.concat(chunks);
}

function sentenceFor(value: unknown): string {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject) return 'Expected an object: {"text": "…", "section": "story"}.';
  if (!("text" in value) || typeof value.text !== "string") return "`text` must be a string.";
  return `\`section\` must be one of ${languageSections.join(", ")}; story where it is left out.`;
}
