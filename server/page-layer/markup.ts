/** A start tag with what a browser would read from it; names are in lower case. */
export type StartTag = {
  kind: "tag";
  name: string;
  attributes: ReadonlyMap<string, string>;
  start: number;
  /** Just behind the tag's `>`. */
  end: number;
  /** For elements whose content is no markup (script, style …): where the content ends. */
  contentEnd: number;
  /** For the same: just behind the end tag. For all others equal to `end`. */
  elementEnd: number;
};
type Comment = { kind: "comment"; text: string; start: number; end: number };

/** Content that a browser does not read as markup; of these only a script can hide its own end. */
const OPAQUE = new Set([
  "script",
  "style",
  "title",
  "textarea",
  "xmp",
  "iframe",
  "noembed",
  "noframes",
]);

/**
 * The start tags and comments of a page in the order in which a browser's tokenizer meets them
 * (HTML standard, 13.2.5). Text, end tags and doctypes are passed over.
 *
 * Each character is looked at a bounded number of times, whatever the page holds, and what is left
 * open (a tag, a comment, a script) reaches to the end, as it does in a browser.
 */
export function* markupOf(html: string): Generator<StartTag | Comment> {
  let at = html.indexOf("<");
  while (at >= 0) {
    const next = html.charCodeAt(at + 1);
    let end = at + 1;
    if (html.startsWith("<!--", at)) {
      const comment = commentAt(html, at);
      yield comment;
      end = comment.end;
    } else if (next === 0x21 || next === 0x3f) {
      end = behind(html.indexOf(">", at), html);
    } else if (next === 0x2f) {
      end = isLetter(html.charCodeAt(at + 2)) ? tagAt(html, at, at + 2).end : at + 2;
    } else if (isLetter(next)) {
      const tag = tagAt(html, at, at + 1);
      yield tag;
      end = tag.elementEnd;
    }
    at = html.indexOf("<", end);
  }
}

function behind(found: number, html: string): number {
  return found < 0 ? html.length : found + 1;
}

function commentAt(html: string, start: number): Comment {
  // From two on, because `<!-->` and `<!--->` are whole comments.
  let dashes = html.indexOf("--", start + 2);
  while (dashes >= 0) {
    const closing = html.startsWith("--!>", dashes) ? 4 : 3;
    if (closing === 4 || html.charCodeAt(dashes + 2) === 0x3e) {
      const text = html.slice(start + 4, Math.max(start + 4, dashes));
      return { kind: "comment", text, start, end: dashes + closing };
    }
    dashes = html.indexOf("--", dashes + 1);
  }
  return { kind: "comment", text: html.slice(start + 4), start, end: html.length };
}

function tagAt(html: string, start: number, nameStart: number): StartTag {
  let nameEnd = nameStart;
  while (nameEnd < html.length && !endsName(html.charCodeAt(nameEnd))) nameEnd += 1;
  const name = html.slice(nameStart, nameEnd).toLowerCase();
  const attributes = new Map<string, string>();
  const end = behindAttributes(html, nameEnd, attributes);
  const isOpaque = nameStart === start + 1 && OPAQUE.has(name);
  const contentEnd = isOpaque ? opaqueEnd(html, end, name) : end;
  const elementEnd = isOpaque ? behind(html.indexOf(">", contentEnd), html) : end;
  // Not put together by spreading, which took most of the time that a page takes here.
  return { kind: "tag", name, attributes, start, end, contentEnd, elementEnd };
}

/** Reads the attributes that follow a tag's name, and returns what is just behind its `>`. */
function behindAttributes(html: string, start: number, attributes: Map<string, string>): number {
  let at = start;
  for (;;) {
    while (at < html.length && separates(html.charCodeAt(at))) at += 1;
    if (at >= html.length || html.charCodeAt(at) === 0x3e) return Math.min(at + 1, html.length);
    at = attributeAt(html, at, attributes);
  }
}

/** Reads one attribute into `attributes` (the first of a name counts) and returns what follows it. */
function attributeAt(html: string, start: number, attributes: Map<string, string>): number {
  // A leading `=` belongs to the name, as the standard has it.
  let at = start + 1;
  while (at < html.length && !endsAttributeName(html.charCodeAt(at))) at += 1;
  const name = html.slice(start, at).toLowerCase();
  let next = at;
  while (isSpace(html.charCodeAt(next))) next += 1;
  let value = "";
  if (html.charCodeAt(next) === 0x3d) {
    next += 1;
    while (isSpace(html.charCodeAt(next))) next += 1;
    [value, at] = valueAt(html, next);
  }
  if (!attributes.has(name)) attributes.set(name, value);
  return at;
}

function valueAt(html: string, start: number): [value: string, end: number] {
  const quote = html.charAt(start);
  if (quote === '"' || quote === "'") {
    const closing = html.indexOf(quote, start + 1);
    if (closing < 0) return [html.slice(start + 1), html.length];
    return [html.slice(start + 1, closing), closing + 1];
  }
  let at = start;
  while (at < html.length && !isSpace(html.charCodeAt(at)) && html.charCodeAt(at) !== 0x3e) at += 1;
  return [html.slice(start, at), at];
}

/** Where the content of an opaque element ends: at the `<` of its end tag, or with the page. */
function opaqueEnd(html: string, start: number, name: string): number {
  if (name === "script") return scriptEnd(html, start);
  let at = html.indexOf("</", start);
  while (at >= 0 && !namesElement(html, at + 2, name)) at = html.indexOf("</", at + 2);
  return at < 0 ? html.length : at;
}

type ScriptState = "plain" | "escaped" | "nested";

/**
 * A script ends at `</script`, unless it holds `<!--` and then `<script`: from there on the next
 * `</script` only ends the nested one, until `-->`.
 */
function scriptEnd(html: string, start: number): number {
  let state: ScriptState = "plain";
  let at = start;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code === 0x2d && html.startsWith("-->", at)) state = "plain";
    if (code === 0x3c) {
      const closes = html.charCodeAt(at + 1) === 0x2f && namesElement(html, at + 2, "script");
      if (closes && state !== "nested") return at;
      state = closes ? "escaped" : behindOpening(html, at, state);
    }
    at += 1;
  }
  return html.length;
}

/** The state behind a `<` that ends nothing. The dashes of `<!-->` also count for its `-->`. */
function behindOpening(html: string, at: number, state: ScriptState): ScriptState {
  if (state === "plain") return html.startsWith("<!--", at) ? "escaped" : "plain";
  return state === "escaped" && namesElement(html, at + 1, "script") ? "nested" : state;
}

function namesElement(html: string, at: number, name: string): boolean {
  const end = at + name.length;
  const follows = html.charCodeAt(end);
  return (
    (isSpace(follows) || follows === 0x2f || follows === 0x3e) &&
    html.slice(at, end).toLowerCase() === name
  );
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c || code === 0x0d;
}

function separates(code: number): boolean {
  return isSpace(code) || code === 0x2f;
}

function endsName(code: number): boolean {
  return separates(code) || code === 0x3e;
}

function endsAttributeName(code: number): boolean {
  return separates(code) || code === 0x3e || code === 0x3d;
}
