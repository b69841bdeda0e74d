import { expect, test } from "vitest";

import { digestedSlug, organizationSlug, productSlug } from "./name-slug";

test("names that fold alike are one product, and names without Latin letters are told apart", () => {
  expect(productSlug("Bot Management")).toBe(productSlug("bot-management"));
  expect(productSlug("製品")).toMatch(/^product-[0-9a-f]{8}$/);
  expect(productSlug("製品")).not.toBe(productSlug("產品"));
});

test("an organisation's address is its name where nothing is lost, and never another's", () => {
  expect(organizationSlug("Acme Retail 2")).toBe("acme-retail-2");
  const others = [
    "Acme-Retail 2",
    "Acme Retail, 2",
    "Acmé Retail 2",
    "Аcme Retail 2",
    "!!!",
    "会社",
  ];
  const slugs = others.map(organizationSlug);
  expect(new Set(slugs).size).toBe(others.length);
  for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{8}$/);
  expect(organizationSlug("!!!")).toMatch(/^organization-/);
  expect(organizationSlug("x".repeat(200))).toMatch(/^x{60}-[0-9a-f]{8}$/);
  expect(digestedSlug("Acme Retail 2")).toMatch(/^acme-retail-2-[0-9a-f]{8}$/);
});
