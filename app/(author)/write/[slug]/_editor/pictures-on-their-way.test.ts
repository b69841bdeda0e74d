import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { joinStory, newSection, splitStory } from "#knowledge/review/story-section";

import { withKey, withStoryBody, withUnfinished } from "./editing";
import { merging } from "./others-save";
import { newMark, shownMark, withoutMarks, withPictureKept } from "./picture-marks";
import type { SentPicture } from "./picture-sending";
import { PicturesOnTheirWay } from "./pictures-on-their-way";
import { begun, begunAt, empty, nothingBeside, pause, quiet } from "./saver-for-tests";

beforeEach(() => {
  vi.useFakeTimers({ now: begunAt });
});
afterEach(() => {
  vi.useRealTimers();
});

const kept = { kind: "kept", address: "files/a.webp" } as const;
const file = new File(["a"], "graph.png");

/** A story in which a picture was put into a section, and is on its way until it is answered. */
function sending() {
  const { store, saver, far } = begun();
  const sections = splitStory("## Background\n\nOne.\n\n## Recovery\n\nTwo.\n");
  store.edit("story.new", (draft) => ({ ...draft, story: sections }));
  store.endStep();
  const mark = newMark("Reads");
  const shown = shownMark(mark);
  store.edit("story.1", (draft) => withStoryBody(draft, 1, `Two.\n\n${shown}\n\nThree.`));
  store.endStep();
  let tell: ((sent: SentPicture) => void) | undefined;
  const answer = new Promise<SentPicture>((resolve) => {
    tell = resolve;
  });
  const pictures = new PicturesOnTheirWay(
    store,
    () => answer,
    (change) => saver.changeConflicts(change),
  );
  pictures.expect(1);
  const settled = pictures.settle(file, mark);
  const answered = async (sent: SentPicture) => {
    tell?.(sent);
    return await settled;
  };
  return { store, saver, far, mark, shown, pictures, answered };
}

const others = {
  kind: "conflict",
  version: 2,
  revision: 1,
  savedAt: begunAt,
  savedBy: "Ben",
  isOwn: false,
  ...nothingBeside,
  rowIds: [],
  merging,
} as const;

describe("a picture on its way", () => {
  test("is kept in what can be chosen of a conflict too", async () => {
    const { store, saver, shown, answered } = sending();
    const ours = `Two.\n\n${shown}\n\nThree.`;
    const passage = { kind: "text", path: ["story", 6], id: null, kept: "theirs" } as const;
    const sides = {
      base: "Two.",
      ours,
      theirs: "2.",
      both: `2.\n\n${ours}`,
      before: "",
      after: "",
    };
    saver.showConflicts([{ ...passage, ...sides }], merging);
    store.edit("story.1", (draft) => withStoryBody(draft, 1, "2."));
    await answered({ kind: "kept", address: "files/0a.webp" });
    const [conflict] = saver.conflicts;
    expect(conflict?.ours).toBe("Two.\n\n![Reads](files/0a.webp)\n\nThree.");
  });

  test("takes the place of its mark, and leaving the page is asked about until then", async () => {
    const { store, pictures, answered } = sending();
    expect(pictures.areWaiting).toBe(true);
    expect(await answered(kept)).toBeNull();
    expect(pictures.areWaiting).toBe(false);
    expect(store.draft.story[1]?.body).toBe("Two.\n\n![Reads](files/a.webp)\n\nThree.");
  });

  test("is not saved before: a tab that is closed leaves no mark to anybody", async () => {
    const { store, saver, far, shown, answered } = sending();
    store.edit("summary", (draft) => withKey(draft, "summary", `Moved ${shown} here.`));
    store.edit("x", (draft) => withUnfinished(draft, "started", shown));
    await quiet();
    expect(JSON.stringify(far.sent)).not.toContain("being-sent");
    expect(far.sent.at(-1)?.document.story).toBe(
      "## Background\n\nOne.\n\n## Recovery\n\nTwo.\n\nThree.\n",
    );
    await far.saves();
    expect(saver.state.kind).toBe("saved");
    await answered(kept);
    expect(saver.isUnsaved).toBe(true);
    await quiet();
    expect(far.sent.at(-1)?.document.story).toContain("Two.\n\n![Reads](files/a.webp)\n\nThree.");
    expect(far.sent.at(-1)?.document.record.summary).toBe("Moved ![Reads](files/a.webp) here.");
  });

  test("follows its section through what somebody else saves meanwhile", async () => {
    const { store, far, answered } = sending();
    await quiet();
    const sent = far.sent.at(-1)?.document.story ?? "";
    await far.saves();
    store.edit("title", (draft) => withKey(draft, "title", "Mine"));
    await pause();
    const story = `## Impact\n\nTheirs.\n\n${sent.replace("Three.", "Three, they say.")}`;
    await far.answer({ ...others, version: 3, document: { ...empty, story } });
    expect(store.draft.story.map(({ heading }) => heading)).toEqual([
      "Impact",
      "Background",
      "Recovery",
    ]);
    expect(await answered(kept)).toBeNull();
    expect(joinStory(store.draft.story)).toBe(
      "## Impact\n\nTheirs.\n\n## Background\n\nOne.\n\n## Recovery\n\nTwo.\n\n![Reads](files/a.webp)\n\nThree, they say.\n",
    );
  });

  test("is put in nowhere when its words are gone, and comes back with them", async () => {
    const { store, answered } = sending();
    store.edit("story.removal", (draft) => ({ ...draft, story: [newSection("Other")] }));
    expect(await answered(kept)).toMatch(/^“Reads”: the words among which it stood are gone/);
    expect(joinStory(store.draft.story)).toBe("## Other\n\n");
    store.undo();
    expect(store.draft.story[1]?.body).toBe("Two.\n\n![Reads](files/a.webp)\n\nThree.");
  });

  test("is undone in one step, and never back to its mark", async () => {
    const { store, answered } = sending();
    await answered(kept);
    store.undo();
    expect(store.draft.story[1]?.body).toBe("Two.");
    store.redo();
    expect(store.draft.story[1]?.body).toContain("![Reads](files/a.webp)");
  });

  test("leaves no mark where it is refused, and why is told", async () => {
    const { store, pictures, answered } = sending();
    const why = "It is larger than 8 MB.";
    expect(await answered({ kind: "refused", why })).toBe(`“Reads”: ${why}`);
    expect(store.draft.story[1]?.body).toBe("Two.\n\nThree.");
    pictures.tell(why);
    expect(pictures.told).toEqual([why]);
    pictures.forgetTold();
    expect(pictures.told).toEqual([]);
  });
});

describe("a mark", () => {
  const mark = newMark("p99 of reads");
  const shown = shownMark(mark);
  const draft = (summary: string) => withKey(begun().store.draft, "summary", summary);
  const put = (text: string, address: string | null) =>
    withPictureKept(draft(text), mark, address).record.summary;

  test("gives way to its picture, wherever it stands and however often", () => {
    const there = "![p99 of reads](files/a.webp)";
    expect(put(`One ![a](b) ${shown} two.`, "files/a.webp")).toBe(`One ![a](b) ${there} two.`);
    expect(put(`${shown}\n\n${shown}`, "files/a.webp")).toBe(`${there}\n\n${there}`);
  });

  test("that is left out takes its line with it, and no other words", () => {
    expect(put(`One.\n\n${shown}\n\nTwo.`, null)).toBe("One.\n\nTwo.");
    expect(put(`One.\n\n${shown}`, null)).toBe("One.");
    expect(put(`One.\n\n${shown}\n\n${shown}\n`, null)).toBe("One.");
    expect(put(`One ${shown} two.`, null)).toBe("One  two.");
    expect(put(shown, null)).toBe("");
    expect(put(`![a](b) ${shown.slice(2)}`, null)).toBe("![a](b) p99 of reads");
  });

  test("is all that is taken out, and what holds none stays itself", () => {
    const other = shownMark(newMark());
    expect(withoutMarks(draft(`${shown} ![a](files/b.webp) ${other}`)).record.summary).toBe(
      " ![a](files/b.webp) ",
    );
    const without = draft("being-sent/x");
    expect(withoutMarks(without)).toBe(without);
    const withOne = withKey(without, "detection", shown);
    expect(withoutMarks(withOne).story).toBe(withOne.story);
  });

  test("among ever so many is left out in time, and so is one that is no picture any more", () => {
    vi.useRealTimers();
    const [address] = /being-sent[^)]*/.exec(shown) ?? [];
    const lone = `${"x".repeat(20)}](${address})`;
    const begunOn = performance.now();
    for (const text of [`![${lone.repeat(20_000)}`, lone.repeat(20_000)]) {
      const left = withoutMarks(draft(text)).record.summary;
      expect(left?.replaceAll("x", "")).toBe("");
      expect(left?.length).toBeGreaterThanOrEqual(19_999 * 20);
    }
    expect(withoutMarks(draft(`${shown}\n\n`.repeat(20_000))).record.summary).toBe("");
    expect(performance.now() - begunOn).toBeLessThan(1_500);
  });
});
