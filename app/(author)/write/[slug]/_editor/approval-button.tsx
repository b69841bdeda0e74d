"use client";

import { useId, useRef, useState } from "react";

import { paths } from "#app/paths";

import { askEditorsAt, Asking } from "./asking";
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
  const editing = useEditing();
  const asked = useAsked();
  const isAsked = asked !== null;
  const passed = usePassedOver();
  const left = useLeft();
  // Who has to act on what waits is not asked to ask; in the checklist they still can.
  const isTheirs = left !== null && may[left];
  const [asking] = useState(
    () => new Asking(editing, askEditorsAt(paths.apiOfReview(slug, "approval-requests"))),
  );
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  // The panel and its form come and go while one looks at what is missing.
  const [note, setNote] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);

  async function ask() {
    setAsking(true);
    const why = await asking.once(note);
    if (why === null) return;
    if (why.length > 0) {
      setRefusals(why);
      setAsking(false);
      return;
    }
    setNote("");
    location.reload();
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
          asking={isAsked ? null : { note, setNote, ask: () => void ask(), isAsking }}
          passedOver={passed}
          whyNot={asked === null ? null : reasons[asked]}
          refusals={refusals}
        />
      )}
    </>
  );
}
