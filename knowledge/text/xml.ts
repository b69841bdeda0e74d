/** A piece of XML that is well formed. Only `element` makes one, so nothing in it was left unescaped. */
export interface Xml {
  readonly markup: string;
}

/**
 * An element with its attributes and children. Strings are text: they are escaped, and characters
 * that XML 1.0 cannot hold in any form (most controls, halves of surrogate pairs) are left out.
 * `name` and the names of attributes are the caller's own words, never input.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Xml | string)[] = [],
): Xml {
  const open = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${text(value)}"`),
  ];
  const inside = children.map((child) => (typeof child === "string" ? text(child) : child.markup));
  if (inside.length === 0) return { markup: `<${open.join(" ")}/>` };
  return { markup: `<${open.join(" ")}>${inside.join("")}</${name}>` };
}

/** A whole document in UTF-8 around its root. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`;
}

// Everything but what https://www.w3.org/TR/xml/#charsets allows.
// oxlint-disable-next-line no-control-regex -- these controls are what we look for
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A reader would turn a bare one into a line feed.
  "\r": "&#13;",
};

function text(words: string): string {
  return words
    .replace(IMPOSSIBLE, "")
    .replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? "");
}
