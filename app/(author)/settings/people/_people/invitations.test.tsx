import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { Invitations } from "./invitations";

test("two open invitations of one kind are told apart by when they were made, and by whom", () => {
  const made = (id: number, at: string, madeByName: string) => ({
    id,
    duty: "author" as const,
    accountId: null,
    accountName: null,
    madeByName,
    madeAt: new Date(at),
    expiresAt: new Date("2026-11-30T10:00:00Z"),
  });
  const html = renderToStaticMarkup(
    <Invitations
      invitations={[
        made(2, "2026-11-23T10:04:00Z", "Ada"),
        made(1, "2026-11-23T10:01:00Z", "Grace"),
      ]}
    />,
  );
  const rows = html.match(/<tr>.*?<\/tr>/g)?.map((row) => row.replaceAll(/<[^>]+>/g, " ")) ?? [];
  expect(rows).toHaveLength(3);
  expect(rows[1]).toMatch(
    /author\s+made\s+23 November 2026, 10:04 UTC\s+by\s+Ada.*made 23 November 2026, 10:04/,
  );
  expect(rows[2]).toMatch(
    /author\s+made\s+23 November 2026, 10:01 UTC\s+by\s+Grace.*made 23 November 2026, 10:01/,
  );
});
