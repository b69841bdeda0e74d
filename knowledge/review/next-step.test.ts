import { expect, test } from "vitest";

import { nextStep } from "./next-step";

const approved = (number: number) => ({ number, assessment: "approved" as const });
const sentBack = (number: number) => ({ number, assessment: "sent-back" as const });
const nothing = { toAssess: null, toPublish: null };

test("what was asked for waits for a word, and once approved for its publication", () => {
  expect(nextStep({ askedFor: null, published: null }, [])).toEqual(nothing);
  const first = { askedFor: 1, published: null };
  expect(nextStep(first, [])).toEqual({ toAssess: 1, toPublish: null });
  expect(nextStep(first, [approved(1)])).toEqual({ toAssess: null, toPublish: 1 });
  expect(nextStep({ askedFor: null, published: 1 }, [approved(1)])).toEqual(nothing);
});

test("what was sent back waits for nobody until it is asked for again", () => {
  expect(nextStep({ askedFor: null, published: null }, [sentBack(1)])).toEqual(nothing);
  expect(nextStep({ askedFor: 1, published: null }, [sentBack(1)]).toAssess).toBe(1);
});

test("a newer one waits for its own word, whatever an earlier one has got", () => {
  expect(nextStep({ askedFor: 3, published: 1 }, [approved(1)])).toEqual({
    toAssess: 3,
    toPublish: null,
  });
  expect(nextStep({ askedFor: 3, published: null }, [approved(2)])).toEqual({
    toAssess: 3,
    toPublish: 2,
  });
});
