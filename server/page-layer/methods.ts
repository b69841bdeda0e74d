import type { IncomingMessage } from "node:http";

import { paths } from "#app/paths";
import { postedPages } from "#app/posted-pages";

import type { Address } from "./address";
import { plainPage } from "./plain-pages";
import { onlyRead, pageReply, problemReply, type Reply, wordReply } from "./replies";

/** The methods that a handler of ours can have; Next fails over others. */
const PASSED_METHODS = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

/** Whether what stands at an address can be asked with this method at all. */
export function takes(address: Address, request: IncomingMessage): boolean {
  if (address.kind === "passed") return PASSED_METHODS.has(request.method ?? "");
  return isRead(request) || formLimit(address, request) !== null;
}

/** How large a form may be that is sent to a page, in bytes; null where none is sent or taken. */
export function formLimit(address: Address, request: IncomingMessage): number | null {
  if (address.kind !== "page" || request.method !== "POST") return null;
  return postedPages.get(address.key) ?? null;
}

/** What is answered where there is no such address, or one that does not take the method. */
export function refusal(request: IncomingMessage, address: Address): Reply {
  // A program that asks the API reads problems, not pages.
  const forPrograms = (request.url ?? "").startsWith("/api/");
  if (address.kind === "refused") {
    return forPrograms
      ? problemReply(400, "Bad Request", address.why)
      : pageReply(400, plainPage("There is no such address", address.why));
  }
  return forPrograms
    ? { ...problemReply(405, "Method Not Allowed", onlyRead.text.trim()), allow: onlyRead.allow }
    : onlyRead;
}

/**
 * What visitors are answered where only members are let in. Whoever only reads is asked to sign in; a
 * program is told of nothing, and of a change that it has to sign in first, whatever the address: a
 * page whose session has ended in the meantime can then ask for it, and send the change again.
 */
export function turnedAway(request: IncomingMessage): Reply {
  const forPrograms = (request.url ?? "").startsWith("/api/");
  if (forPrograms && !isRead(request)) {
    const why =
      "You are not signed in (any more). Sign in, and send it again; nothing was changed.";
    return problemReply(401, "Unauthorized", why);
  }
  if (forPrograms || !isRead(request)) {
    return problemReply(404, "Not Found", "There is nothing here for who is not signed in.");
  }
  return { ...wordReply(303, "Sign in first."), location: paths.signIn(request.url) };
}

export function isRead(request: IncomingMessage): boolean {
  return request.method === "GET" || request.method === "HEAD";
}
