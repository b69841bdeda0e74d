import type { IncomingMessage } from "node:http";

import { postedPages } from "#app/posted-pages";

import type { Address } from "./address";
import { plainPage } from "./plain-pages";
import { onlyRead, pageReply, problemReply, type Reply } from "./replies";

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

export function isRead(request: IncomingMessage): boolean {
  return request.method === "GET" || request.method === "HEAD";
}
