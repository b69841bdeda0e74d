import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";

import { withKey, withRows } from "./editing";
import { merging } from "./others-save";
import { begun, empty, nothingBeside, pause, quiet, begunAt } from "./saver-for-tests";

beforeEach(() => {
  vi.useFakeTimers({ now: begunAt });
});
afterEach(() => {
  vi.useRealTimers();
});

const others = {
  kind: "conflict",
  version: 2,
  revision: 2,
  savedAt: begunAt,
  savedBy: "Ben",
  isOwn: false,
  ...nothingBeside,
  rowIds: [],
  merging,
} as const;

function theirs(record: Partial<IncidentRecord>): IncidentDocument {
  return { record: { ...empty.record, ...record }, story: "" };
}

describe("what somebody else has saved", () => {
  test("is put together with ours, also with what was typed meanwhile", async () => {
    const { far, store, saver, title } = begun();
    title("Mine");
    await quiet();
    store.edit("detection", (draft) => withKey(draft, "detection", "A customer called."));
    await pause();
    await far.answer({
      ...others,
      version: 7,
      revision: 3,
      savedBy: "Ben",
      document: theirs({ summary: "Theirs." }),
    });
    expect(store.draft.record).toMatchObject({
      title: "Mine",
      summary: "Theirs.",
      detection: "A customer called.",
    });
    expect(saver.conflicts).toEqual([]);
    expect(saver.merged).toEqual({ by: "Ben", places: 0, cameBack: [], zone: null });
    await quiet();
    expect(far.sent.at(-1)).toMatchObject({ version: 7 });
    await far.saves();
    expect(saver.state.kind).toBe("saved");
  });

  test("of the same place is a conflict, with both texts", async () => {
    const { far, store, saver, title } = begun();
    title("Mine");
    await pause();
    await far.answer({ ...others, document: theirs({ title: "Theirs" }) });
    expect(store.draft.record.title).toBe("Theirs");
    expect(saver.conflicts).toMatchObject([
      { kind: "value", keys: ["title"], ours: { title: "Mine" }, theirs: { title: "Theirs" } },
    ]);
  });

  test("can be our own save whose answer was lost", async () => {
    const { far, saver, store, title } = begun();
    title("Mine");
    await pause();
    await far.answer({
      ...others,
      version: 2,
      revision: 1,
      savedBy: "Me",
      document: theirs({ title: "Mine" }),
    });
    expect(saver.conflicts).toEqual([]);
    expect(store.draft.record.title).toBe("Mine");
  });
});

describe("what is told of a merge", () => {
  const entry = { id: "pods-restart", at: "", kind: "response", text: "Pods restart.", source: [] };
  const timeline = IncidentRecord.parse({ timeline: [entry] }).timeline;

  test("counts what had to be chosen, also once it was", async () => {
    const { far, saver, title } = begun();
    title("Mine");
    await pause();
    await far.answer({ ...others, document: theirs({ title: "Theirs" }) });
    for (const conflict of saver.conflicts) saver.settleConflict(conflict);
    expect(saver.merged).toMatchObject({ by: "Ben", places: 1 });
    saver.forgetMerge();
    expect(saver.merged).toBeNull();
  });

  test("names rows that were removed here and are back, and whose tab it was", async () => {
    const { far, store, saver, title } = begun();
    store.edit("timeline.new", (draft) => withRows(draft, "timeline", timeline));
    await quiet();
    await far.saves();
    store.edit("timeline.removal", (draft) => withRows(draft, "timeline", []));
    store.avoid(["pods-restart"]);
    await quiet();
    await far.saves();
    title("Mine");
    await pause();
    await far.answer({ ...others, isOwn: true, document: theirs({ timeline }) });
    expect(saver.conflicts).toEqual([]);
    expect(saver.merged).toEqual({
      by: "another tab of yours",
      places: 0,
      cameBack: ["Pods restart."],
      zone: null,
    });
  });
});

describe("the zone of times that name none", () => {
  const choose = (store: ReturnType<typeof begun>["store"], zone: string) =>
    store.edit("zone", (draft) => ({ ...draft, zone }));

  test("is saved beside the document, and is in none", async () => {
    const { far, store } = begun();
    choose(store, "Europe/Berlin");
    await quiet();
    expect(far.sent.at(-1)).toMatchObject({ zone: "Europe/Berlin" });
    expect(far.sent.at(-1)?.document).toEqual(empty);
  });

  test("comes in from who chose it, and is told of", async () => {
    const { far, store, saver, title } = begun();
    title("Mine");
    await pause();
    await far.answer({ ...others, document: theirs({}), zone: "Europe/Berlin" });
    expect(store.draft).toMatchObject({ zone: "Europe/Berlin", record: { title: "Mine" } });
    expect(saver.merged?.zone).toEqual({ now: "Europe/Berlin", before: null });
  });

  test("is told of also to who writes nothing at the moment", async () => {
    const { store, saver } = begun();
    const save = { ...others, document: theirs({}), zone: "UTC", kind: undefined };
    await pause();
    expect(saver.takeIn(save)).toBe(true);
    expect(store.draft.zone).toBe("UTC");
    expect(saver.merged).toMatchObject({ by: "Ben", zone: { now: "UTC", before: null } });
  });

  test("is the one that was saved first where two choose at once, and the other hears of it", async () => {
    const { far, store, saver } = begun();
    choose(store, "UTC");
    await pause();
    await far.answer({ ...others, document: theirs({}), zone: "Europe/Berlin" });
    expect(store.draft.zone).toBe("Europe/Berlin");
    expect(saver.merged?.zone).toEqual({ now: "Europe/Berlin", before: "UTC" });
    await quiet();
    expect(far.sent.at(-1)).toMatchObject({ zone: "Europe/Berlin" });
  });
});

describe("what is being typed while somebody else's save comes in", () => {
  test("keeps the space before its next word, and the lesson that is empty yet", async () => {
    const { far, store, title } = begun();
    store.edit("lessons.new", (draft) => withKey(draft, "lessons", ["Flush late ", ""]));
    title("The cache ");
    await pause();
    await far.answer({ ...others, document: theirs({ summary: "Theirs.", lessons: ["Ask"] }) });
    expect(store.draft.record.title).toBe("The cache ");
    expect(store.draft.record.summary).toBe("Theirs.");
    expect(store.draft.record.lessons).toEqual(["Ask", "Flush late ", ""]);
  });

  test("waits for longer than one halts within a sentence", async () => {
    const { far, store, saver, title } = begun();
    title("What happened when");
    await quiet();
    await far.answer({ ...others, document: theirs({ title: "Theirs" }) });
    expect(store.draft.record.title).toBe("What happened when");
    title("What happened when the cache");
    await pause();
    await far.answer({ ...others, document: theirs({ title: "Theirs" }) });
    expect(saver.conflicts).toMatchObject([{ ours: { title: "What happened when the cache" } }]);
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
    await pause();
    const document = theirs({ sources: [source("a"), source("b"), source("c"), source("d")] });
    await far.answer({ ...others, document });
    expect(saver.conflicts).toEqual([]);
    expect(store.draft.record.sources.map(({ id }) => id)).toEqual(["a", "~1", "b", "c", "d"]);
  });

  test("and what cannot be read yet stands beside what they have so", async () => {
    const { far, store, saver } = begun();
    store.edit("started", (draft) => ({ ...draft, unfinished: { started: "around lunch" } }));
    await pause();
    const unfinished = { resolved: "in the evening" };
    await far.answer({ ...others, unfinished, document: theirs({ summary: "Theirs." }) });
    const both = { started: "around lunch", resolved: "in the evening" };
    expect(store.draft.unfinished).toEqual(both);
    await quiet();
    expect(far.sent.at(-1)?.unfinished).toEqual(both);
    await far.saves();
    expect(saver.base.unfinished).toEqual(both);
  });

  test("that cannot be put together keeps nothing that is typed afterwards from being saved", async () => {
    const { far, saver, title } = begun();
    const broken = {
      ...merging,
      mergeDrafts: () => {
        throw new Error("broken");
      },
    };
    const { kind: _, ...save } = {
      ...others,
      document: theirs({ summary: "S." }),
      merging: broken,
    };
    expect(() => saver.takeIn(save)).toThrow("broken");
    title("Mine");
    await quiet();
    expect(far.sent).toHaveLength(1);
  });
});
