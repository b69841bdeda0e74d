/** Runs of characters without a space that are no words: addresses, paths, names of code. */
export type Run = "e-mail" | "opaque" | "words";

const email = /^[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}$/i;
const alternatives = /^[a-z'’]{2,20}(?:\/[a-z'’]{2,20}){1,3}$/i;
const abbreviation = /^(?:[a-z]\.){1,5}[a-z]?$/i;
const longestAddress = 320;

/** What a run of characters is, seen as a whole; `run` has no marks of a sentence at its end. */
export function kindOfRun(run: string): Run {
  if (run.includes("@")) return isAddress(run) ? "e-mail" : "opaque";
  if (/[_\\=]|::/.test(run)) return "opaque";
  if (run.includes("/")) return run.length < 90 && alternatives.test(run) ? "words" : "opaque";
  return hasInnerDot(run) && !isAbbreviation(run) ? "opaque" : "words";
}

function isAddress(run: string): boolean {
  return run.length <= longestAddress && email.test(run);
}

function isAbbreviation(run: string): boolean {
  return run.length < 12 && abbreviation.test(run);
}

/** Whether a dot stands between two characters, as in `config.yaml`. */
function hasInnerDot(run: string): boolean {
  const at = run.indexOf(".");
  return at >= 0 && at < run.length - 1;
}
