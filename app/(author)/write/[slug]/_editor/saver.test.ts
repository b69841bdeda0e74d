import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";
import { draftOf, type Draft } from "#knowledge/review/draft";

import { DraftStore } from "./draft-store";
import { withKey, withRows } from "./editing";
import { merging } from "./others-save";
import { Saver } from "./saver";
import type { Answer, Sent } from "./sending";

const empty: IncidentDocument = { record: IncidentRecord.parse({}), story: "" };
const nothingBeside = { unfinished: {}, setAside: [] };
const then = new Date("2026-11-22T12:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ now: then });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server that answers when it is told to, and remembers what it was sent. */
function server() {
  const sent: Sent[] = [];
  const waiting: ((answer: Answer) => void)[] = [];
  let version = 1;
  return {
    sent,
    send: (one: Sent) => {
      sent.push(one);
      return new Promise<Answer>((resolve) => waiting.push(resolve));
    },
    async answer(answer: Answer) {
      waiting.shift()?.(answer);
      await vi.advanceTimersByTimeAsync(0);
    },
    async saves() {
      version += 1;
      await this.answer({ kind: "saved", version, revision: 1, savedAt: new Date() });
    },
  };
}

function begun() {
  const far = server();
  const store = new DraftStore(draftOf(empty));
  const base = { version: 1, revision: 1, document: empty, savedAt: then, ...nothingBeside };
  const saver = new Saver(store, base, far.send);
  const title = (text: string) => store.edit("title", (draft) => withKey(draft, "title", text));
  return { far, store, saver, title };
}

const quiet = () => vi.advanceTimersByTimeAsync(1_000);

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
    await far.answer({ kind: "refused", why: "Too long.", faults: [] });
    expect(saver.state).toMatchObject({ kind: "refused", why: "Too long." });
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
    const done = saver.onceSaved(() => went.push(saver.state.kind));
    await far.answer(answer);
    await done;
    return went;
  }

  test("waits until all of it is saved", async () => {
    const saved = { kind: "saved", version: 2, revision: 1, savedAt: then } as const;
    expect(await goesOn(saved)).toEqual(["saved"]);
  });

  test("stays where it cannot be saved", async () => {
    expect(await goesOn({ kind: "unreachable" })).toEqual([]);
    expect(await goesOn({ kind: "signed out" })).toEqual([]);
    expect(await goesOn({ kind: "refused", why: "Too long.", faults: [] })).toEqual([]);
  });
});

describe("what somebody else has saved", () => {
  const theirs = (keys: object) => ({ record: { ...empty.record, ...keys }, story: "" });

  test("is put together with ours, also with what was typed meanwhile", async () => {
    const { far, store, saver, title } = begun();
    title("Mine");
    await quiet();
    store.edit("detection", (draft) => withKey(draft, "detection", "A customer called."));
    await quiet();
    await far.answer({
      kind: "conflict",
      ...nothingBeside,
      merging,
      version: 7,
      revision: 3,
      savedAt: then,
      savedBy: "Ben",
      document: theirs({ summary: "Theirs." }),
    });
    expect(store.draft.record).toMatchObject({
      title: "Mine",
      summary: "Theirs.",
      detection: "A customer called.",
    });
    expect(saver.conflicts).toEqual([]);
    expect(saver.mergedWith).toBe("Ben");
    await quiet();
    expect(far.sent.at(-1)).toMatchObject({ version: 7 });
    await far.saves();
    expect(saver.state.kind).toBe("saved");
  });

  test("of the same place is a conflict, with both texts", async () => {
    const { far, store, saver, title } = begun();
    title("Mine");
    await quiet();
    await far.answer({
      kind: "conflict",
      ...nothingBeside,
      merging,
      version: 2,
      revision: 2,
      savedAt: then,
      savedBy: "Ben",
      document: theirs({ title: "Theirs" }),
    });
    expect(store.draft.record.title).toBe("Theirs");
    expect(saver.conflicts).toMatchObject([
      { kind: "value", keys: ["title"], ours: { title: "Mine" }, theirs: { title: "Theirs" } },
    ]);
  });

  test("can be our own save whose answer was lost", async () => {
    const { far, saver, store, title } = begun();
    title("Mine");
    await quiet();
    await far.answer({
      kind: "conflict",
      ...nothingBeside,
      merging,
      version: 2,
      revision: 1,
      savedAt: then,
      savedBy: "Me",
      document: theirs({ title: "Mine" }),
    });
    expect(saver.conflicts).toEqual([]);
    expect(store.draft.record.title).toBe("Mine");
  });
});

describe("what is being typed while somebody else's save comes in", () => {
  const others = {
    kind: "conflict",
    version: 2,
    revision: 2,
    savedAt: then,
    savedBy: "Ben",
    ...nothingBeside,
    merging,
  } as const;
  const theirs = (record: Partial<IncidentRecord>): IncidentDocument => ({
    record: { ...empty.record, ...record },
    story: "",
  });

  test("keeps the space before its next word, and the lesson that is empty yet", async () => {
    const { far, store, title } = begun();
    store.edit("lessons.new", (draft) => withKey(draft, "lessons", ["Flush late ", ""]));
    title("The cache ");
    await quiet();
    await far.answer({ ...others, document: theirs({ summary: "Theirs.", lessons: ["Ask"] }) });
    expect(store.draft.record.title).toBe("The cache ");
    expect(store.draft.record.summary).toBe("Theirs.");
    expect(store.draft.record.lessons).toEqual(["Ask", "Flush late ", ""]);
  });

  test("is merged ten seconds later, or at the next pause", async () => {
    const { far, store, title } = begun();
    const answers = async (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        title(`A title that grows ${second}`);
        await vi.advanceTimersByTimeAsync(900);
        await far.answer({ ...others, document: theirs({ summary: "Theirs." }) });
      }
    };
    await answers(8);
    expect(store.draft.record.summary).toBeUndefined();
    await answers(12);
    expect(store.draft.record.summary).toBe("Theirs.");
  });

  test("keeps its place among the rows", async () => {
    const source = (id: string) => ({ id, title: id, kind: "log", seen: "full" }) as const;
    const { far, store, saver } = begun();
    store.edit("sources", (draft) => withRows(draft, "sources", [source("a"), source("c")]));
    await quiet();
    await far.saves();
    const rows = [source("a"), { ...source("~1"), title: "A log of" }, source("c")];
    store.edit("sources.new", (draft) => withRows(draft, "sources", rows));
    await quiet();
    const document = theirs({ sources: [source("a"), source("b"), source("c"), source("d")] });
    await far.answer({ ...others, document });
    expect(saver.conflicts).toEqual([]);
    expect(store.draft.record.sources.map(({ id }) => id)).toEqual(["a", "~1", "b", "c", "d"]);
  });

  test("and what cannot be read yet stands beside what they have so", async () => {
    const { far, store, saver } = begun();
    store.edit("started", (draft) => ({ ...draft, unfinished: { started: "around lunch" } }));
    await quiet();
    const unfinished = { resolved: "in the evening" };
    await far.answer({ ...others, unfinished, document: theirs({ summary: "Theirs." }) });
    const both = { started: "around lunch", resolved: "in the evening" };
    expect(store.draft.unfinished).toEqual(both);
    await quiet();
    expect(far.sent.at(-1)?.unfinished).toEqual(both);
    await far.saves();
    expect(saver.base.unfinished).toEqual(both);
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

  test("keep their ids when they are undone and made again", () => {
    const { store } = begun();
    store.edit("factors.new", (draft) => withRows(draft, "factors", [row("~1", "")]));
    const { editedAt } = store;
    expect(editedAt).toBe(then.getTime());
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
