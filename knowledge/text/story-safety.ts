import type { Options } from "rehype-sanitize";

/** Where a link may lead: to the web, to a mailbox, to a place on this site or on this page. */
export const LINK_ADDRESS = /^(?:https?:\/\/[^/?#]|mailto:[^?]+@|\/(?![/\\])|#)/i;
/** An address of another site. */
export const OTHER_SITE = /^https?:/i;
/** Where a picture comes from: a file kept here, never another host. */
const FILE_ADDRESS = /^\/files\/[0-9a-f]{64}\.webp$/;

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * All that stored HTML may hold. The steps before already write nothing else; this list is the
 * wall behind them, and the one place to read what a story can put on a page: no style, no event,
 * no form but a disabled box, no address but those above, no `id` that a script or a part of the
 * page could confuse with its own (only `s-…` headings, `fn-…` footnotes, `fnref-…` their calls).
 */
export const storySchema: Options = {
  strip: ["script", "style"],
  clobber: [],
  clobberPrefix: "",
  ancestors: {},
  required: { input: { type: "checkbox", disabled: true } },
  protocols: { href: ["http", "https", "mailto"] },
  tagNames: (
    "a blockquote br code del div em h2 h3 h4 h5 h6 hr img input li ol p pre section span strong " +
    "sup table tbody td th thead tr ul"
  ).split(" "),
  attributes: {
    a: [
      ["href", LINK_ADDRESS],
      ["rel", "noopener", "nofollow", "ugc"],
      ["id", /^fnref-[a-z0-9-]+$/],
      ["dataLink", SLUG],
      ["className", "data-footnote-backref"],
      ["ariaDescribedBy", "fn-label"],
      "ariaLabel",
      "dataFootnoteRef",
      "dataFootnoteBackref",
      "title",
    ],
    code: [["className", /^language-[\w+#.-]+$/]],
    div: [["className", "table-scroll"], ["role", "region"], ["tabIndex", 0], "ariaLabel"],
    h2: [
      ["id", /^s-[a-z0-9-]+$/, "fn-label"],
      ["className", "footnotes-label"],
    ],
    h3: [["id", /^s-[a-z0-9-]+$/]],
    h4: [["id", /^s-[a-z0-9-]+$/]],
    h5: [["id", /^s-[a-z0-9-]+$/]],
    h6: [["id", /^s-[a-z0-9-]+$/]],
    img: [["src", FILE_ADDRESS], ["loading", "lazy"], "alt", "title"],
    input: [["type", "checkbox"], ["disabled", true], "checked", "ariaLabel"],
    li: [
      ["className", "task-list-item"],
      ["id", /^fn-[a-z0-9-]+$/],
    ],
    ol: ["start"],
    pre: [["tabIndex", 0]],
    section: [["className", "footnotes"], "dataFootnotes"],
    span: [["className", "code-point", /^pl-[a-z0-9]+$/]],
    sup: ["dataCite"],
    td: [["className", /^align-(?:left|right|center)$/]],
    th: [
      ["className", /^align-(?:left|right|center)$/],
      ["scope", "col"],
    ],
    ul: [["className", "contains-task-list"]],
  },
};
