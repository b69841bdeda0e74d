import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { Draft } from "#knowledge/review/draft";

import { withRows, withUnfinished } from "./editing";
import { begun, quiet, begunAt } from "./saver-for-tests";
import type { Answer } from "./sending";

beforeEach(() => {
  vi.useFakeTimers({ now: begunAt });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("saving", () => {
  test("is said only of what the server has answered for", async () => {
    const { far, saver, title } = begun();
    title("A");
    expect(saver.state.kind).toBe("unsaved");
    await quiet();
    expect(saver.state.kind).toBe("saving");
    title("AB");
    await far.saves();
    expect(saver.state.kind).toBe("unsaved");
    await quiet();
    await far.saves();
    expect(saver.state).toMatchObject({ kind: "saved", version: 3 });
    expect(far.sent.map(({ version, document }) => [version, document.record.title])).toEqual([
      [1, "A"],
      [2, "AB"],
    ]);
  });

  test("waits for a moment of quiet, but not for long", async () => {
    const { far, title } = begun();
    for (let letter = 0; letter < 30; letter += 1) {
      title("x".repeat(letter + 1));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(far.sent.length).toBe(1);
  });

  test("sends one at a time", async () => {
    const { far, title } = begun();
    title("A");
    await quiet();
    title("AB");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(far.sent.length).toBe(1);
    await far.saves();
    await quiet();
    expect(far.sent.length).toBe(2);
  });

  test("tries again when the line is gone, and says nothing is saved until then", async () => {
    const { far, saver, title } = begun();
    title("A");
    await quiet();
    await far.answer({ kind: "unreachable" });
    expect(saver.state.kind).toBe("offline");
    title("AB");
    expect(saver.state.kind).toBe("offline");
    await quiet();
    await far.answer({ kind: "unreachable" });
    expect(far.sent.length).toBe(2);
    saver.tryAgain();
    await far.saves();
    expect(saver.state.kind).toBe("saved");
    expect(far.sent.at(-1)?.document.record.title).toBe("AB");
  });

  test("keeps the text when one was signed out, and saves it after", async () => {
    const { far, saver, title } = begun();
    title("A");
    await quiet();
    await far.answer({ kind: "signed out" });
    title("AB");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(saver.state.kind).toBe("signed out");
    expect(far.sent.length).toBe(1);
    saver.tryAgain();
    await far.saves();
    expect(saver.state.kind).toBe("saved");
  });

  test("that is refused is tried again with the next edit", async () => {
    const { far, saver, title } = begun();
    title("A");
    await quiet();
    const fault = "title: expected one line";
    await far.answer({ kind: "refused", why: "It cannot be kept.", faults: [fault] });
    const refusals = [{ place: "title", sentence: "Title: expected one line." }];
    expect(saver.state).toEqual({ kind: "refused", why: "It cannot be kept.", refusals });
    title("B");
    await quiet();
    await far.saves();
    expect(saver.state.kind).toBe("saved");
  });
});

describe("going on to what is saved", () => {
  async function goesOn(answer: Answer) {
    const { far, saver, title } = begun();
    const went: string[] = [];
    title("A");
    const done = saver.onceSaved(
      () => went.push(saver.state.kind),
      () => went.push(`not ${saver.state.kind}`),
    );
    await far.answer(answer);
    await done;
    return went;
  }

  test("waits until all of it is saved", async () => {
    const saved = { kind: "saved", version: 2, revision: 1, savedAt: begunAt } as const;
    expect(await goesOn(saved)).toEqual(["saved"]);
  });

  test("stays where it cannot be saved, and says why", async () => {
    expect(await goesOn({ kind: "unreachable" })).toEqual(["not offline"]);
    expect(await goesOn({ kind: "signed out" })).toEqual(["not signed out"]);
    expect(await goesOn({ kind: "refused", why: "Too long.", faults: [] })).toEqual([
      "not refused",
    ]);
  });
});

describe("rows", () => {
  const row = (id: string, statement: string): Draft["record"]["factors"][number] => ({
    id,
    role: "trigger",
    classes: [],
    mitigations: [],
    statement,
    source: [],
    standing: "inferred",
    luck: false,
  });

  test("that have no id yet are not saved, and nothing is said to be saved until they are", async () => {
    const { far, store, saver } = begun();
    store.edit("factors.new", (draft) => withRows(draft, "factors", [row("~1", "The cac")]));
    await quiet();
    expect(far.sent.at(-1)?.document.record.factors).toEqual([]);
    await far.saves();
    expect(saver.state.kind).not.toBe("saved");
    await vi.advanceTimersByTimeAsync(4_000);
    await far.saves();
    expect(far.sent.at(-1)?.document.record.factors).toMatchObject([{ id: "cac" }]);
    expect(saver.state.kind).toBe("saved");
  });

  test("are saved with what stands in their fields, once they have an id", async () => {
    const { far, store } = begun();
    const at = "factors.~1.at";
    store.edit("factors.new", (draft) => withRows(draft, "factors", [row("~1", "The cac")]));
    store.edit(at, (draft) => withUnfinished(draft, at, "tbd"));
    await quiet();
    expect(far.sent.at(-1)?.unfinished).toEqual({});
    await far.saves();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(far.sent.at(-1)?.unfinished).toEqual({ "factors.cac.at": "tbd" });
  });

  test("keep their ids when they are undone and made again", () => {
    const { store } = begun();
    store.edit("factors.new", (draft) => withRows(draft, "factors", [row("~1", "")]));
    const { editedAt } = store;
    expect(editedAt).toBe(begunAt.getTime());
    store.edit("factors.~1.statement", (draft) =>
      withRows(draft, "factors", [row("~1", "Cold caches")]),
    );
    store.nameRows(true);
    expect(store.draft.record.factors[0]?.id).toBe("cold-caches");
    expect(store.keyOf("cold-caches")).toBe("~1");
    expect(store.undo()).toBe("factors.cold-caches.statement");
    expect(store.draft.record.factors[0]).toMatchObject({ id: "cold-caches", statement: "" });
    expect(store.redo()).toBe("factors.cold-caches.statement");
    expect(store.draft.record.factors[0]).toMatchObject({
      id: "cold-caches",
      statement: "Cold caches",
    });
  });
});
