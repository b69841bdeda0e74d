import type { IncidentDocument } from "#knowledge/incident/document";
import { misfitInWords } from "#knowledge/review/checklist";
import { keyName } from "#knowledge/review/key-names";
import { placeOf } from "#knowledge/review/place";
import type { Path } from "#knowledge/text/fault";

/** Why the server did not take a document, in words for who wrote it, and the field that it is about. */
export interface Refusal {
  readonly sentence: string;
  /** As `placeOf` names it; null where it is of no field. */
  readonly place: string | null;
}

const addressed = /^([a-z]+(?:\[\d+\]|\.[a-z]+)*): (.+)$/is;

/** A fault as the server words it (`factors[0].statement: expected …`), about what was sent. */
export function refusalOf(fault: string, document: IncidentDocument): Refusal {
  const [, address, message] = addressed.exec(fault) ?? [];
  const path = address === undefined ? [] : stepsOf(address);
  const [first] = path;
  if (message === undefined || !(String(first) in document.record || first === "story")) {
    return { sentence: fault, place: null };
  }
  // What was found stands in the field, in full.
  const wanted = message.replace(/, found (?!\d+$).*$/s, "");
  const isOneField = path.length === 1 && first !== "story";
  const sentence = isOneField
    ? `${keyName(String(first))}: ${wanted}.`
    : misfitInWords({ path, message: wanted }, document);
  return { sentence, place: first === "story" ? null : placeOf(path, document) };
}

function stepsOf(address: string): Path {
  const steps = address.match(/[^.[\]]+/g) ?? [];
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
