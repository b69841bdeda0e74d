import { expect, test } from "vitest";

import { leftInWords, markOf, picturesInHtml, picturesOf } from "./pasted-pictures";

const picture = { src: "https://example.org/graph.png", alt: "", width: 0, height: 0 };
const whole = { ...picture, src: `data:image/png;base64,${btoa("\u0089PNG")}` };

test("pictures that came whole can be kept, and of others it is counted how many are left out", async () => {
  const { files, left } = picturesOf([picture, whole, { ...picture, src: "file:///C:/clip.png" }]);
  expect(left).toBe(2);
  expect(files.map(({ name, type, size }) => [name, type, size])).toEqual([
    ["picture 2", "image/png", 4],
  ]);
  expect(new Uint8Array((await files[0]?.arrayBuffer()) ?? [])[0]).toBe(0x89);
});

test("what is no picture of that kind is left out", () => {
  const sources = [
    "data:image/svg+xml;base64,PHN2Zz4=",
    "data:image/png;base64,a",
    "data:text/html,x",
    "",
  ];
  expect(picturesOf(sources.map((src) => ({ ...picture, src })))).toEqual({ files: [], left: 4 });
});

test("of very many only the first are sent", () => {
  const { files, left } = picturesOf(Array.from({ length: 30 }, () => whole));
  expect([files.length, left]).toEqual([20, 10]);
});

test("signs that stay as words and dots that nobody sees do not count", () => {
  const none = [
    { ...picture, alt: ":eyes:" },
    { ...picture, alt: "🎉" },
    { ...picture, width: 1, height: 1 },
  ];
  expect(picturesOf(none)).toEqual({ files: [], left: 0 });
});

test("it is said what to do", () => {
  expect([0, 1, 2].map(leftInWords)).toEqual([
    "",
    "1 picture was left out: paste or drop it as a picture.",
    "2 pictures were left out: paste or drop each of them as a picture.",
  ]);
  expect(picturesInHtml("<p>a<IMG src=x><image><img/></p>")).toBe(2);
});

test("a picture has a mark with its place among the others and its words", () => {
  const { files } = picturesOf([
    { ...picture, alt: "🎉" },
    { ...whole, alt: "p99 [of\n reads]" },
  ]);
  const mark = files[0] && markOf(files[0]);
  expect([mark?.nth, mark?.words]).toEqual([1, "p99 of reads"]);
  expect(markOf(new File(["a"], "a.png"))).toBeUndefined();
});
