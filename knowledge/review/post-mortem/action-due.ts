import { daysIn } from "./document-date";

/** When an action is due, as its end says, and its words without that. */
export interface DueAtEnd {
  /** `2026-12-01`. */
  readonly due: string;
  readonly rest: string;
}

const says =
  /[ \t]*[,;–—-]?[ \t]*[([]?[ \t]*\b(?:(?:is )?due(?: date)?(?:[ \t]+(?:by|on))?|deadline|eta|target(?: date)?|by|until)[ \t]*:?[ \t]*$/i;
/** After these words a day says something else: "errors since 2024-01-02". */
const prepositions =
  /(?:^|[\s(])(?:since|from|on|of|after|before|in|at|to|for|the|and|or|between|through|than|until|v(?:ersion)?|incident|outage|release|review)[ \t]*$/i;

/**
 * The day at the end of an action on which it is due: "(due 1 Dec 2026)", "by 2026-12-01"; of a task
 * also one that stands there alone. Null where none does, where its year is not said, or where day and
 * month could be the other way round.
 */
export function dueAtEnd(words: string, isTask: boolean): DueAtEnd | null {
  const whole = words.replace(/[)\].\s]+$/, "");
  const day = [...daysIn(whole.slice(-longest))].at(-1);
  const shift = Math.max(0, whole.length - longest);
  if (!day || day.isAmbiguous || day.end + shift !== whole.length) return null;
  const before = whole.slice(0, day.at + shift);
  const sign = says.exec(before);
  const isAlone = isTask && /\s$/.test(before) && !prepositions.test(before);
  if (!sign && !isAlone) return null;
  const rest = (sign ? before.slice(0, sign.index) : before).replace(/[ \t,;:(–—[-]+$/, "");
  return rest === "" ? null : { due: day.value, rest };
}

/** What says a day stands within so many letters of the end. */
const longest = 120;
