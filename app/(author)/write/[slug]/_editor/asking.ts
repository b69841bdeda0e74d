import { renamedConflict } from "#knowledge/review/merge/renamed-conflict";

import { textsUnder, textUnder } from "./answered";
import type { Editing } from "./editing";
import { longestWait } from "./sending";

/** What editors are asked about, and told with it. */
export interface AskedFor {
  /** The version of the document that they are to approve. */
  readonly version: number;
  readonly note: string;
}

/** Asks editors; gives why nothing came of it, as sentences, and none where they were asked. */
export type AskEditors = (what: AskedFor) => Promise<readonly string[]>;

/** Asks them at an address; every answer is a value, whatever the line does. */
export function askEditorsAt(address: string): AskEditors {
  return async (what) => {
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(what),
        signal: AbortSignal.timeout(longestWait),
      });
      return response.ok ? [] : whyNot(await response.json().catch(() => null));
    } catch {
      return ["The server does not answer. Ask again in a moment: nobody is asked twice."];
    }
  };
}

function whyNot(answer: unknown): readonly string[] {
  const faults = textsUnder(answer, "faults");
  if (faults.length > 0) return faults;
  return [textUnder(answer, "detail") || "The server did not take it."];
}

type Asked = Pick<Editing, "store" | "saver" | "addresses" | "language">;

/** Milliseconds for which the language check is waited for: it learns which names are to leave addresses. */
const longestCheck = 5_000;

/** Saves what stands here without names of people in its addresses, and asks editors to approve it. */
async function askForApproval(
  { store, saver, addresses, language }: Asked,
  ask: AskEditors,
  note: string,
): Promise<readonly string[]> {
  // A row that was typed a moment ago would get its id when it is saved, and no row is checked before.
  store.nameRows(true);
  await language.checked(longestCheck);
  // Also in what was read out of a file, and nobody has touched.
  const renames = addresses.renew();
  saver.changeConflicts((one) => renamedConflict(one, renames));
  const state = await saver.flush();
  if (state.kind !== "saved") return ["It is not saved yet. Nothing was asked."];
  return ask({ version: state.version, note });
}

/** Asks editors of one review, once, however often that is wished for meanwhile. */
export class Asking {
  readonly #asked: Asked;
  readonly #ask: AskEditors;
  #isUnderWay = false;

  constructor(asked: Asked, ask: AskEditors) {
    this.#asked = asked;
    this.#ask = ask;
  }

  /** Gives why nothing came of it, and no sentence where editors were asked; null where that is under way, or done. */
  async once(note: string): Promise<readonly string[] | null> {
    if (this.#isUnderWay) return null;
    this.#isUnderWay = true;
    let isDone = false;
    try {
      const why = await askForApproval(this.#asked, this.#ask, note);
      isDone = why.length === 0;
      return why;
    } finally {
      this.#isUnderWay = isDone;
    }
  }
}
