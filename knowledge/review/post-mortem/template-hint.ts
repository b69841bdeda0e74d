import { itemMark, type SourceLine } from "./source-line";

const placeholder =
  /^(?:todo|tbd|tba|fixme|lorem ipsum.*|\.{3}|…|-{1,2}|\?+|yyyy-mm-dd|hh:mm|x+)[.:!]?$|^(?:todo|tbd)[ \t]*[:(-].{0,200}$/i;
const asking =
  /\?$|^(?:what|how|who|when|where|why|which|describe|list|include|explain|provide|add|write|brief(?:ly)?|short|give|state|enter|insert|fill|note|a (?:brief|short|one|concise)|one|in \d|please|if |e\.g\.|example|link|summari[sz]e|identify|document|use )/i;

const italic = /^(?:_([^_]+)_|\*([^*]+)\*)[.:]?$/;
const bracketed = /^<([^<>/="]{3,300})>$|^\[([^[\]]{3,300})\]$|^\{\{?([^{}]{3,300})\}\}?$/;

/**
 * Whether a line is what a template asks and nobody answered: a question in italics, words in angle
 * or square brackets, TODO.
 */
export function isTemplateHint(line: SourceLine): boolean {
  if (line.kind !== "text") return line.kind === "comment";
  const text = line.text.slice(itemMark(line.text).length).trim();
  if (text.length > 400) return false;
  const asked = firstGroup(italic, text);
  if (asked !== null) return asking.test(asked.trim());
  const inner = firstGroup(bracketed, text);
  if (inner !== null && /[ \t]/.test(inner) && !/^https?:/.test(inner)) return true;
  return placeholder.test(text);
}

function firstGroup(pattern: RegExp, text: string): string | null {
  return (
    pattern
      .exec(text)
      ?.slice(1)
      .find((group) => group !== undefined) ?? null
  );
}

/** Whether lines say anything beyond what a template had there. */
export function hasContent(lines: readonly SourceLine[]): boolean {
  return lines.some(
    (line) => line.kind === "code" || (line.kind === "text" && !isTemplateHint(line)),
  );
}
