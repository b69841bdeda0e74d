/** More of what is typed can hold no name. */
const longest = 200;
/** In how many words a name is looked for when not all words are one. */
const most = 3;
/** How many letters a single word must have for that. */
const least = 3;

/**
 * The words among which to look for a name, in the order in which to try them: all, since names are
 * long, then the last three, two and one, since who types a name after other words means it.
 */
export function endingsOf(typed: string): string[] {
  const words = typed.slice(0, longest).match(/\S+/g) ?? [];
  const shorter = Array.from({ length: most }, (_, index) => words.slice(index - most));
  const endings = [words, ...shorter]
    .filter((some, index) => index === 0 || some.length < words.length)
    .map((some) => some.join(" "));
  const isEnough = (ending: string) => ending !== "" && ending.length >= least;
  return endings.filter((ending, index) => (index === 0 ? ending !== "" : isEnough(ending)));
}
