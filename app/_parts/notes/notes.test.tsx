import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";

import type { NoteLine } from "#knowledge/review/note.store";
import { hostileTexts } from "#knowledge/text/hostile.corpus";

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

  test("have no forms once they are closed, and no credit where nothing can be changed", () => {
    expect(listed({ closedAt: new Date() })).not.toContain("<form");
    expect(listed({ state: "archived" })).not.toContain("/credits");
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
