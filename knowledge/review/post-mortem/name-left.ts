import { escaped } from "./name-pattern";

/** What two letters mostly stand for when they name nobody. */
const everyday = new Set(
  `
  ad ah am an as at be by do eg eh ex go ha he hi id ie if in is it me my na no of oh ok on or
  ox re so to uh um un up us vs we ye
  ac ai ca cd ci db dc ec eu fs gb gc hr ic io ip kb lb mb md ml ms nz os pc pm po pr qa rc tb tl ui uk
  ux vm vp
`
    .trim()
    .split(/\s+/),
);

/** Whether it is as long as names are, and no everyday word: of two letters, "jo" and "KL" are names. */
export function mayBeNameByLength(name: string): boolean {
  if (name.length > 2) return name.length <= 40;
  // "Al" is a name, "et al." is none.
  return name.length === 2 && name !== "al" && !everyday.has(name.toLowerCase());
}

/**
 * Finds a name where it stands as words of its own; one of two letters also apart from all that joins
 * it to others, as in "us-jo-1". A handle in small letters is found with a capital too.
 */
export function nameIn(name: string): RegExp {
  const [first = "", ...rest] = name;
  const either = /\p{Ll}/u.test(first) ? `[${first}${first.toUpperCase()}]` : escaped(first);
  const words = `${either}${escaped(rest.join(""))}`;
  return name.length === 2
    ? new RegExp(`(?<![\\p{L}\\p{N}_./-])${words}(?![\\p{L}\\p{N}_/-]|\\.[\\p{L}\\p{N}])`, "u")
    : new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, "u");
}
