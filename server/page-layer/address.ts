/**
 * What a request's address asks for.
 *
 * - `page`: something Next renders and the layer may keep. `key` is the canonical address, and also
 *   what Next is shown, so that nothing outside the key can change what is kept under it.
 * - `file`: a file of ours. `immutable` where its name or its `v` parameter changes with its content;
 *   of its query nothing else counts, and not the value either.
 * - `passed`: goes to Next as it came.
 * - `refused`: no page can have this address; `why` is a sentence for the reader.
 */
export type Address =
  | { kind: "page"; key: string }
  | { kind: "file"; key: string; immutable: boolean }
  | { kind: "passed" }
  | { kind: "refused"; why: string };

/** Names of the query parameters that a path reads, in the order of the canonical address. */
export type KnownParameters = (path: string) => readonly string[];

/** Longest address that is answered, in characters of the request line. */
export const LONGEST_ADDRESS = 4096;

const BUILT = "/_next/static/";
const ASSETS = "/assets/";
// Pictures are large, and kept by browsers; each asks by itself who may see it.
const PASSED = ["/_next/", "/api/", "/files/"];

const MALFORMED: Address = {
  kind: "refused",
  why: "This address is not well formed, so there is nothing to show for it.",
};
const TOO_LONG: Address = {
  kind: "refused",
  why: `This address is longer than ${LONGEST_ADDRESS} characters, which is more than we read.`,
};

/**
 * Reads the address of a request line.
 *
 * Two addresses of one page have one key: a path's percent-encoding is brought into one form,
 * parameters stand in the order of `known`, those it does not name and those without a value are
 * dropped. The values of one parameter keep their order, which can have a meaning.
 */
export function addressOf(url: string, known: KnownParameters): Address {
  if (url.length > LONGEST_ADDRESS) return TOO_LONG;
  const mark = url.indexOf("?");
  const path = canonicalPath(mark < 0 ? url : url.slice(0, mark));
  if (path === null) return MALFORMED;
  const query = mark < 0 ? "" : url.slice(mark + 1);
  if (path.startsWith(BUILT)) return { kind: "file", key: path, immutable: true };
  if (path.startsWith(ASSETS)) return asset(path, query);
  if (path === "/api" || !PASSED.some((prefix) => path.startsWith(prefix))) {
    return query === "" ? { kind: "page", key: path } : pageWithQuery(path, query, known);
  }
  return { kind: "passed" };
}

function asset(path: string, query: string): Address {
  const immutable = new URLSearchParams(query).has("v");
  return { kind: "file", key: immutable ? `${path}?v` : path, immutable };
}

function pageWithQuery(path: string, query: string, known: KnownParameters): Address {
  const given = new URLSearchParams(query);
  // Next's router asks for a page's data under this parameter.
  if (given.has("_rsc")) return { kind: "passed" };
  const kept = new URLSearchParams();
  for (const name of known(path)) {
    for (const value of given.getAll(name)) if (value !== "") kept.append(name, value);
  }
  const canonical = kept.toString();
  // PostgreSQL cannot hold this character in a text, so no search could be answered with it.
  if (canonical.includes("%00")) return MALFORMED;
  return { kind: "page", key: canonical === "" ? path : `${path}?${canonical}` };
}

// Most paths hold nothing that could be written in two ways.
const PLAIN_PATH = /^(?:\/[a-z0-9_-][a-z0-9._-]*)*\/?$/i;

/** The path in its one form, or null if it is not one: `//host`, a climbing segment, broken encoding. */
function canonicalPath(path: string): string | null {
  if (PLAIN_PATH.test(path)) return path === "" ? null : path;
  if (!path.startsWith("/") || path.startsWith("//")) return null;
  const segments: string[] = [];
  for (const written of path.slice(1).split("/")) {
    const segment = decoded(written);
    if (segment === null || segment === "." || segment === "..") return null;
    segments.push(encodeURIComponent(segment));
  }
  return `/${segments.join("/")}`;
}

function decoded(segment: string): string | null {
  try {
    const text = decodeURIComponent(segment);
    return hasControl(text) || text.includes("\\") ? null : text;
  } catch {
    return null;
  }
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}
