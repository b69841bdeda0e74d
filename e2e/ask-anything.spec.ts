import { answerTo } from "./support/answer-to";
import { expect, test } from "./support/test";

const addresses = [
  "/search",
  "/search/answer",
  "/search/suggestions",
  "/search/by-text",
  "/incidents",
  "/compare",
  "/patterns",
  "/api/v1/search",
  "/api/v1/incidents",
  "/api/v1/factors",
  "/search.json",
  "/search.csv",
  "/search.atom",
];

const strange = [
  "q=%22unclosed",
  "q=%22",
  "q=-",
  "q=%26%20%7C%20%21%20%28%20%29%20%3A%2A%20%5C",
  "q=%27%3B%20DROP%20TABLE%20document%3B--",
  "q=(a%2B)%2B%24+(x%2Bx%2B)%2By",
  "q=%F0%9F%A6%91%F0%9F%94%A5",
  "q=%E2%80%AE%D7%A9%D7%9C%D7%95%D7%9D%E2%81%A6",
  "q=%ED%A0%80",
  "q=%",
  `q=${"a".repeat(3_900)}`,
  `q=${"a%20".repeat(900)}`,
  "page=-1",
  "page=99999999999999999999",
  "limit=-1",
  "limit=1e9",
  "class=x&".repeat(480),
  `${Array.from({ length: 1_000 }, () => "class").join("=a&")}=b`.slice(0, 4_000),
  "from=0000&to=9999",
  "match=some&sort=;&rows=;",
  "__proto__=1&class[]=a",
  "incident=%F0%9F%A6%91&incident=..%2F..%2Fetc&incident=a&incident=b&incident=c",
  "role=constructor&family=__proto__&sort=hasOwnProperty",
];
/** What no page can have in its address: refused in plain words. */
const impossible = ["q=%00", "class=%00&org=a%00b", `q=${"a".repeat(10_000)}`];

/** Milliseconds; the database gives up a statement after five seconds, and machines are busy at times. */
const BOUND = 20_000;

for (const address of addresses) {
  test(`${address} answers whatever is asked, in bounded time`, async ({ site }) => {
    for (const asked of strange) {
      const began = performance.now();
      const { status } = await answerTo(site, `${address}?${asked}`);
      expect([asked.slice(0, 60), status]).toEqual([asked.slice(0, 60), 200]);
      expect(performance.now() - began).toBeLessThan(BOUND);
    }
    for (const asked of impossible) {
      const { status, body } = await answerTo(site, `${address}?${asked}`);
      expect([200, 400]).toContain(status);
      expect(body.length).toBeGreaterThan(10);
    }
  });
}
