/** Tags whose content is not for readers. */
const droppedTags: ReadonlySet<string> = new Set([
  "script",
  "style",
  "head",
  "template",
  "noscript",
  "ac:parameter",
  "svg",
  "nav",
]);

/** A part of HTML that is not for readers, while it is gone over. */
export class HiddenPart {
  private depth = 0;
  private name = "";

  get isOpen(): boolean {
    return this.depth > 0;
  }

  /** Whether a tag belongs to such a part, or begins one. */
  takes(name: string, isEnd: boolean, attributes: string): boolean {
    if (!this.isOpen && !droppedTags.has(name)) return false;
    if (this.isOpen) {
      if (name === this.name) this.depth += isEnd ? -1 : 1;
    } else if (!isEnd && !attributes.trimEnd().endsWith("/")) {
      this.depth = 1;
      this.name = name;
    }
    return true;
  }
}

/** The marks of Markdown that tags of emphasis become. */
export const markOfTag: Readonly<Record<string, string>> = {
  strong: "**",
  b: "**",
  em: "*",
  i: "*",
  s: "~~",
  del: "~~",
  strike: "~~",
  code: "`",
  tt: "`",
  kbd: "`",
};

/** Tags that begin a paragraph. */
export const blockTags: ReadonlySet<string> = new Set([
  "div",
  "section",
  "article",
  "header",
  "footer",
  "main",
  "details",
  "summary",
  "hr",
  "dl",
  "dt",
  "dd",
  "figure",
  "ac:structured-macro",
  "ac:rich-text-body",
  "ac:layout-cell",
]);
