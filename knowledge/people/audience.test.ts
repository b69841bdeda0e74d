import { describe, expect, test, vi } from "vitest";

import { visitor } from "./actor";
import { audienceOf, currentAudience, perAudience, readingAs } from "./audience";
import { readable } from "./audience.store";

describe("what is read", () => {
  test("is read for visitors where nobody has said for whom", async () => {
    expect(currentAudience()).toBe("visitors");
    await readingAs("members", () => Promise.resolve());
    expect(currentAudience()).toBe("visitors");
  });

  test("is read for whom it was begun, also after a pause and by whatever it leads to", async () => {
    const later = () => new Promise<void>((resolve) => void setTimeout(resolve, 1));
    const asked = async () => {
      const before = currentAudience();
      const beside = later().then(currentAudience);
      await later();
      return [before, currentAudience(), await beside];
    };
    const [members, visitors] = await Promise.all([
      readingAs("members", asked),
      readingAs("visitors", asked),
    ]);
    expect(members).toEqual(["members", "members", "members"]);
    expect(visitors).toEqual(["visitors", "visitors", "visitors"]);
    expect(readingAs("members", () => readingAs("visitors", currentAudience))).toBe("visitors");
  });

  test("is read for members by whoever is signed in, whatever their duty", () => {
    expect(audienceOf(visitor)).toBe("visitors");
    const reader = { id: "a", name: "Rea", duty: "reader", sessionId: "s" } as const;
    expect(audienceOf({ kind: "member", ...reader })).toBe("members");
  });

  test("is read for the same audience by another copy of this file, as Next's bundle has one", async () => {
    vi.resetModules();
    const copy = await import("./audience");
    expect(copy.readingAs).not.toBe(readingAs);
    expect(copy.readingAs("members", currentAudience)).toBe("members");
    expect(readingAs("members", copy.currentAudience)).toBe("members");
  });

  test("keeps to one of two conditions", () => {
    expect(readable("i")).toBe(`i."visibility" = 'public'`);
    expect(readingAs("members", () => readable("i"))).toBe("TRUE");
  });
});

test("what is made once is made once for each audience", () => {
  const made: string[] = [];
  const one = perAudience(() => made.push(currentAudience()));
  expect([one(), one()]).toEqual([1, 1]);
  expect(readingAs("members", () => [one(), one()])).toEqual([2, 2]);
  expect(one()).toBe(1);
  expect(made).toEqual(["visitors", "members"]);
});
