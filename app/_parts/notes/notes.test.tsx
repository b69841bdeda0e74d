import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";

import type { NoteLine } from "#knowledge/review/note.store";
import { hostileTexts } from "#knowledge/text/hostile.corpus";

import { NoteChange } from "./note-change";
import { NoteList } from "./note-list";
import { NoteSent, WrongHere } from "./wrong-here";

const note: NoteLine = {
  id: 7,
  text: "It began earlier.",
  url: null,
  credit: null,
  sentAt: new Date("2026-11-23T10:00:00Z"),
  answer: null,
  answeredAt: null,
  answeredBy: null,
  closedAt: null,
  hasLed: false,
  slug: "old-one",
  title: "What happened",
  state: "published",
  version: 4,
  changedId: null,
  creditedAs: null,
  isCreditGone: false,
};

const listed = (more: Partial<NoteLine>) =>
  renderToStaticMarkup(<NoteList title="Notes" notes={[{ ...note, ...more }]} place="review" />);

describe("notes of readers, for editors", () => {
  test("can be answered, credited on the version that was seen, and closed", () => {
    const html = listed({ credit: "R. Eader" });
    expect(html).toContain('action="/api/notes/7/answers"');
    expect(html).toContain('action="/api/notes/7/credits"');
    expect(html).toContain('name="version" value="4"');
    expect(html).toContain('action="/api/notes/7/closings"');
  });

  test("can only be opened again once they are closed, and have no credit where nothing can be changed", () => {
    const html = listed({ closedAt: new Date(), hasLed: true });
    expect(html).toContain("leads to a change");
    expect(html.match(/<form/g)).toHaveLength(1);
    expect(html).toContain('name="closed" value="no"');
    expect(listed({ state: "archived" })).not.toContain("/credits");
  });

  test("say where the source that credited one has been taken out", () => {
    const closedAt = new Date();
    expect(listed({ closedAt, hasLed: true, isCreditGone: true })).toContain("Open it again");
    expect(listed({ closedAt, hasLed: false, isCreditGone: true })).not.toContain("any more");
  });

  test("are text, whatever they hold, with what turns a line around made visible", () => {
    for (const text of Object.values(hostileTexts).flat()) {
      const html = listed({ text, credit: text.slice(0, 100), answer: text, title: text });
      const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name ?? "");
      const plain = "section h2 ul li p span a time b div form input label textarea button".split(
        " ",
      );
      expect(tags.filter((name) => !plain.includes(name))).toEqual([]);
      expect(html).not.toMatch(/ on[a-z]+="|href="(?!\/|https?:)/);
    }
    expect(listed({ text: "a\u200bb" })).toContain("U+200B");
  });
});

describe("a receipt", () => {
  const shownAt = new Date("2026-11-24T10:00:00Z");

  test("says that a change is there once readers see it, and the name only while they do", () => {
    const told = (isNamed: boolean, at: Date | null, isInDraft = true) =>
      renderToStaticMarkup(
        <NoteChange hasLed shownAt={at} isNamed={isNamed} isInDraft={isInDraft} />,
      );
    expect(told(false, null)).toContain("once it is published");
    expect(told(false, null, false)).toContain("out of their draft again");
    expect(told(false, null, false)).not.toMatch(/led to a change|once it is published/);
    expect(told(false, null)).not.toContain("your name");
    expect(told(true, shownAt)).toContain("and your name stands among its sources. The page was");
    expect(told(false, shownAt)).toContain("It led to a change. The page was published anew");
    const none = <NoteChange hasLed={false} shownAt={shownAt} isNamed isInDraft />;
    expect(renderToStaticMarkup(none)).toBe("");
  });
});

describe("the form on an incident's page", () => {
  test("is the same for everybody until something came of it", () => {
    const html = renderToStaticMarkup(<WrongHere slug="old-one" flash={null} />);
    expect(html).toContain("<details");
    expect(html).not.toContain(" open");
    expect(html).toContain('maxLength="4000"');
    expect(renderToStaticMarkup(<NoteSent flash={null} />)).toBe("");
  });

  test("is open again with what was typed, and tells the receipt once", () => {
    const fault = { page: "/", fault: "No.", values: { text: "<b>mine</b>" } };
    const again = renderToStaticMarkup(<WrongHere slug="old-one" flash={fault} />);
    expect(again).toContain(" open");
    expect(again).toContain("&lt;b&gt;mine&lt;/b&gt;</textarea>");
    const said = { page: "/", said: "Thank you.", values: { receipt: "/notes/abc" } };
    expect(renderToStaticMarkup(<NoteSent flash={said} />)).toContain('href="/notes/abc"');
  });
});
