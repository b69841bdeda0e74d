import { describe, expect, test } from "vitest";

import { readPostMortemBytes } from "./read-post-mortem";

function read(value: unknown) {
  const file = readPostMortemBytes(Buffer.from(JSON.stringify(value)), "x.json");
  return {
    texts: file.postMortems.flatMap(({ timeline }) => timeline.map(({ text }) => text)),
    warnings: file.warnings.map(({ kind, sentence }) => [kind, sentence]),
  };
}

const ana = { id: "U1", type: "user_reference", summary: "Ana Ruiz" };
const ben = { id: "U2", type: "user_reference", summary: "Ben" };

describe("PagerDuty's log", () => {
  const entry = (type: string, minute: number, rest: object) => ({
    type: `${type}_log_entry`,
    created_at: `2024-05-16T06:0${minute}:00Z`,
    ...rest,
  });

  test("gives the words of a note, and not that there is one", () => {
    const { texts } = read({
      log_entries: [
        entry("annotate", 1, {
          summary: "Note added.",
          channel: { type: "note", summary: "Bank switched to schema 009." },
        }),
        entry("annotate", 2, { summary: "Note added.", channel: { content: "Back to 008." } }),
        entry("annotate", 3, { summary: "Note added.", note: "All is sent." }),
        entry("annotate", 4, { summary: "Note added." }),
        entry("resolve", 5, { summary: "Resolved.", channel: { type: "web", summary: "Web" } }),
      ],
    });
    expect(texts).toEqual([
      "Bank switched to schema 009.",
      "Back to 008.",
      "All is sent.",
      "Note added.",
      "Resolved.",
    ]);
  });

  test("names people by their part", () => {
    const { texts } = read({
      log_entries: [
        entry("acknowledge", 1, { summary: "Acknowledged by Ana Ruiz.", agent: ana }),
        entry("assign", 2, {
          summary: "Assigned to Ben by Ana Ruiz.",
          agent: ana,
          assignees: [ben],
        }),
        entry("trigger", 3, {
          summary: "Triggered by Payouts.",
          agent: { type: "service_reference", summary: "Payouts" },
        }),
      ],
      notes: [
        { content: "Benchmark runs; Ben looks.", created_at: "2024-05-16T06:04:00Z", user: ben },
      ],
    });
    expect(texts).toEqual([
      "Acknowledged by a responder.",
      "Assigned to a responder by a responder.",
      "Triggered by Payouts.",
      "Benchmark runs; a responder looks.",
    ]);
  });
});

describe("fields of a vendor's JSON that are not taken", () => {
  const said = (names: string) => [
    [
      "left-out",
      `Fields of the JSON that were not taken: ${names}. Add by hand what of them is needed.`,
    ],
  ];

  test("are named, once each", () => {
    const incident = {
      incident_number: 7,
      title: "Payouts stopped",
      created_at: "2024-05-16T06:00:00Z",
      updated_at: "2024-05-16T07:00:00Z",
      service: { id: "S", type: "service_reference", summary: "Payouts" },
      teams: [{ id: "T", summary: "Treasury" }],
      acknowledgements: [],
    };
    const entries = [1, 2].map((minute) => ({
      type: "trigger_log_entry",
      created_at: `2024-05-16T06:0${minute}:00Z`,
      summary: `Triggered ${minute}.`,
      contexts: [{ type: "link", href: "https://x.test" }],
    }));
    expect(read({ incident, log_entries: entries, limit: 25, more: false }).warnings).toEqual(
      said("“updated_at”, “service”, “teams”, “contexts”"),
    );
  });

  test.each([
    [
      "incident.io",
      {
        incident: {
          id: "1",
          reference: "INC-1",
          name: "Slow search",
          incident_status: { name: "Closed" },
          updated_at: "2024-05-16T06:00:00Z",
          has_debrief: true,
        },
      },
      "“updated_at”, “has_debrief”",
    ],
    [
      "Rootly",
      {
        data: {
          id: "1",
          type: "incidents",
          attributes: {
            title: "API down",
            started_at: "2024-05-05T10:00:00Z",
            private: false,
            labels: { a: "b" },
          },
        },
        meta: {},
      },
      "“labels”",
    ],
    [
      "FireHydrant",
      {
        name: "Queue lost",
        current_milestone: "resolved",
        started_at: "2024-05-05T10:00:00Z",
        customers_impacted: 12,
        tag_list: [],
      },
      "“customers_impacted”",
    ],
    [
      "small tools",
      {
        title: "A",
        summary: "B",
        cost: 3,
        timeline: [{ at: "2024-05-05T10:00Z", text: "x", by: "y" }],
      },
      "“cost”, “by”",
    ],
  ])("of %s", (_, value, names) => {
    expect(read(value).warnings).toEqual(said(names));
  });
});
