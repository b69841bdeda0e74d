import { vi } from "vitest";

import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";
import { draftOf } from "#knowledge/review/draft";

import { DraftStore } from "./draft-store";
import { withKey } from "./editing";
import { Saver } from "./saver";
import type { Answer, Sent } from "./sending";

export const empty: IncidentDocument = { record: IncidentRecord.parse({}), story: "" };
export const nothingBeside = { unfinished: {}, setAside: [], zone: null };
export const begunAt = new Date("2026-11-22T12:00:00Z");

/** A server that answers when it is told to, and remembers what it was sent. */
function server() {
  const sent: Sent[] = [];
  const waiting: ((answer: Answer) => void)[] = [];
  let version = 1;
  return {
    sent,
    send: (one: Sent) => {
      sent.push(one);
      return new Promise<Answer>((resolve) => waiting.push(resolve));
    },
    async answer(answer: Answer) {
      waiting.shift()?.(answer);
      await vi.advanceTimersByTimeAsync(0);
    },
    async saves() {
      version += 1;
      await this.answer({ kind: "saved", version, revision: 1, savedAt: new Date() });
    },
  };
}

/** A saver whose server waits to be told what to answer; needs fake timers. */
export function begun() {
  const far = server();
  const store = new DraftStore(draftOf(empty));
  const base = { version: 1, revision: 1, document: empty, savedAt: begunAt, ...nothingBeside };
  const saver = new Saver(store, base, far.send);
  const title = (text: string) => store.edit("title", (draft) => withKey(draft, "title", text));
  return { far, store, saver, title };
}

export const quiet = () => vi.advanceTimersByTimeAsync(1_000);

/** Long enough for what somebody else wrote to come in. */
export const pause = () => vi.advanceTimersByTimeAsync(2_500);
