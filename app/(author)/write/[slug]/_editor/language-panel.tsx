"use client";

import { useId, useState, type FormEvent } from "react";

import { limits } from "#knowledge/incident/limits";
import { replacementOf, type Replacement } from "#knowledge/language/replacement";

import type { SetAside } from "#knowledge/review/set-aside";

import { useDraft, useEditing } from "./editing";
import { allOfPerson, isSetAside, tally, type PlacedFinding } from "./language-store";
import { exchangeAll, putInto, show, showExchanged } from "./put-into";
import { ShortLine } from "./short-line";
import { fieldAt } from "./written-field";
import { useAllFindings } from "./use-language";

/** How many findings stand in the margin at once; the strongest first. */
const shown = 12;

const order = { strong: 0, likely: 1, hint: 2 } as const;

/** What the language check points out, with the reason and other words for it. */
export function LanguagePanel() {
  const setAside = useDraft((draft) => draft.setAside);
  const findings = useAllFindings().filter((one) => !isSetAside(one, setAside));
  const first = findings.toSorted((a, b) => order[a.level] - order[b.level]).slice(0, shown);
  return (
    <section aria-labelledby="ed-language">
      <h2 id="ed-language" className="label" tabIndex={-1}>
        Language <span className="ed-count">{findings.length || ""}</span>
      </h2>
      {findings.length === 0 ? (
        <p className="ed-quiet">Nothing here assigns blame, as far as rules can tell.</p>
      ) : (
        <p className="ed-quiet">{tally(findings)}. None of it keeps you from saving.</p>
      )}
      {first.map((finding) => (
        <FindingNote
          key={`${finding.place} ${finding.start} ${finding.rule}`}
          finding={finding}
          ofPerson={allOfPerson(finding, findings)}
        />
      ))}
      {findings.length > first.length && (
        <p className="ed-quiet">And {findings.length - first.length} more, weaker ones.</p>
      )}
      <KeptAddresses />
      {setAside.length > 0 && <LeftAsTheyAre setAside={setAside} />}
    </section>
  );
}

interface NoteProps {
  readonly finding: PlacedFinding;
  /** All places that name the same person; none where nobody is named. */
  readonly ofPerson: readonly PlacedFinding[];
}

function FindingNote({ finding, ofPerson }: NoteProps) {
  const { store } = useEditing();
  const { text, level, reason, suggestions } = finding;
  const everywhere = ofPerson.length > 1 ? `, in all ${ofPerson.length} places` : "";

  function put(replacement: Replacement) {
    if (ofPerson.length === 0) return putInto(finding, replacement);
    const all = ofPerson.map((one) => ({ ...one, words: one.suggestions[0] ?? "" }));
    exchangeAll(store, finding.place, all);
    showExchanged({ ...finding, words: replacement.words }, all);
  }

  return (
    <div className={`ed-finding ed-finding-${level}`}>
      <button type="button" className="ed-finding-words" onClick={() => show(finding)}>
        “{text}”<span className="sr-only">: show it in the text</span>
      </button>
      <p>{reason}</p>
      <ul>
        {suggestions.map((suggestion) => (
          <li key={suggestion}>
            <Suggestion suggestion={suggestion} everywhere={everywhere} put={put} />
          </li>
        ))}
      </ul>
      <SetAsideForm finding={finding} />
    </div>
  );
}

/** Says of which addresses that readers know a name cannot leave, also once it has left the text. */
function KeptAddresses() {
  const { addresses } = useEditing();
  const kept = useDraft((draft) => addresses.kept(draft).join("\n"));
  if (kept === "") return null;
  return kept.split("\n").map((anchor) => (
    <p key={anchor} className="ed-quiet">
      The address <code>#{anchor}</code> has a name of a person. Readers know it, so it stays,
      whatever the row says. To be rid of it, remove the row and write it anew.
    </p>
  ));
}

/** Other words, put in by one click; or advice, which is only read. */
function Suggestion({
  suggestion,
  everywhere,
  put,
}: {
  suggestion: string;
  /** Said behind words that go in more places than this one. */
  everywhere: string;
  put: (replacement: Replacement) => void;
}) {
  const replacement = replacementOf(suggestion);
  if (replacement === null) return suggestion;
  return (
    <button type="button" className="ed-link" onClick={() => put(replacement)}>
      {suggestion}
      {everywhere}
    </button>
  );
}

/** Leaves a finding as it is, for a reason that stays on the review. */
function SetAsideForm({ finding }: { finding: PlacedFinding }) {
  const { store } = useEditing();
  const id = useId();
  const [isOpen, setOpen] = useState(false);

  function keep(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("reason");
    const reason = typeof typed === "string" ? typed.trim() : "";
    if (reason === "") return;
    const { place, rule, text } = finding;
    store.edit("setAside", (draft) => ({
      ...draft,
      setAside: [...draft.setAside, { place, rule, text, reason }],
    }));
    fieldAt(place)?.focus();
  }

  if (!isOpen) {
    return (
      <button type="button" className="ed-link" onClick={() => setOpen(true)}>
        Leave it …<span className="sr-only"> “{finding.text}”</span>
      </button>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      onSubmit={keep}
      className="ed-set-aside"
      onKeyDown={({ key }) => key === "Escape" && setOpen(false)}
    >
      <label htmlFor={id}>Because</label>{" "}
      <ShortLine id={id} name="reason" className="ed-input" longest={limits.reason} required />
      <button type="submit" className="btn">
        Leave it
      </button>
    </form>
  );
}

/** What was left as it is, with the reason, for who reads it next; it can be pointed out again. */
function LeftAsTheyAre({ setAside }: { setAside: readonly SetAside[] }) {
  const { store } = useEditing();
  return (
    <details className="ed-left">
      <summary>
        {setAside.length} left as {setAside.length === 1 ? "it is" : "they are"}
      </summary>
      <ul>
        {setAside.map((one) => (
          <li key={`${one.place} ${one.rule} ${one.text}`}>
            “{one.text}”, because {one.reason}{" "}
            <button
              type="button"
              className="ed-link"
              onClick={() =>
                store.edit("setAside", (draft) => ({
                  ...draft,
                  setAside: draft.setAside.filter((other) => other !== one),
                }))
              }
            >
              Point it out again<span className="sr-only">: “{one.text}”</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
