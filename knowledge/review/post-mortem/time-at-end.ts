import type { Read } from "#knowledge/incident/written-part";
import { readTimeAt, type WrittenTime } from "#knowledge/incident/written-time-form";

import { plainWords } from "./plain-words";
import type { TimeLead } from "./time-lead";

const duration = /^(?:mean |total )?(?:time to|duration|length)\b/i;

/**
 * The time that ends an item whose words stand before it: "First detected: 2024-07-19 14:05 UTC",
 * "Alert fires (14:05)". Only a time of day; a date at the end is part of a sentence. Outside of a
 * timeline only short labels before a full date count.
 */
export function timeAtEnd(source: string, isTimeline: boolean): TimeLead | null {
  const text = plainWords(source);
  if (text.length > 200 || duration.test(text)) return null;
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}:.+-])(?=[~\p{L}\d])/gu)) {
    const written = index < 2 ? null : timeToEnd(text, index);
    if (!written) continue;
    const rest = text.slice(0, index).replace(joint, "");
    const isFit = isTimeline || (rest.length <= 40 && written.value.from.date !== null);
    if (rest === "" || !isFit) return null;
    const typed = text.slice(index, written.end);
    return { written: written.value, typed, rest, isStruck: false };
  }
  return null;
}

const joint = /(?:[\s:@([–—-]|\b(?:at|on)\b[ \t]*$)+$/;

/** A time of day that nothing but a bracket or full stop follows. */
function timeToEnd(text: string, at: number): Read<WrittenTime> | null {
  const read = readTimeAt(text, at, "line");
  const isLast = read !== null && /^[\s).\]]*$/.test(text.slice(read.end));
  return isLast && read.value.from.clock ? read : null;
}
