import { describe, expect, test } from "vitest";

import { visitor, type Actor } from "./actor";
import { Duty } from "./duty";
import {
  mayOnSite,
  mayRead,
  mayWith,
  type DocumentAct,
  type DocumentState,
  type GuardedDocument,
  type SiteAct,
} from "./rules";

const open = { membersOnly: false, approvers: 3 };
const states: readonly DocumentState[] = [
  "draft",
  "waiting",
  "published",
  "archived",
  "merged",
  "binned",
];

function member(duty: Duty): Actor {
  return { kind: "member", id: "me", name: "Me", duty, sessionId: "s" };
}
const actors: Record<string, Actor> = {
  visitor,
  ...Object.fromEntries(Duty.options.map((duty) => [duty, member(duty)])),
};

function document(
  state: DocumentState,
  authors: string[],
  visibility: "public" | "members",
  writers: string[] = authors,
) {
  return { state, authors, visibility, writers } satisfies GuardedDocument;
}

const visibilities = ["public", "members"] as const;
const readings = Object.entries(actors).flatMap(([name, actor]) =>
  states.flatMap((state) =>
    visibilities.flatMap((visibility) =>
      [false, true].map((membersOnly) => ({ name, actor, state, visibility, membersOnly })),
    ),
  ),
);

describe("reading what is published", () => {
  test.each(readings)(
    "$name, $state, $visibility, members-only site: $membersOnly",
    ({ name, actor, state, visibility, membersOnly }) => {
      // The design's first two rows, and its first note.
      const isShown = state === "published" || state === "archived";
      const isOpen = visibility === "public" && !membersOnly;
      const site = { membersOnly, approvers: 3 };
      expect(mayRead(actor, document(state, ["me"], visibility), site)).toBe(
        isShown && (name !== "visitor" || isOpen),
      );
    },
  );
});

// For each act the states in which it can be done at all, and from which duty on: for one of the
// authors, and for anybody else.
const acts: Record<DocumentAct, { states: DocumentState[]; author: Duty; other: Duty }> = {
  see: {
    states: ["draft", "waiting", "published", "archived", "merged", "binned"],
    author: "author",
    other: "editor",
  },
  edit: { states: ["draft", "waiting", "published"], author: "author", other: "editor" },
  share: { states: ["draft", "waiting", "published"], author: "author", other: "editor" },
  "ask for approval": {
    states: ["draft", "waiting", "published"],
    author: "author",
    other: "editor",
  },
  bin: { states: ["draft", "waiting"], author: "author", other: "editor" },
  "take out of the bin": { states: ["binned"], author: "author", other: "editor" },
  approve: { states: ["draft", "waiting", "published"], author: "editor", other: "editor" },
  publish: {
    states: ["draft", "waiting", "published", "archived"],
    author: "editor",
    other: "editor",
  },
  unpublish: { states: ["published"], author: "editor", other: "editor" },
  archive: { states: ["published"], author: "editor", other: "editor" },
  merge: { states: ["published", "archived"], author: "editor", other: "editor" },
};

function atLeast(actor: Actor, duty: Duty): boolean {
  return actor.kind === "member" && Duty.options.indexOf(actor.duty) >= Duty.options.indexOf(duty);
}

const tries = Object.keys(acts)
  .filter((one): one is DocumentAct => one in acts)
  .flatMap((act) =>
    Object.entries(actors).flatMap(([name, actor]) =>
      states.map((state) => ({ act, name, actor, state })),
    ),
  );

describe("acts on a document", () => {
  test.each(tries)("$act, $name, $state", ({ act, actor, state }) => {
    const shared = document(state, ["me", "another"], "public");
    const foreign = document(state, ["another"], "public");
    const row = acts[act];
    const can = row.states.includes(state);
    expect(mayWith(actor, act, shared, open)).toBe(can && atLeast(actor, row.author));
    expect(mayWith(actor, act, foreign, open)).toBe(can && atLeast(actor, row.other));
  });
});

describe("approving one's own", () => {
  const own = document("waiting", ["me"], "public");
  test("nobody approves a document of which they are the only author", () => {
    expect(mayWith(member("editor"), "approve", own, open)).toBe(false);
    expect(mayWith(member("admin"), "approve", own, open)).toBe(false);
  });
  test("unless theirs is the only account that may approve", () => {
    const alone = { membersOnly: false, approvers: 1 };
    expect(mayWith(member("admin"), "approve", own, alone)).toBe(true);
    expect(mayWith(member("author"), "approve", own, alone)).toBe(false);
  });
  test("sharing it with somebody who has not written along does not help", () => {
    const shared = document("waiting", ["me", "another"], "public", ["me"]);
    expect(mayWith(member("editor"), "approve", shared, open)).toBe(false);
    const along = document("waiting", ["me", "another"], "public", ["another", "me"]);
    expect(mayWith(member("editor"), "approve", along, open)).toBe(true);
  });
  test("nor does it help that a document came from a file, and has no authors", () => {
    const rewritten = document("published", [], "public", ["me"]);
    expect(mayWith(member("editor"), "approve", rewritten, open)).toBe(false);
    const byAnother = document("published", [], "public", ["another"]);
    expect(mayWith(member("editor"), "approve", byAnother, open)).toBe(true);
  });
});

describe("acts on the site", () => {
  const needed: Record<SiteAct, Duty> = {
    "begin a review": "author",
    "see every draft": "editor",
    "answer readers' notes": "editor",
    "invite people": "admin",
    "set duties": "admin",
    "end sessions": "admin",
    "reset passwords": "admin",
    "change settings": "admin",
    "read the audit log": "admin",
  };
  for (const act of Object.keys(needed).filter((one): one is SiteAct => one in needed)) {
    for (const [name, actor] of Object.entries(actors)) {
      test(`${act}, ${name}`, () => {
        expect(mayOnSite(actor, act)).toBe(atLeast(actor, needed[act]));
      });
    }
  }
});
