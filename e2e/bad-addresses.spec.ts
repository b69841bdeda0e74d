import { answerTo } from "./support/answer-to";
import { htmlText } from "./support/html-text";
import { incidents } from "./support/kinds";
import { expect, test } from "./support/test";

const typingErrors: Readonly<Record<string, string>> = {
  "/incidents/cloudflare-2025-11-bot-managment": `/incidents/${incidents.botManagement}`,
  "/classes/staged-rolout-gap": "/classes/staged-rollout-gap",
  "/patterns/half-ded": "/patterns/half-dead",
  "/organizations/cloudflair": "/organizations/cloudflare",
  "/products/worker-kv": "/products/workers-kv",
  "/sectors/cdn-and-netwrk": "/sectors/cdn-and-network",
  "/glossary/rolback": "/glossary/rollback",
  "/reading/sre-weekly-43": "/reading/sre-weekly-436",
  "/sources/cloudflare-96310646": "/sources/cloudflare-96310645",
};

for (const [mistyped, meant] of Object.entries(typingErrors)) {
  test(`${mistyped} is not there, and says what is near`, async ({ page }) => {
    const answer = await page.goto(mistyped);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.locator(`main a[href="${meant}"]`).count(), `a link to ${meant}`).toBe(1);
  });
}

test("a class that is not there finds nothing, says so and names the nearest", async ({ page }) => {
  const answer = await page.goto("/incidents?class=cascading-failur");
  expect(answer?.status()).toBe(200);
  await expect(page.getByText("There is no", { exact: false })).toContainText("cascading-failur");
  await expect(
    page
      .getByRole("main")
      .getByText(/^0 incidents$/)
      .and(page.locator("p")),
  ).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: "Cascading failure", exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(/class=cascading-failure$/);
  await expect(
    page
      .getByRole("main")
      .getByText(/^0 incidents$/)
      .and(page.locator("p")),
  ).toHaveCount(0);
});

test("an organisation that is not there finds nothing and names the nearest", async ({ page }) => {
  await page.goto("/incidents?org=cloudflair");
  await expect(
    page
      .getByRole("main")
      .getByText(/^0 incidents$/)
      .and(page.locator("p")),
  ).toBeVisible();
  await expect(
    page.getByText("There is no", { exact: false }).getByRole("link", { name: "Cloudflare" }),
  ).toBeVisible();
});

const likeNotGiven = [
  "?page=-1",
  "?page=0",
  "?page=1.5",
  "?page=abc",
  "?page=NaN",
  "?severity=x",
  "?sort=sideways",
  "?from=tomorrow",
  "?to=2024-13-45",
  "?match=some",
  "?kind=accident",
  "?role=culprit",
  "?unknown=1",
  "?q=",
  "?page=1&page=1",
  "?class=",
  "?=",
  "?&&&",
];

for (const query of likeNotGiven) {
  test(`/incidents${query} is the whole list`, async ({ request }) => {
    const [asked, whole] = [
      await request.get(`/incidents${query}`),
      await request.get("/incidents"),
    ];
    expect(asked.status()).toBe(200);
    expect(htmlText(await asked.text())).toBe(htmlText(await whole.text()));
  });
}

const odd = [
  "/incidents?page=99999999",
  "/incidents?page=99999999999999999999999999",
  "/sources?page=99999999",
  "/sources?page=-1",
  "/claims?outcome=x",
  "/classes?role=x",
  "/incidents?q=%F0%9F%A6%91%F0%9F%94%A5",
  "/incidents?q=%22unclosed",
  "/incidents?q=-",
  "/incidents?q=%27%3B%20DROP%20TABLE%20document%3B--",
  "/incidents?q=%3Cscript%3Ealert(1)%3C/script%3E",
  "/incidents?q=a%26b%7Cc%21%28%29%3A%2A%5C",
  "/incidents?q=%E2%80%AE%E2%81%A6",
  "/incidents?q=%ED%A0%80",
  "/incidents?q=%",
  `/incidents?q=${"a".repeat(3_900)}`,
  `/incidents?q=${"a%20".repeat(900)}`,
  `/incidents?${"class=x&".repeat(480)}`,
  `/incidents?${"org=cloudflare&".repeat(250)}`,
  "/incidents?from=0000&to=9999",
  "/incidents?from=2024-12-31&to=2020",
  "/incidents?from=-2020",
  "/incidents?class[]=a&class[b]=c",
  "/incidents?__proto__=1&constructor=2",
  "/incidents?class=__proto__",
  "/incidents?org=constructor",
  `/incidents/${incidents.botManagement}?page=7&x=y`,
  `/incidents/${incidents.botManagement}/history/1?against=99`,
  `/incidents/${incidents.botManagement}/history/1?against=-1`,
  `/incidents/${incidents.botManagement}/history/1?against=x`,
];

for (const address of odd) {
  test(`${address.slice(0, 70)} is answered as a page`, async ({ site }) => {
    const { status, body } = await answerTo(site, address);
    expect(status).toBe(200);
    expect(body).toContain("<h1");
    expect(body).not.toContain("<script>alert");
  });
}

const impossible: readonly [address: string, statuses: readonly number[]][] = [
  ["//evil.example", [400, 404]],
  ["//evil.example/%2e%2e", [400, 404]],
  ["/%", [400]],
  ["/%00", [400]],
  ["/incidents/%00", [400]],
  ["/incidents?q=%00", [400]],
  ["/incidents/%ff", [400]],
  ["/../../etc/passwd", [400]],
  ["/incidents/..%2f..%2fetc%2fpasswd", [400, 404]],
  ["/incidents/%5c..%5c", [400, 404]],
  ["/_next/../../../package.json", [400, 404]],
  ["/assets/..%2f..%2fpackage.json", [400, 404]],
  [`/${"a".repeat(10_000)}`, [400, 414]],
  [`/incidents?q=${"a".repeat(10_000)}`, [400, 414]],
  ["/incidents/🦑", [400, 404]],
  ["/incidents/%F0%9F%A6%91", [404]],
  ["/incidents/__proto__", [404]],
  ["/incidents/constructor.json", [404]],
  ["/incidents/a.md.md", [404]],
  [`/incidents/${incidents.botManagement}/history/0`, [404]],
  [`/incidents/${incidents.botManagement}/history/99`, [404]],
  [`/incidents/${incidents.botManagement}/history/x`, [404]],
  [`/incidents/${incidents.botManagement}/history/99999999999999999999`, [404]],
  [`/incidents/${incidents.botManagement}/nothing`, [404]],
  [`/INCIDENTS/${incidents.botManagement}`, [404]],
  ["/feed.xml", [404]],
  ["/sitemap-99999.xml", [404]],
  ["/.env", [404]],
  ["/.git/config", [404]],
  ["/package.json", [404]],
];

for (const [address, statuses] of impossible) {
  test(`${address.slice(0, 60)} is refused in plain words`, async ({ site }) => {
    const { status, body, headers } = await answerTo(site, address);
    expect(statuses).toContain(status);
    expect(headers.location).toBeUndefined();
    expect(body).not.toMatch(/\bat .*\.(ts|js):\d+|node_modules|Error:/);
    expect(htmlText(body).length).toBeGreaterThan(10);
  });
}

test("other methods than reading are refused, and read nothing", async ({ request }) => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
    const answer = await request.fetch(`/incidents/${incidents.botManagement}`, {
      method,
      data: "x",
    });
    expect([404, 405], method).toContain(answer.status());
  }
});
