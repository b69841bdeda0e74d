import { attribute } from "./html-part";
import { literalWords } from "./literal-words";

/** What a tag comes to: words in its place, perhaps none, or what other tags do. */
type TagWords = { readonly words: string } | "other";

const emoticons: Readonly<Record<string, string>> = {
  tick: "✅",
  cross: "❌",
  warning: "⚠️",
  information: "ℹ️",
  question: "❓",
};

const nothing: TagWords = { words: "" };

/**
 * Tags that stand for words among others: pictures, times, and what Confluence's storage form has for
 * links, states and signs; with those that are open while it is gone over.
 */
export class WordTags {
  /** The names of the macros that are open. */
  private readonly macros: string[] = [];
  private isStatusTitle = false;
  /** The words of the picture that is open; null where none is. */
  private picture: string | null = null;
  /** Whether a link is open, whose words are data. */
  isLinkOpen = false;

  read(name: string, isEnd: boolean, attributes: string): TagWords {
    switch (name) {
      case "img":
        return {
          words: pictureInMarkdown(attribute(attributes, "alt"), attribute(attributes, "src")),
        };
      case "time":
        // Confluence writes a date as an empty element.
        return isClosed(attributes) ? { words: attribute(attributes, "datetime") } : nothing;
      case "ac:image":
        this.picture = isEnd ? null : attribute(attributes, "ac:alt");
        return nothing;
      case "ri:attachment":
      case "ri:url":
        return isEnd ? nothing : this.pictureFrom(attributes);
      default:
        return this.macroTag(name, isEnd, attributes);
    }
  }

  private macroTag(name: string, isEnd: boolean, attributes: string): TagWords {
    if (name === "ac:structured-macro") return this.macro(isEnd, attributes);
    if (name === "ac:parameter") return this.parameter(isEnd, attributes);
    if (name === "ac:link") {
      this.isLinkOpen = !isEnd && !isClosed(attributes);
      return nothing;
    }
    return name === "ac:emoticon" ? { words: emoticonIn(attributes) } : "other";
  }

  /** A status stands within words, and its only words are its title. */
  private macro(isEnd: boolean, attributes: string): TagWords {
    const name = isEnd ? this.macros.pop() : attribute(attributes, "ac:name");
    if (!isEnd && !isClosed(attributes)) this.macros.push(name ?? "");
    return name === "status" ? nothing : "other";
  }

  private parameter(isEnd: boolean, attributes: string): TagWords {
    if (isEnd && !this.isStatusTitle) return "other";
    this.isStatusTitle =
      !isEnd && this.macros.at(-1) === "status" && attribute(attributes, "ac:name") === "title";
    return isEnd || this.isStatusTitle ? nothing : "other";
  }

  private pictureFrom(attributes: string): TagWords {
    const address = attribute(attributes, "ri:filename") || attribute(attributes, "ri:value");
    if (this.picture === null || address === "") return nothing;
    return { words: pictureInMarkdown(this.picture, address) };
  }
}

function isClosed(attributes: string): boolean {
  return attributes.trimEnd().endsWith("/");
}

function emoticonIn(attributes: string): string {
  const fallback = attribute(attributes, "ac:emoji-fallback");
  return fallback || (emoticons[attribute(attributes, "ac:name")] ?? "");
}

/** A picture in Markdown, whose address may hold what Markdown reads as its end. */
function pictureInMarkdown(words: string, address: string): string {
  const whole = address.replaceAll(/[\s()<>]/g, (sign) =>
    encodeURIComponent(sign).replace("(", "%28").replace(")", "%29"),
  );
  return `![${literalWords(words.replaceAll(/\s+/g, " ").trim())}](${whole})`;
}
