/** Tags whose content is not for readers. */
export const droppedTags: ReadonlySet<string> = new Set([
  "script",
  "style",
  "head",
  "template",
  "noscript",
  "ac:parameter",
  "svg",
  "nav",
]);

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
