const unit =
  "thousand|million|billion|trillion|per cent|seconds?|minutes?|hours?|days?|weeks?|months?|years?|[kMGT]B|ms|min|h|s";
const figureBeforeUnit = new RegExp(String.raw`(\d) (?=(?:${unit})(?![\w-]))`, "g");

/** A title for showing: no line breaks between a figure and the unit that it counts. */
export function titleWords(title: string): string {
  return title.replaceAll(figureBeforeUnit, "$1\u{a0}");
}
