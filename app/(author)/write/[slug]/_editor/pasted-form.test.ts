import { describe, expect, test } from "vitest";

import { putForm, putWordsFirst, type PastedForm } from "./pasted-form";
import type { WrittenField } from "./written-field";

/** A page with one field of text, in which a stroke stands for the caret. */
function page(written: string) {
  let text = written.replace("|", "");
  let caret = { start: written.indexOf("|"), end: written.indexOf("|") };
  let isThere = true;
  const said: string[] = [];
  const sent: string[] = [];
  const field: WrittenField = {
    text: () => text,
    focus: () => undefined,
    select: (start, end) => void (caret = { start, end }),
    rest: (start, end) => void (caret = { start, end }),
    selection: () => caret,
    put(start, end, words, selected) {
      text = text.slice(0, start) + words + text.slice(end);
      caret = selected ?? { start, end: start + words.length };
    },
  };
  return {
    said,
    field: () => (isThere ? field : null),
    endStep: () => undefined,
    aside: (change: () => void) => change(),
    say: (what: string) => void said.push(what),
    putPictures: (files: readonly File[]) => void sent.push(...files.map(({ name }) => name)),
    sent,
    goes: () => void (isThere = false),
    types: (words: string, at = caret.start) => {
      const by = at <= caret.start ? words.length : 0;
      field.put(at, at, words, { start: caret.start + by, end: caret.end + by });
    },
    shown: () => `${text.slice(0, caret.start)}|${text.slice(caret.end)}`,
  };
}

const pasted = { html: "<b>two</b>", words: "two" };
const bold = () => ({ kind: "markdown", markdown: "**two**" }) satisfies PastedForm;

/** What reads the form, once it is fetched. */
function late() {
  let fetch: (read: () => PastedForm) => void = () => undefined;
  const fetched = new Promise<() => PastedForm>((resolve) => {
    fetch = resolve;
  });
  return { fetched, fetch: (read: () => PastedForm) => fetch(read) };
}

describe("what is pasted", () => {
  test("has its form at once, or else its words", () => {
    const there = page("one | three");
    putForm(there, pasted, bold);
    expect(there.shown()).toBe("one **two**| three");
    for (const read of [
      (): PastedForm => ({ kind: "words" }),
      (): PastedForm => {
        throw new Error("deep");
      },
    ]) {
      const plain = page("one | three");
      putForm(plain, pasted, read);
      expect(plain.shown()).toBe("one two| three");
      expect(plain.said).toEqual([]);
    }
    const long = page("|");
    putForm(long, pasted, () => ({ kind: "too much" }));
    expect(long.shown()).toBe("two|");
    expect(long.said).toEqual([expect.stringContaining("too long")]);
  });

  test("stands there as words until its form can be read, while somebody writes on", async () => {
    const [there, { fetched, fetch }] = [page("one | three"), late()];
    const done = putWordsFirst(there, pasted, fetched);
    expect(there.shown()).toBe("one two| three");
    there.types(" and a half");
    fetch(bold);
    await done;
    expect(there.shown()).toBe("one **two** and a half| three");
    expect(there.said).toEqual([]);
  });

  test("stays as words where the field is gone, the words are elsewhere, or nothing reads it", async () => {
    const gone = page("one |");
    const elsewhere = page("one |");
    const unread = page("one |");
    const broken = page("one |");
    const { fetched, fetch } = late();
    const done = [gone, elsewhere].map((one) => putWordsFirst(one, pasted, fetched));
    gone.goes();
    elsewhere.types("Now ", 0);
    fetch(bold);
    await Promise.all([
      ...done,
      putWordsFirst(unread, pasted, Promise.resolve(null)),
      putWordsFirst(broken, pasted, Promise.reject(new Error("away"))),
    ]);
    expect([gone, elsewhere, unread, broken].map((one) => one.shown())).toEqual([
      "one two|",
      "Now one two|",
      "one two|",
      "one two|",
    ]);
    expect([gone, elsewhere, unread, broken].map((one) => one.said.length)).toEqual([1, 1, 1, 1]);
  });

  test("has its pictures put in where they came, and said where they are left out", async () => {
    const pictures = { files: [new File(["a"], "picture 1")], left: 2 };
    const left = "2 pictures were left out: paste or drop each of them as a picture.";
    const [at, later, words] = [page("one |"), page("one |"), page("one |")];
    putForm(at, pasted, () => ({ ...bold(), pictures }));
    await putWordsFirst(
      later,
      pasted,
      Promise.resolve(() => ({ ...bold(), pictures })),
    );
    putForm(words, pasted, () => ({ kind: "words", pictures }));
    expect([at, later, words].map((one) => one.shown())).toEqual([
      "one **two**|",
      "one **two**|",
      "one two|",
    ]);
    for (const one of [at, later, words]) {
      expect(one.said).toEqual([left]);
      expect(one.sent).toEqual(["picture 1"]);
    }
  });

  test("says of pictures what it says of a form that is not read", async () => {
    const html = `${pasted.html}<img src="a.png">`;
    const there = page("one |");
    putForm(there, { ...pasted, html }, () => ({ kind: "too much" }));
    await putWordsFirst(there, { ...pasted, html }, Promise.resolve(null));
    expect(there.said).toEqual([
      expect.stringMatching(/too long.* 1 picture was left out/),
      expect.stringMatching(/could not be fetched.* 1 picture was left out/),
    ]);
  });

  test("is a picture alone, and takes no words away", () => {
    const there = page("one |");
    putForm(there, { html: "<img>", words: "" }, () => ({
      kind: "words",
      pictures: { files: [], left: 1 },
    }));
    expect(there.shown()).toBe("one |");
    expect(there.said).toEqual([expect.stringContaining("1 picture was left out")]);
  });

  test("without words has its form behind the caret all the same", async () => {
    const there = page("one |");
    await putWordsFirst(there, { ...pasted, words: "" }, Promise.resolve(bold));
    expect(there.shown()).toBe("one **two**|");
  });
});
