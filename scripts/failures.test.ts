import { expect, test } from "vitest";

import { failuresOfPlaywright, failuresOfVitest } from "./failures.mjs";

test("a report of Vitest gives what failed and files that did not load", () => {
  const failures = failuresOfVitest({
    testResults: [
      {
        name: "/p/a.test.ts",
        status: "failed",
        message: "",
        assertionResults: [
          { status: "passed", fullName: "stays" },
          {
            status: "failed",
            fullName: "adds up",
            failureMessages: ["\u001b[31mexpected 1\u001b[39m\nto be 2"],
          },
        ],
      },
      { name: "/p/b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
      { name: "/p/c.test.ts", status: "passed", message: "", assertionResults: [] },
    ],
  });
  expect(failures).toEqual([
    "✗ /p/a.test.ts › adds up\n    expected 1\n    to be 2",
    "✗ /p/b.test.ts\n    no such module",
  ]);
});

test("a report of Playwright gives failed specs at any depth and errors outside of them", () => {
  const failures = failuresOfPlaywright({
    errors: [{ message: "the server did not start" }],
    suites: [
      {
        specs: [{ ok: true, title: "reads", file: "read.spec.ts", tests: [] }],
        suites: [
          {
            specs: [
              {
                ok: false,
                title: "searches",
                file: "search.spec.ts",
                tests: [{ results: [{ error: { message: "nothing was found" } }] }],
              },
            ],
          },
        ],
      },
    ],
  });
  expect(failures).toEqual([
    "✗ outside any test\n    the server did not start",
    "✗ search.spec.ts › searches\n    nothing was found",
  ]);
});

test("a long message is cut, and a missing one said to be missing", () => {
  const long = Array.from({ length: 40 }, (_, line) => `line ${line}`).join("\n");
  const [first, second] = failuresOfVitest({
    testResults: [
      {
        name: "x",
        status: "failed",
        message: "",
        assertionResults: [
          { status: "failed", fullName: "a", failureMessages: [long] },
          { status: "failed", fullName: "b", failureMessages: [] },
        ],
      },
    ],
  });
  expect(first?.split("\n")).toHaveLength(17);
  expect(second).toBe("✗ x › b\n    It left no message.");
});
