import { pagesOfEachKind } from "../support/kinds";
import { expect, test } from "../own-server/test";

test.setTimeout(180_000);

test("while the database is away pages are kept or say so in plain words, and it comes back by itself", async ({
  own,
  request,
  page,
}) => {
  const kept = "/incidents/aws-2017-02-s3";
  const unseen = "/incidents/aws-2012-10-ebs-agent?page=1";
  expect((await request.get(kept)).status()).toBe(200);
  expect((await request.get("/readyz")).status()).toBe(200);

  process.kill(own.postgres(), "SIGKILL");
  const away = performance.now();
  const answers: { address: string; status: number; retry: string; text: string }[] = [];
  const look = async (address: string) => {
    const answer = await request.get(address);
    const text = await answer.text();
    answers.push({
      address,
      status: answer.status(),
      retry: answer.headers()["retry-after"] ?? "",
      text,
    });
    return answer.status();
  };
  // Addresses that were never asked for before: nothing of them can be kept.
  let asked = 0;
  const fresh = () => `/incidents?q=word${(asked += 1)}`;
  await expect.poll(() => look(fresh()), { timeout: 5_000, intervals: [50] }).toBe(503);
  await look(kept);
  await look("/readyz");
  await look("/healthz");
  await expect.poll(() => look(fresh()), { timeout: 30_000, intervals: [200] }).toBe(200);
  const seconds = (performance.now() - away) / 1000;
  test
    .info()
    .annotations.push({ type: "seconds until it served again", description: seconds.toFixed(1) });
  expect(seconds).toBeLessThan(20);

  expect(answers.filter(({ status }) => ![200, 503].includes(status))).toEqual([]);
  expect(answers.filter(({ address, status }) => address === "/healthz" && status !== 200)).toEqual(
    [],
  );
  const refused = answers.filter(({ status, address }) => status === 503 && address !== "/readyz");
  expect(refused.length).toBeGreaterThan(0);
  for (const { retry, text } of refused) {
    expect(retry).toMatch(/^\d+$/);
    expect(text).toContain("database cannot be reached");
    expect(text).not.toMatch(/ECONNREFUSED|at .*\.(ts|js):\d+/);
  }
  await expect
    .poll(async () => (await request.get("/readyz")).status(), { timeout: 10_000 })
    .toBe(200);
  expect((await request.get(unseen)).status()).toBe(200);
  await page.goto(pagesOfEachKind["a failure class"] ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Staged-rollout gap");
});
