import { expect, test, vi } from "vitest";

import { rememberedSlugs } from "./known-slugs";

const things = [{ slug: "retry-storm", kind: "class", title: "Retry storm" } as const];

test("slugs are read once a minute however often they are asked for, and without their titles", async () => {
  let now = 0;
  const read = vi.fn<() => Promise<typeof things>>().mockResolvedValue(things);
  const slugs = rememberedSlugs(read, () => now);
  const [first] = await Promise.all([slugs(), slugs(), slugs()]);
  expect(first).toEqual([{ slug: "retry-storm", kind: "class" }]);
  now = 59_999;
  await slugs();
  expect(read).toHaveBeenCalledTimes(1);
  now = 60_000;
  await slugs();
  expect(read).toHaveBeenCalledTimes(2);
});

test("a reading that failed is not remembered", async () => {
  const read = vi
    .fn<() => Promise<typeof things>>()
    .mockRejectedValueOnce(new Error("away"))
    .mockResolvedValue(things);
  const slugs = rememberedSlugs(read, () => 0);
  await expect(slugs()).rejects.toThrow("away");
  expect(await slugs()).toHaveLength(1);
});
