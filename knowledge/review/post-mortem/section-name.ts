import { canonicalOf } from "./canonical-heading";

/** Words of which names of several words are made. */
const nameWord =
  /^(?:[^a-z]*|root|causes?|and|or|of|the|for|in|to|an?|mitigations?|resolutions?|recovery|remediation|summary|incident|issue|problem|statement|outage|event|impact|customers?|users?|business|corrective|preventi(?:ve|on)|preventative|measures?|actions?|items?|points?|follow|ups?|follow-?ups?|lessons?|learned|learnt|what|went|well|wrong|poorly|badly|happened|time-?line|detection|response|analysis|steps?|next|taken|plan|background|overview|executive|contributing|factors?|conclusions?|we|got|lucky|where|did|didn't|could|have|gone|better|so|how|how'd|was|were|are|is|do|doing|going|it|detected|future|improvements?|counter-?measures?|supporting|documents?|information|appendix|references?|open|questions?|descriptions?|details?|affected|systems?|services?|scope|duration|chain|events|recommendations?|take-?aways?|technical|issues?|postmortem|post-mortem|tl;?dr|status|date|authors?|people|involved|participants|metadata|outline|key|full|why|happen|triggers?|five|whys?|things?|that|go|be|been|improved|worked|helped|lead|short-?term|medium-?term|long-?term|immediate|internal|external|communications?)$/;

/** What stands alone as a state of an incident, or over a column, and is no part of a review. */
const noPart = /ed$|^(?:owner|team|on-?call|time|meeting|version)$/;

/**
 * Whether a name is nothing but that of a part of a review: a word that is one, or several of which
 * such names are made. "Trigger" is one, "Trigger happy jobs" and "Resolved" are none.
 */
export function isNothingButName(name: string): boolean {
  const bare = name
    .replace(/^\d{1,2}[.)][ \t]+/, "")
    .replace(/\([^()]{0,80}\)/g, " ")
    .replaceAll("’", "'")
    .replace(/[\s?:]+$/, "")
    .trim();
  const words = bare.toLowerCase().split(/[\s/&+,]+/);
  if (words.every((word) => nameWord.test(word))) return true;
  // In small letters, as "todo", one word is a line of its writer's.
  const isPart = /^\p{Lu}/u.test(bare) && !noPart.test(bare.toLowerCase());
  return words.length === 1 && isPart && canonicalOf(bare) !== null;
}
