"use client";

import { useId, useRef, useState } from "react";

import { paths } from "#app/paths";
import { renamedConflict } from "#knowledge/review/merge/renamed-conflict";

import { ChecklistPanel } from "./checklist-panel";
import { useEditing } from "./editing";
import type { MayAssess } from "./may-assess";
import { useAsked, useLeft, usePassedOver } from "./use-progress";

/** Why there is nothing to ask for. */
const reasons = {
  waiting: "An editor was asked already.",
  approved: "An editor has approved it already.",
  published:
    "Readers see this very text, so there is nothing to approve. Once you change it, you can ask.",
  withdrawn: "It was withdrawn, and takes no changes. Nobody can be asked to approve it now.",
} as const;

interface Props {
  readonly slug: string;
  readonly may: MayAssess;
}

/** Opens the checklist, and asks for approval of what is saved. */
export function ApprovalButton({ slug, may }: Props) {
  const { saver, addresses } = useEditing();
  const asked = useAsked();
  const isAsked = asked !== null;
  const passed = usePassedOver();
  const left = useLeft();
  // Who has to act on what waits is not asked to ask; in the checklist they still can.
  const isTheirs = left !== null && may[left];
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);

  async function ask(note: string) {
    // Also in what was read out of a file, and nobody has touched.
    const renames = addresses.renew();
    saver.changeConflicts((one) => renamedConflict(one, renames));
    const state = await saver.flush();
    if (state.kind !== "saved") {
      setRefusals(["It is not saved yet. Nothing was asked."]);
      return;
    }
    const response = await fetch(paths.apiOfReview(slug, "approval-requests"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ version: state.version, note }),
    }).catch(() => null);
    if (response?.ok) location.reload();
    else setRefusals(await refusalsIn(response));
  }

  function close() {
    setOpen(false);
    setRefusals([]);
    button.current?.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className={isAsked || passed !== null ? "btn" : "btn btn-strong"}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        {isAsked || isTheirs ? "Checklist" : passed === null ? "Ask for approval" : "Ask again"}
      </button>
      {isOpen && (
        <ChecklistPanel
          id={id}
          close={close}
          ask={isAsked ? null : (note) => void ask(note)}
          passedOver={passed}
          whyNot={asked === null ? null : reasons[asked]}
          refusals={refusals}
        />
      )}
    </>
  );
}

async function refusalsIn(response: Response | null): Promise<string[]> {
  if (response === null) return ["The server cannot be reached. Nothing was asked."];
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== "object" || body === null) return ["The server did not take it."];
  const faults: unknown = Reflect.get(body, "faults");
  if (Array.isArray(faults)) return faults.map(String);
  return [String(Reflect.get(body, "detail") ?? "The server did not take it.")];
}
