/** What one click puts in the place of words that were pointed out. */
export interface Replacement {
  readonly words: string;
  /** Whether they stand for the whole sentence; else for the words alone. */
  readonly of: "sentence" | "words";
}

const advice =
  /^(?:Decide|Describe|Give|Leave|Link|List|Move|Name|Say|Small|State|The part the person)\b/;

/**
 * What a suggestion of a finding is put in by: words with gaps ("…") stand for a sentence, others
 * for the words; "leave it out" takes them away. Null for what is advice and nothing to put in.
 */
export function replacementOf(suggestion: string): Replacement | null {
  if (suggestion.startsWith("Leave the word out")) return { words: "", of: "words" };
  const quoted = /“(.+)”/.exec(suggestion)?.[1];
  if (advice.test(suggestion)) {
    return quoted === undefined ? null : { words: sentence(quoted), of: "sentence" };
  }
  return suggestion.includes("…") || /[.?]$/.test(suggestion)
    ? { words: sentence(suggestion), of: "sentence" }
    : { words: suggestion, of: "words" };
}

function sentence(words: string): string {
  return /[.?!…]$/.test(words) ? words : `${words}.`;
}
