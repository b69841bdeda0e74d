import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";

import { suggestedSlug } from "./suggested-slug";

const suggested = (organization: string[], started: string | undefined, title?: string) =>
  suggestedSlug({ ...IncidentRecord.parse({}), organization, started, title });

describe("the address that is suggested for an incident", () => {
  test.each([
    [
      "Cloudflare",
      "2026-11-14T09:05Z",
      "A flush for the cache emptied all of it",
      "cloudflare-2026-11-flush-cache-emptied",
    ],
    ["Acme", "about 2026-11", "Acme: the checkout was down", "acme-2026-11-checkout-down"],
    ["Bank of Somewhere", "2026", "Payments twice", "bank-of-2026-payments-twice"],
    [
      "Société Générale",
      "2026-01-02",
      "Übergabe verloren",
      "societe-generale-2026-01-ubergabe-verloren",
    ],
  ])("is whose it was, when, and what: %s, %s, %s", (whose, started, title, slug) => {
    expect(suggested([whose], started, title)).toBe(slug);
  });

  test("does without what nobody has said yet", () => {
    expect(suggested([], undefined, "Disk full")).toBe("disk-full");
    expect(suggested(["Acme"], undefined, undefined)).toBe("acme");
    expect(suggested(["Acme"], "2026-11", "It was the")).toBe("acme-2026-11");
    expect(suggested([], undefined, undefined)).toBe("text");
  });
});
