import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { Progress } from "#knowledge/review/stand";

import { withKey } from "./editing";
import { merging, type OthersSave } from "./others-save";
import type { ProgressAnswer } from "./progress-answer";
import { ProgressWatch } from "./progress-watch";
import { begun, begunAt, empty, nothingBeside, pause, quiet } from "./saver-for-tests";

beforeEach(() => {
  vi.useFakeTimers({ now: begunAt });
});
afterEach(() => {
  vi.useRealTimers();
});

const latest = { revision: 1, by: "Ann" };
const draft: Progress = { state: "draft", waiting: null, published: null, latest, said: null };
const waits: Progress = {
  state: "waiting",
  waiting: { revision: 1, isApproved: false },
  published: null,
  latest,
  said: null,
};

/** A page on which nobody writes, beside a server that is asked and says what it is told to. */
function opened(before: Progress = draft) {
  const page = begun();
  const answers: ProgressAnswer[] = [];
  const asked: number[] = [];
  const watch = new ProgressWatch(before, page.saver, (since) => {
    asked.push(since);
    return Promise.resolve(answers.shift() ?? { kind: "unknown" });
  });
  const hear = async (answer: ProgressAnswer, how = {}) => {
    answers.push(answer);
    await watch.look(how);
  };
  const goesOn = (progress: Progress, others: OthersSave | null = null) =>
    hear({ kind: "progress", progress, others, here: [] });
  return { ...page, watch, asked, hear, goesOn };
}

function bens(version: number, record: object = { summary: "Ben's." }): OthersSave {
  const document = { ...empty, record: { ...empty.record, ...record } };
  const saved = { revision: 2, savedAt: begunAt, savedBy: "Ben", isOwn: false, rowIds: [] };
  return { version, document, merging, ...nothingBeside, ...saved };
}

describe("a page that is open while others go on", () => {
  test("takes in what they save, and sends nothing back", async () => {
    const { far, store, saver, goesOn, hear, asked } = opened();
    await goesOn(draft, bens(4));
    expect(store.draft.record.summary).toBe("Ben's.");
    expect(saver.state).toMatchObject({ kind: "saved", version: 4, by: "Ben" });
    expect(saver.merged).toBeNull();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(far.sent).toEqual([]);
    await hear({ kind: "unknown" });
    expect(asked).toEqual([1, 4]);
  });

  test("writes on upon what it took in", async () => {
    const { far, goesOn, title } = opened();
    await goesOn(draft, bens(4));
    title("Mine");
    await quiet();
    expect(far.sent).toMatchObject([
      { version: 4, document: { record: { title: "Mine", summary: "Ben's." } } },
    ]);
  });

  test("leaves it to the save where something is written", async () => {
    const { store, watch, goesOn, asked, title } = opened();
    title("Mine");
    await watch.look();
    expect(asked).toEqual([]);
    await goesOn(draft, bens(4));
    expect(store.draft.record).toMatchObject({ title: "Mine" });
    expect(store.draft.record.summary).toBeUndefined();
  });

  test("waits with it, and with what became of it, while somebody halts in a sentence", async () => {
    const { far, store, watch, title, goesOn } = opened(waits);
    title("What happened when");
    await quiet();
    await far.saves();
    const now: Progress = { ...waits, waiting: { revision: 1, isApproved: true } };
    await goesOn(now, bens(4));
    expect(store.draft.record.summary).toBeUndefined();
    expect(watch.news).toBeNull();
    await pause();
    await goesOn(now, bens(4));
    expect(store.draft.record.summary).toBe("Ben's.");
    expect(watch.news?.sentence).toBe("It was approved.");
  });

  test("asks nothing while it does not know what became of the last question", async () => {
    const { watch, asked } = opened();
    await Promise.all([watch.look(), watch.look()]);
    expect(asked).toHaveLength(1);
  });

  test("gives no row the id of one that others wrote and removed", async () => {
    const { store, goesOn } = opened();
    const entry = { id: "pages-fail", at: "2026-11-14", kind: "impact", text: "Pages fail." };
    await goesOn(draft, bens(4, { timeline: [{ ...entry, source: [] }] }));
    await goesOn(draft, bens(5, { timeline: [] }));
    store.edit("timeline", (before) =>
      withKey(before, "timeline", [{ ...entry, id: "~1", kind: "impact", source: [] }]),
    );
    store.nameRows(true);
    expect(store.draft.record.timeline[0]?.id).toBe("pages-fail-2");
  });
});

describe("whoever was signed out while the page was open", () => {
  test("is told so, and is asked for again when they come back", async () => {
    const { saver, watch, asked, hear } = opened();
    await hear({ kind: "signed out" });
    expect(saver.state.kind).toBe("signed out");
    await watch.look();
    expect(asked).toEqual([1]);
    await hear({ kind: "progress", progress: draft, others: bens(4), here: [] }, { anew: true });
    expect(saver.state).toMatchObject({ kind: "saved", version: 4 });
  });

  test("can sign in on the page where nothing waits to be saved", async () => {
    const { saver, far, hear } = opened();
    await hear({ kind: "signed out" });
    saver.tryAgain();
    expect(saver.state).toMatchObject({ kind: "saved", version: 1 });
    expect(far.sent).toEqual([]);
  });
});

describe("what editors do with a review that is open", () => {
  const readers: Progress = { ...waits, state: "published", published: 3 };

  test.each<[Progress, Progress, string]>([
    [draft, waits, "Approval was asked for."],
    [waits, { ...waits, waiting: { revision: 1, isApproved: true } }, "It was approved."],
    [waits, draft, "It was sent back."],
    [waits, { ...waits, state: "published", waiting: null, published: 3 }, "It was published."],
    [readers, { ...readers, waiting: null }, "It was sent back."],
    [readers, { ...readers, waiting: null, published: 5 }, "It was published."],
    [waits, { ...waits, waiting: { revision: 4, isApproved: false } }, "Approval was asked for."],
    [readers, draft, "It was taken from readers, and is a draft again."],
    [draft, { ...draft, state: "binned" }, "It was put into the bin, and takes no changes."],
  ])("is told: %j, then %j", async (before, now, sentence) => {
    const { watch, goesOn } = opened(before);
    await goesOn(before);
    expect(watch.news).toBeNull();
    await goesOn(now);
    expect(watch.news?.sentence).toBe(sentence);
    await goesOn(now);
    expect(watch.news?.sentence).toBe(sentence);
    expect(watch.progress).toEqual(now);
  });

  test("lets what was refused meanwhile be saved once it can be", async () => {
    const { far, saver, title, goesOn } = opened({ ...draft, state: "binned" });
    title("Written in the bin");
    await quiet();
    await far.answer({ kind: "refused", why: "It lies in the bin.", faults: [] });
    await goesOn({ ...draft, state: "binned" });
    expect(far.sent).toHaveLength(1);
    await goesOn(draft);
    await far.saves();
    expect(saver.state.kind).toBe("saved");
  });

  test("comes with the editor's words, of whom nobody else is told", async () => {
    const { watch, goesOn } = opened(waits);
    const note = "Say who noticed.\nAnd when.";
    const said = { by: "Ed", revision: 1, isApproval: false, note };
    await goesOn({ ...draft, said });
    expect(watch.news).toMatchObject({ sentence: "It was sent back.", isWord: true });
    expect(watch.progress.said?.note).toBe(note);
    await goesOn({ ...draft, state: "binned", said });
    expect(watch.news?.isWord).toBeUndefined();
  });

  test.each(["closed", "outdated"] as const)("may end it: %s", async (kind) => {
    const { watch, hear, asked } = opened();
    await hear({ kind: "progress", progress: draft, others: null, here: ["Ben"] });
    expect(watch.here).toEqual(["Ben"]);
    asked.pop();
    await hear({ kind });
    expect(watch.here).toEqual([]);
    expect(watch.news).not.toBeNull();
    await watch.look({ anew: true });
    expect(asked).toHaveLength(1);
  });
});
