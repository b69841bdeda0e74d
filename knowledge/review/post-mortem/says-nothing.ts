const nothing =
  /^(?:none(?: known| so far| yet)?|n\/?a|tbd|tba|todo|nothing|no actions?(?: items?)?|not applicable|not known|-+|…|\.{3})\.?$/i;

/** Whether the words of an item or a section only say that there is none, or none yet. */
export function saysNothing(text: string): boolean {
  return nothing.test(text.trim());
}
