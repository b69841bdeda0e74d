"use client";

import { useState, type InputEvent } from "react";

import { readZone } from "#knowledge/incident/written-zone";

import { useDraft, useEditing } from "./editing";
import { LineField } from "./fields";
import { useHydrated } from "./use-hydrated";
import { leadTo } from "./written-field";
import { chosenInWords, readElsewhereInWords, typingInWords, zoneMeant } from "./zone-words";

const place = "zone";

/**
 * Asks for the zone in which times without one are meant, once for the whole review. What is typed
 * passes through other zones, so one holds only when it was finished: Enter, leaving, or the list.
 */
export function ZoneField() {
  const chosen = useDraft((draft) => draft.zone);
  const [typed, setTyped] = useState<string | null>(null);
  const take = useTaking();
  const shown = typed ?? chosen ?? "";

  function finish(text: string) {
    const isSame = ["", chosen].includes(text.trim());
    // What is no zone stays to be mended.
    setTyped(isSame || take(text) ? null : text);
  }

  return (
    <div className="ed-zone" onInput={(event) => isFromList(event) && finish(textOf(event))}>
      <LineField
        label="Times without a zone are in"
        value={shown}
        place={place}
        placeholder="choose a zone"
        list="ed-zones"
        isWrong={shown.trim() !== "" && zoneMeant(shown) === null}
        hint={<ZoneHint typed={typed} chosen={chosen} />}
        onChange={setTyped}
        onBlur={() => typed !== null && finish(typed)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && typed !== null) finish(typed);
          else if (event.key === "Escape") setTyped(null);
        }}
      />
      <Zones />
    </div>
  );
}

/** Takes a text as the review's zone; says whether it is one. */
function useTaking(): (text: string) => boolean {
  const { store } = useEditing();
  return (text) => {
    const zone = zoneMeant(text);
    if (zone === null) return false;
    store.edit(place, (draft) => ({ ...draft, zone }));
    return true;
  };
}

interface Typing {
  /** What stands in the field and was not finished; null where nothing is typed. */
  readonly typed: string | null;
  readonly chosen: string | null;
}

function ZoneHint({ typed, chosen }: Typing) {
  if (typed !== null && typed.trim() !== (chosen ?? "")) return typingInWords(typed.trim(), chosen);
  if (chosen === null) return <NoZone />;
  return (
    <>
      {chosenInWords(chosen)} <ReadElsewhere />
    </>
  );
}

/** Times that were read before the zone was another one: they stay unless one says so. */
function ReadElsewhere() {
  const { zones } = useEditing();
  const chosen = useDraft((draft) => draft.zone);
  // A text is the same as long as it says the same.
  const said = useDraft(() => readElsewhereInWords(zones.elsewhere()));
  if (said === null) return null;
  return (
    <span className="block">
      {said}{" "}
      <button type="button" className="ed-link" onClick={() => zones.readAgain()}>
        Read {said.startsWith("1 ") ? "it" : "them"} again in {chosen}
      </button>
    </span>
  );
}

/** Nobody has chosen: offers the zone of this browser, which is never taken unasked. */
function NoZone() {
  const take = useTaking();
  const here = useHydrated() ? zoneHere() : null;
  return (
    <>
      Nobody has chosen one: times without a zone wait until somebody does, for all who write here.{" "}
      {here !== null && (
        <button type="button" className="ed-link" onClick={() => take(here)}>
          Take {here}, as in this browser
        </button>
      )}
    </>
  );
}

function zoneHere(): string | null {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return readZone(timeZone) === null ? null : timeZone;
}

/** The zones of the world by their regions; those of browser and server need not be the same. */
function Zones() {
  const isAlive = useHydrated();
  if (!isAlive) return null;
  return (
    <datalist id="ed-zones">
      {["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map(
        (zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ),
      )}
    </datalist>
  );
}

/** Whether a text was chosen from what the browser offered, and is finished with that. */
function isFromList({ nativeEvent }: InputEvent<HTMLElement>): boolean {
  return nativeEvent.inputType === "insertReplacementText" || nativeEvent.inputType === undefined;
}

function textOf({ target }: InputEvent<HTMLElement>): string {
  return target instanceof HTMLInputElement ? target.value : "";
}

/** Says which zone was chosen, where times are written that stand far from the choice. */
export function ZoneSaid() {
  const zone = useDraft((draft) => draft.zone);
  return (
    <p className="ed-hint">
      {zone === null
        ? "Times without a zone wait: nobody has chosen theirs."
        : `Times without a zone are in ${zone}, for all who write here.`}{" "}
      <button type="button" className="ed-link" onClick={() => leadTo(place)}>
        {zone === null ? "Choose" : "Change"}
        <span className="sr-only"> the zone</span>
      </button>
      <ReadElsewhere />
    </p>
  );
}
