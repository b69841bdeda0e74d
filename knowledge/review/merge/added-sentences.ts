import { isAlike } from "./pairing";
import type { Three } from "./three-way";

type Sentences = readonly string[];

/** A passage that both authors changed, and what either has written before and behind it. */
export interface Passage {
  readonly before: Three<Sentences>;
  readonly core: Three<Sentences>;
  readonly after: Three<Sentences>;
}

/**
 * Takes what was added before and behind a changed passage away from it: nobody disagrees about that,
 * and who chooses one wording of the passage does not mean it. Only what stands outside of the first
 * and the last sentence that both versions know is such an addition, as far as words tell. Null where
 * nothing is.
 */
export function withoutAdded({ base, ours, theirs }: Three<Sentences>): Passage | null {
  const [mine, other] = [kernelOf(base, ours), kernelOf(base, theirs)];
  if (!mine || !other) return null;
  const isWhole =
    mine.from + other.from === 0 && mine.to === ours.length && other.to === theirs.length;
  if (isWhole) return null;
  return {
    before: { base: [], ours: ours.slice(0, mine.from), theirs: theirs.slice(0, other.from) },
    core: {
      base,
      ours: ours.slice(mine.from, mine.to),
      theirs: theirs.slice(other.from, other.to),
    },
    after: { base: [], ours: ours.slice(mine.to), theirs: theirs.slice(other.to) },
  };
}

/** Where the sentences of the base begin and end among those of an author; null where none is left. */
function kernelOf(base: Sentences, sentences: Sentences): { from: number; to: number } | null {
  const [first, last] = [base[0], base.at(-1)];
  if (first === undefined || last === undefined || sentences.length > most) return null;
  const known = sentences.map((one) => base.some((before) => isAlike(before, one)));
  const [from, to] = [known.indexOf(true), known.lastIndexOf(true)];
  if (from === -1) return null;
  return {
    from: isAlike(first, sentences[from] ?? "") ? from : 0,
    to: isAlike(last, sentences[to] ?? "") ? to + 1 : sentences.length,
  };
}

/** More sentences than anybody adds at once are one text that was put in another's place. */
const most = 60;
