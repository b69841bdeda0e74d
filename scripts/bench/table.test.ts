import { expect, test } from "vitest";

import { table } from "./table";

test("a table has words to the left and figures to the right", () => {
  expect(
    table(
      ["server", "req/s"],
      [
        ["bare", "10300"],
        ["Hindsight", "990.5"],
      ],
    ),
  ).toBe(["  server     req/s", "  bare       10300", "  Hindsight  990.5"].join("\n"));
});
