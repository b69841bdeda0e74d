import { PICTURE_ADDRESS } from "#knowledge/text/pictures";

import type { ReadingWarning } from "./reading-warning";
import { sourceLines } from "./source-line";

const picture =
  /!\[([^[\]\n]{0,500})\]\([ \t]*<?([^()\s<>]{0,2000})>?(?:[ \t]+"[^"\n]{0,300}")?[ \t]*\)/g;

/** How many pictures a sentence names. */
const mostNamed = 10;

/**
 * A text without the pictures that did not come with it: attachments and files of another place, of
 * which only the name is there. What was left out is said; pictures of the web and ours stay.
 */
export function withoutDeadPictures(markdown: string): {
  readonly text: string;
  readonly told: readonly ReadingWarning[];
} {
  if (!markdown.includes("![")) return { text: markdown, told: [] };
  const names: string[] = [];
  const lines = sourceLines(markdown).flatMap(({ raw, kind }) => {
    if (kind !== "text" || !raw.includes("![")) return [raw];
    const before = names.length;
    const rest = raw.replace(picture, (whole, words: string, address: string) => {
      if (isAlive(address)) return whole;
      names.push(nameOf(words.trim(), address));
      return "";
    });
    if (names.length === before) return [raw];
    const isEmpty = rest.replaceAll(/[-*+>\s]/g, "") === "";
    return isEmpty ? [] : [rest.replaceAll(/(?<=\S)[ \t]{2,}(?=\S)/g, " ").trimEnd()];
  });
  return { text: lines.join("\n"), told: names.length === 0 ? [] : [warningOf(names)] };
}

function isAlive(address: string): boolean {
  return PICTURE_ADDRESS.test(address) || /^https?:\/\//i.test(address);
}

/** "p99 latency" (latency.png), or the name of its file. */
function nameOf(words: string, address: string): string {
  const file = /^data:/i.test(address)
    ? ""
    : (address.split(/[?#]/, 1)[0]?.split("/").at(-1) ?? "");
  if (words === "" || words === file) return file === "" ? "one without a name" : file;
  return file === "" ? `“${words}”` : `“${words}” (${file})`;
}

function warningOf(names: readonly string[]): ReadingWarning {
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : "";
  const named = names.slice(0, mostNamed).join(", ") + more;
  const sentence =
    names.length === 1
      ? `A picture did not come with the text and was left out: ${named}. It can be put into the draft as a picture, from where it is kept.`
      : `${names.length} pictures did not come with the text and were left out: ${named}. They can be put into the draft as pictures, from where they are kept.`;
  return { kind: "picture", sentence };
}
