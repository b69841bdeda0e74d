import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { Sources } from "./incident/sources";
import { IncidentRecord } from "#knowledge/incident/document";

const source = {
  id: "verge",
  url: "https://copies.example:8080/verge/outage",
  title: "An outage",
  publisher: "The Verge",
  kind: "press",
  seen: "full",
};

function listed(more: object): string {
  const record = IncidentRecord.parse({ title: "x", sources: [{ ...source, ...more }] });
  const incident = {
    slug: "x",
    record,
    storyHtml: "",
    storyHeadings: [],
    organizations: [],
    products: [],
    sourceSlugs: {},
    revisionNumber: 1,
    publishedAt: new Date(0),
  };
  return renderToStaticMarkup(<Sources incident={incident} />);
}

test("a source read in a copy has its link on the copy's host, not on the title", () => {
  const html = listed({ via: "copy" });
  expect(html).toContain("The text was read in a copy at ");
  expect(html).toMatch(/<a [^>]*href="https:\/\/copies[^>]*>copies\.example:8080<\/a>/);
  expect(html).not.toContain("An outage</a>");
});

test("a source itself has its link on the title", () => {
  const html = listed({});
  expect(html).toContain(">An outage</a>");
  expect(html).not.toContain("copy");
});

test("a copy that was not read is not said to have been", () => {
  expect(listed({ via: "copy", seen: "secondhand" })).not.toContain("The text was read");
});

test.each([
  [{}, "Press, read whole."],
  [{ kind: "dashboard", seen: undefined }, "Dashboard."],
  [{ kind: "dashboard", seen: "excerpt" }, "Dashboard, read in part."],
  [{ kind: "dashboard", seen: "full" }, "Dashboard, read whole."],
  [{ seen: undefined }, "Press."],
  [{ kind: undefined }, "Read whole."],
])("of a source is told what somebody said: %j", (more, told) => {
  expect(listed(more)).toContain(`<p>The Verge. ${told}</p>`);
});

test("nothing is told of a source of which nobody said anything", () => {
  const html = listed({ kind: undefined, seen: undefined });
  expect(html).toContain("<p>The Verge. </p>");
  expect(listed({ kind: undefined, seen: undefined, via: "copy" })).toContain("a text of it in a");
});
