import { expect, test } from "vitest";

import { markdownFromHtml } from "./from-html";
import { unwrappedAddress } from "./unwrapped-address";

test.each([
  [
    "https://www.google.com/url?q=https://ci.example/412?a%3D1%26b%3D2&sa=D&source=editors&ust=17",
    "https://ci.example/412?a=1&b=2",
  ],
  ["https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fx.example%2F", "https://x.example/"],
  [
    "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.example%2Fa&data=05",
    "https://x.example/a",
  ],
  ["https://slack-redir.net/link?url=https%3A%2F%2Fx.example", "https://x.example"],
])("%s leads to its target", (address, target) => {
  expect(unwrappedAddress(address)).toBe(target);
});

test.each([
  "https://www.google.com/url?q=javascript:alert(1)",
  "https://www.google.com/search?q=https://x.example",
  "https://evil.example/google.com/url?q=https://x.example",
  "/display/OPS",
  "https://",
])("%s stays as it is", (address) => {
  expect(unwrappedAddress(address)).toBe(address);
});

test("a text processor's page has the targets", () => {
  const html = `<p><a href="https://www.google.com/url?q=https://x.example/a&amp;sa=D">the log</a></p>`;
  expect(markdownFromHtml(html)).toBe("[the log](https://x.example/a)");
});
