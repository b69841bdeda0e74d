"use client";

import { useId, useState, type FormEvent } from "react";

import { limits } from "#knowledge/incident/limits";
import { replacementOf } from "#knowledge/language/replacement";

import { renamedConflict } from "#knowledge/review/merge/renamed-conflict";
import { placeRenamed } from "#knowledge/review/renaming";
import type { SetAside } from "#knowledge/review/set-aside";

import { useDraft, useEditing } from "./editing";
import { allOfPerson, isSetAside, tally, textAt, type PlacedFinding } from "./language-store";
import { exchangeAll, putInto, selectSentence, show, showExchanged } from "./put-into";
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
  const [replaced, setReplaced] = useState<string | null>(null);
  const { store } = useEditing();
  // What was taken back stands there again.
  const isUndone = useDraft(() => store.changedBy === "undo");
  if (isUndone && replaced !== null) setReplaced(null);
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
      {replaced !== null && <Replaced sentence={replaced} close={() => setReplaced(null)} />}
      {first.map((finding) => (
        <FindingNote
          key={`${finding.place} ${finding.start} ${finding.rule}`}
          finding={finding}
          ofPerson={allOfPerson(finding, findings)}
          tell={setReplaced}
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

/** What stood where a sentence with gaps was put: its words are what they are filled with. */
function Replaced({ sentence, close }: { sentence: string; close: () => void }) {
  return (
    <div className="ed-replaced">
      <output>It said: “{sentence}” Fill the gaps (…) from it; Undo brings it back.</output>{" "}
      <button type="button" className="ed-link" onClick={close}>
        Done
      </button>
    </div>
  );
}

interface NoteProps {
  readonly finding: PlacedFinding;
  /** All places that name the same person; none where nobody is named. */
  readonly ofPerson: readonly PlacedFinding[];
  /** Takes the sentence for which another one was put; null where none was. */
  readonly tell: (sentence: string | null) => void;
}

function FindingNote({ finding, ofPerson, tell }: NoteProps) {
  const { store, saver, addresses } = useEditing();
  const { text, level, reason, suggestions } = finding;
  const everywhere = ofPerson.length > 1 ? `, in all ${ofPerson.length} places` : "";

  function put(suggestion: string) {
    if (ofPerson.length === 0) return tell(putInto(finding, suggestion));
    const all = ofPerson.map((one) => ({ ...one, words: one.suggestions[0] ?? "" }));
    exchangeAll(store, finding.place, all);
    const renames = addresses.renew(new Set(all.map(({ place }) => place.split(".")[1] ?? "")));
    saver.changeConflicts((one) => renamedConflict(one, renames));
    const now = <Found extends { place: string }>(one: Found): Found => ({
      ...one,
      place: placeRenamed(one.place, renames),
    });
    showExchanged(now({ ...finding, words: suggestion }), all.map(now));
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
            <Suggestion
              finding={finding}
              suggestion={suggestion}
              everywhere={everywhere}
              put={put}
            />
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

interface SuggestionProps {
  readonly finding: PlacedFinding;
  readonly suggestion: string;
  /** Said behind words that go in more places than this one. */
  readonly everywhere: string;
  readonly put: (suggestion: string) => void;
}

/** The very words that one click puts in; or advice, with a way to the sentence that it is about. */
function Suggestion({ finding, suggestion, everywhere, put }: SuggestionProps) {
  const text = useDraft((draft) => textAt(draft, finding.place));
  const replacement = replacementOf(suggestion, text, finding);
  if (replacement === null) {
    return (
      <>
        {suggestion}{" "}
        <button type="button" className="ed-link" onClick={() => selectSentence(finding)}>
          Select the sentence
        </button>
      </>
    );
  }
  const isLeftOut = suggestion.startsWith("Leave the word out");
  return (
    <button type="button" className="ed-link" onClick={() => put(suggestion)}>
      {isLeftOut ? "Leave the word out" : replacement.words}
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
