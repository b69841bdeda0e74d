import type { Beside } from "../draft";
import type { SetAside } from "../set-aside";
import type { Three } from "./three-way";

/**
 * Merges what two authors have beside one document. A text that cannot be read yet is in no record,
 * so where both wrote one into the same field, both stand there, one behind the other; what somebody
 * set aside stays so unless one of the two took it back. Of two zones the one that is saved already
 * holds: the other author reads times with it.
 */
export function mergeBeside({ base, ours, theirs }: Three<Beside>): Beside {
  const places = new Set([...Object.keys(theirs.unfinished), ...Object.keys(ours.unfinished)]);
  const unfinished = [...places].flatMap((place): [string, string][] => {
    const [before, mine, other] = [base, ours, theirs].map((one) => one.unfinished[place]);
    const text = mergedText({ base: before, ours: mine, theirs: other });
    return text === undefined ? [] : [[place, text]];
  });
  return {
    unfinished: Object.fromEntries(unfinished),
    setAside: mergedSetAside({ base: base.setAside, ours: ours.setAside, theirs: theirs.setAside }),
    zone: theirs.zone === base.zone ? ours.zone : theirs.zone,
  };
}

function mergedText({ base, ours, theirs }: Three<string | undefined>): string | undefined {
  if (ours === theirs || ours === base) return theirs;
  if (theirs === base || theirs === undefined) return ours;
  // What one of them wrote further may be a save of theirs whose answer was lost.
  if (ours === undefined || theirs.includes(ours)) return theirs;
  if (ours.includes(theirs)) return ours;
  const between = `${theirs}${ours}`.includes("\n") ? "\n\n" : " / ";
  return `${theirs}${between}${ours}`;
}

function mergedSetAside({ base, ours, theirs }: Three<readonly SetAside[]>): SetAside[] {
  const [before, mine, other] = [base, ours, theirs].map(
    (all) => new Set(all.map((one) => JSON.stringify(one))),
  );
  const has = (all: Set<string> | undefined, one: SetAside) => all?.has(JSON.stringify(one));
  return [
    // What we took back was there before, and is not with us any more.
    ...theirs.filter((one) => has(mine, one) || !has(before, one)),
    ...ours.filter((one) => !has(other, one) && !has(before, one)),
  ];
}
