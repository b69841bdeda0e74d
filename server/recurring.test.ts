import { expect, test, vi } from "vitest";

import { recurring } from "./recurring";

test("does it at once and again, also after it went wrong, until it is closed", async () => {
  const said: string[] = [];
  const work = vi.fn<() => Promise<void>>(async () => {
    if (work.mock.calls.length === 2) throw new Error("no database");
  });
  const one = recurring("Tidying", work, { pause: 5, say: (line) => said.push(line) });
  expect(work).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(work.mock.calls.length).toBeGreaterThan(2));
  await one.close();
  const times = work.mock.calls.length;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(work).toHaveBeenCalledTimes(times);
  expect(said).toEqual(["Tidying did not work, and is tried again later: Error: no database"]);
});

test("closing waits for what is being done", async () => {
  let isDone = false;
  const one = recurring("Tidying", async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    isDone = true;
  });
  await one.close();
  expect(isDone).toBe(true);
});
