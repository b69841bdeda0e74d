import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Slug } from "./slug";
import { SLUG_LIMIT, slugOf } from "./slug-of";

describe("a slug", () => {
  test.each(["a", "retry-storm", "aws-2011-04-ebs", "2038", "a".repeat(SLUG_LIMIT)])(
    "may be %s",
    (slug) => {
      expect(Slug.safeParse(slug).success).toBe(true);
    },
  );

  test.each([
    "",
    "-a",
    "a-",
    "a--b",
    "A",
    "a_b",
    "../etc",
    "a/b",
    "é",
    "a\n",
    "a".repeat(SLUG_LIMIT + 1),
  ])("may not be %j", (slug) => {
    expect(Slug.safeParse(slug).success).toBe(false);
  });
});

describe("a slug of a wording", () => {
  test("keeps the first five words", () => {
    expect(slugOf("The update reached every host at once.")).toBe("the-update-reached-every-host");
  });

  test("folds letters with marks and ligatures to ASCII", () => {
    expect(slugOf("Überlauf im Straßenzähler, Ærø")).toBe("uberlauf-im-strassenzahler-aero");
  });

  test("does not split a word at an apostrophe", () => {
    expect(slugOf("The customer's data")).toBe("the-customers-data");
  });

  test("leaves out the word that would exceed 48 characters", () => {
    expect(slugOf("internationalisation misunderstanding counterproductive")).toBe(
      "internationalisation-misunderstanding",
    );
  });

  test("is told apart from those already taken", () => {
    expect(slugOf("Retry storm", new Set(["retry-storm", "retry-storm-2"]))).toBe("retry-storm-3");
  });

  test("is valid and not taken, whatever the wording", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string()), (text, others) => {
        const taken = new Set([slugOf(text), ...others]);
        const slug = slugOf(text, taken);
        expect(Slug.safeParse(slug).success).toBe(true);
        expect(taken.has(slug)).toBe(false);
      }),
    );
  });
});
