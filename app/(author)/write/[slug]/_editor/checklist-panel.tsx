"use client";

import { useEffect, useRef } from "react";

import { checklistOf } from "#knowledge/review/checklist";
import type { ChecklistItem } from "#knowledge/review/checklist-item";

import { AskingForm, type AskingFormProps } from "./asking-form";
import { useDraft, useEditing } from "./editing";
import { isSetAside, tally } from "./language-store";
import { useAllFindings, usePraise } from "./use-language";
import { leadTo } from "./written-field";

interface Props {
  readonly id: string;
  readonly close: () => void;
  /** How approval is asked for; null where it was asked for already. */
  readonly asking: AskingFormProps | null;
  /** The revision for which approval was asked, where what stands here is a later one. */
  readonly passedOver: number | null;
  /** Why it is not to be asked for; null where it is. */
  readonly whyNot: string | null;
  /** Why the server did not take it. */
  readonly refusals: readonly string[];
}

/** What to look at before an editor does: what is missing, what is advised, and the language. */
export function ChecklistPanel({ id, close, asking, passedOver, whyNot, refusals }: Props) {
  const { needed, advised } = useChecklist();
  const root = useRef<HTMLElement>(null);
  useEffect(() => root.current?.focus(), []);

  function lead(place: string) {
    close();
    // A list without rows has no field yet.
    leadTo(place);
  }

  return (
    // Escape closes it, wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={root}
      id={id}
      className="ed-needed"
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <h2 id={`${id}-title`} className="subhead">
        Before readers see it
      </h2>
      {refusals.length > 0 && (
        <ul role="alert" className="ed-refusals">
          {refusals.map((refusal) => (
            <li key={refusal}>{refusal}</li>
          ))}
        </ul>
      )}
      <Items title="Missing" items={needed} lead={lead} />
      <Items title="Worth a look" items={advised} lead={lead} />
      {needed.length + advised.length === 0 && <p>Nothing is missing.</p>}
      <Language />
      <Readers lead={lead} />
      {asking && needed.length > 0 && <p>An editor can be asked once nothing is missing.</p>}
      {whyNot !== null && <p>{whyNot}</p>}
      {asking && passedOver !== null && (
        <p>
          Editors were asked about revision {passedOver}. Whoever asks them now asks about what
          stands here, in its place.
        </p>
      )}
      {asking && needed.length === 0 && <AskingForm {...asking} />}
      <p className="ed-needed-end">
        <button type="button" className="btn" onClick={close}>
          Close
        </button>
      </p>
    </section>
  );
}

function useChecklist() {
  const { template, organizations } = useEditing();
  const draft = useDraft((whole) => whole);
  return checklistOf(draft, { template, organizations });
}

interface ItemsProps {
  readonly title: string;
  readonly items: readonly ChecklistItem[];
  readonly lead: (place: string) => void;
}

function Items({ title, items, lead }: ItemsProps) {
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="label">
        {title} <span className="ed-count">{items.length}</span>
      </h3>
      <ul>
        {items.map(({ place, sentence }) => (
          <li key={`${place} ${sentence}`}>
            <button type="button" className="ed-link" onClick={() => lead(place)}>
              {sentence}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who will read it, which nobody should find out afterwards. */
function Readers({ lead }: { lead: (place: string) => void }) {
  const visibility = useDraft(({ record }) => record.visibility);
  return (
    <>
      <h3 className="label">Readers</h3>
      <p>
        Once published, {visibility === "members" ? "members only" : "everybody"} can read it.{" "}
        <button type="button" className="ed-link" onClick={() => lead("visibility")}>
          Change that
        </button>
      </p>
    </>
  );
}

/** What the language check says in sum, with what reads well. */
function Language() {
  const setAside = useDraft((draft) => draft.setAside);
  const findings = useAllFindings().filter((one) => !isSetAside(one, setAside));
  const { safeguards, decisionsWithCues } = usePraise();
  const praise = [
    ...(safeguards > 0 ? [`what held is told ${times(safeguards)}`] : []),
    ...(decisionsWithCues > 0
      ? [`a decision is told with what people saw ${times(decisionsWithCues)}`]
      : []),
  ];
  return (
    <>
      <h3 className="label">Language</h3>
      <p>
        {findings.length === 0
          ? "Nothing assigns blame, as far as rules can tell."
          : `${tally(findings)}, beside the text.`}
        {setAside.length > 0 &&
          ` ${setAside.length} left as ${setAside.length === 1 ? "it is" : "they are"}, with a reason.`}
      </p>
      {praise.length > 0 && <p>Reads well: {praise.join("; ")}.</p>}
    </>
  );
}

function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}
