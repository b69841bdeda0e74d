import { linesOfChat, type ChatLines } from "./chat-lines";
import { leftOutInWords, partsInWords, systemsInWords } from "./chat-noise";
import { headingsOf, sectionsOf } from "./outline";
import type { ReadingWarning } from "./reading-warning";
import { sourceLines } from "./source-line";

/** What became of a chat that a document held, or was. */
export interface ReadChat {
  /** Which names were replaced, and what was left out. */
  readonly told: readonly ReadingWarning[];
  /** Who wrote in it, and the part that each has now. */
  readonly people: ChatLines["people"];
}

/**
 * A document in which a chat is a list of entries, as an editor's paste makes it: all of it, or the
 * text below the heading of a timeline. Null where it holds none.
 */
export function chatInDocument(markdown: string): { text: string; chat: ReadChat } | null {
  const lines = markdown.split("\n");
  const source = sourceLines(markdown);
  const headings = headingsOf(source);
  const sections = sectionsOf(headings, lines.length);
  if (sections.every(({ canonical }) => canonical === null)) {
    const whole = linesOfChat(lines);
    return whole && { text: whole.lines.join("\n"), chat: chatOf([whole]) };
  }
  const found: ChatLines[] = [];
  const read = sections.flatMap(({ heading, canonical, from, to }) => {
    const above = heading ? lines.slice(heading.from, heading.to) : [];
    const body = lines.slice(from, to);
    const hasCode = source.slice(from, to).some(({ kind }) => kind === "code");
    const parts = partsIn(found);
    const chat = canonical === "timeline" && !hasCode ? linesOfChat(body, { parts }) : null;
    if (!chat?.isMarked) return [...above, ...body];
    found.push(chat);
    return [...above, "", ...chat.lines, ""];
  });
  return found.length === 0 ? null : { text: read.join("\n"), chat: chatOf(found) };
}

/** What has to be said of chats, and who wrote in them. */
export function chatOf(chats: readonly ChatLines[]): ReadChat {
  const sentences = chats.flatMap((chat) => [
    partsInWords(chat.people),
    systemsInWords(chat.systems),
    leftOutInWords(chat.leftOut),
  ]);
  return {
    told: sentences.flatMap((sentence) => (sentence === null ? [] : [{ kind: "chat", sentence }])),
    people: [...partsIn(chats)].map(([name, part]) => ({ name, part })),
  };
}

/** Whoever wrote in one chat is the same in the next. */
function partsIn(chats: readonly ChatLines[]): ReadonlyMap<string, string> {
  return new Map(chats.flatMap(({ people }) => people.map(({ name, part }) => [name, part])));
}
