import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { type Answered, RepeatedQuestion } from "./repeated-question";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function questionOf(answers: Answered<string>[]) {
  const asked: string[] = [];
  const told: (string | null)[] = [];
  const now: { text: string | null } = { text: "first" };
  const question = new RepeatedQuestion<string>({
    text: () => now.text,
    ask: (text) => {
      asked.push(text);
      return Promise.resolve(answers.shift() ?? { kind: "answered", answer: `of ${text}` });
    },
    tell: (answer) => told.push(answer),
  });
  return { asked, told, now, question };
}

test("a text is asked of once, and again when it has changed and stays so", async () => {
  const { asked, told, now, question } = questionOf([]);
  await question.ask();
  question.change();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(["first"]);
  now.text = "second";
  question.change();
  await vi.advanceTimersByTimeAsync(900);
  now.text = "third";
  question.change();
  await vi.advanceTimersByTimeAsync(900);
  expect(asked).toEqual(["first"]);
  await vi.advanceTimersByTimeAsync(100);
  expect([asked, told]).toEqual([
    ["first", "third"],
    ["of first", "of third"],
  ]);
});

test("what nobody could answer is asked again, though the text stays as it is", async () => {
  const { asked, told, question } = questionOf([{ kind: "unanswered" }, { kind: "unanswered" }]);
  await question.ask();
  expect([asked, told]).toEqual([["first"], []]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([asked, told]).toEqual([["first", "first", "first"], ["of first"]]);
});

test("what was refused is asked again with the next change, and not by itself", async () => {
  const { asked, told, question } = questionOf([{ kind: "refused" }]);
  await question.ask();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(["first"]);
  question.change();
  await vi.advanceTimersByTimeAsync(1_000);
  expect([asked, told]).toEqual([["first", "first"], ["of first"]]);
});

test("a failure does not put off what is to be asked of a text that has changed", async () => {
  const { asked, now, question } = questionOf([{ kind: "unanswered" }]);
  const first = question.ask();
  now.text = "second";
  question.change();
  await first;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual(["first", "second"]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(["first", "second"]);
});

test("of too little nothing is asked, and after its end nothing more", async () => {
  const { asked, told, now, question } = questionOf([{ kind: "unanswered" }]);
  now.text = null;
  await question.ask();
  expect([asked, told]).toEqual([[], [null]]);
  now.text = "first";
  await question.ask();
  question.change();
  question.end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(["first"]);
});
