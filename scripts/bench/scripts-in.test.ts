import { expect, test } from "vitest";

import { scriptsIn } from "./scripts-in";

test("a page loads each script once, and neither inline ones nor those for old browsers", () => {
  const page = `<head><script src="/a.js" async=""></script><script>let a = 1;</script>
    <script src="/old.js" noModule=""></script><script defer src="/b.js?v=1"></script></head>
    <body><script src="/a.js" async=""></script>`;
  expect(scriptsIn(page)).toEqual(["/a.js", "/b.js?v=1"]);
});
