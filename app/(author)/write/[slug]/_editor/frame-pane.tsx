"use client";

import {
  incidentKinds,
  sectors,
  severities,
  visibilities,
  sectorNames,
} from "#knowledge/incident/vocabulary-words";
import type { IncidentRecord } from "#knowledge/incident/document";
import { endsBeforeStart } from "#knowledge/incident/end-before-start";
import { aboutOrganizations } from "#knowledge/incident/organization-meant";
import { longestTexts } from "#knowledge/incident/limits";
import { tooLongInWords } from "#knowledge/review/long-texts";

import { useDraft, useEditing, withKey } from "./editing";
import { ChoiceField, LineField, PicksField } from "./fields";
import { keyMoments, momentContext, type KeyMoment } from "./time-contexts";
import { TimeField } from "./time-field";
import { useZone } from "./use-zone";
import { ZoneField } from "./zone-field";

const momentNames: Readonly<Record<KeyMoment, string>> = {
  started: "Harm began",
  detected: "Noticed",
  mitigated: "Harm ended",
  resolved: "Resolved",
};

/**
 * What the incident is, of whom, how bad, and when: the frame of the record. The times stand in a
 * section of their own where the template has one, and are not asked for twice.
 */
export function FramePane({ part }: { part: "frame" | "moments" }) {
  const { template } = useEditing();
  const isOwnSection = template.sections.some((section) => section.part === "moments");
  return (
    <div className="ed-frame">
      {part === "frame" && <Identity />}
      {(part === "moments" || !isOwnSection) && <Moments />}
    </div>
  );
}

/** The times, and the zone of those that name none: they are the first that one is asked for. */
function Moments() {
  return (
    <>
      <ZoneField />
      {keyMoments.map((name) => (
        <Moment key={name} name={name} />
      ))}
    </>
  );
}

function Moment({ name }: { name: KeyMoment }) {
  const value = useDraft(({ record }) => record[name] ?? "");
  const started = useDraft(({ record }) => record.started);
  const zone = useZone();
  const isEarly = useDraft(({ record }) => endsBeforeStart(record).some((key) => key === name));
  return (
    <TimeField
      label={momentNames[name]}
      fault={
        isEarly
          ? `This is before harm began (${started?.replaceAll("T", " ")}). One of the two is to be changed.`
          : null
      }
      place={name}
      value={value}
      placeholder="2026-11-14 09:05 UTC"
      context={momentContext(name, { started }, zone)}
      set={(draft, moment) => withKey(draft, name, moment || undefined)}
    />
  );
}

function Identity() {
  const { store } = useEditing();
  const title = useDraft(({ record }) => record.title ?? "");
  const choose = (key: keyof IncidentRecord) => (value: string) =>
    store.edit(key, (draft) => withKey(draft, key, value || undefined));
  return (
    <>
      <LineField
        label="Title"
        value={title}
        place="title"
        placeholder="What happened, in one line"
        className="ed-title"
        onChange={(value) => store.edit("title", (draft) => withKey(draft, "title", value))}
      />
      <Organizations />
      <Words name="products" label="Products" placeholder="separated by commas" />
      <Sectors />
      <ChoiceField
        label="Kind"
        value={useDraft(({ record }) => record.kind)}
        options={incidentKinds.map((kind) => [kind, kind.replace("-", " ")] as const)}
        place="kind"
        onChange={choose("kind")}
      />
      <ChoiceField
        label="Severity"
        value={useDraft(({ record }) => record.severity ?? "")}
        options={[["", "choose"], ...severities.map((one) => [one, one] as const)]}
        place="severity"
        onChange={choose("severity")}
      />
      {/* Everybody unless somebody says otherwise, as in a file (DESIGN, 4): the checklist says who will
          read it before anybody is asked, and an editor is told again before it is published. */}
      <ChoiceField
        label="Readers"
        value={useDraft(({ record }) => record.visibility)}
        options={visibilities.map(
          (one) => [one, one === "public" ? "everybody" : "members only"] as const,
        )}
        place="visibility"
        onChange={choose("visibility")}
      />
    </>
  );
}

/** Names of organisations: those that the knowledge base has, offered as one types. */
function Organizations() {
  const { organizations } = useEditing();
  const names = useDraft(({ record }) => record.organization);
  const hints = aboutOrganizations(
    // Of one that is too long, that is all there is to say.
    names
      .map((name) => name.trim())
      .filter((name) => tooLongInWords(name, longestTexts.lists.organization) === null),
    organizations,
  );
  return (
    <>
      <Words
        name="organization"
        label="Organisation"
        placeholder="whose service it was"
        offered="ed-organizations"
        hint={hints.length === 0 ? null : hints.join(" ")}
      />
      <datalist id="ed-organizations">
        {organizations.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}

interface WordsProps {
  readonly name: "organization" | "products";
  readonly label: string;
  readonly placeholder: string;
  readonly offered?: string;
  readonly hint?: string | null;
}

/** A list of names on one line, separated by commas. */
function Words({ name, label, placeholder, offered, hint }: WordsProps) {
  const { store } = useEditing();
  const words = useDraft(({ record }) => record[name]);
  return (
    <LineField
      label={label}
      value={words.map((word, nth) => (nth > 0 && /^\S/.test(word) ? ` ${word}` : word)).join(",")}
      place={name}
      placeholder={placeholder}
      hint={hint}
      tooLong={longWord(words, longestTexts.lists[name])}
      list={offered}
      onChange={(text) =>
        store.edit(name, (draft) => withKey(draft, name, text === "" ? [] : text.split(",")))
      }
    />
  );
}

/** So much of a name tells it from the others. */
const enough = 40;

/** The first of some names that is too long, in words; null where all fit. */
function longWord(words: readonly string[], longest: number): string | null {
  for (const word of words) {
    const fault = tooLongInWords(word, longest);
    if (fault !== null)
      return `“${word.trim().slice(0, enough)} …” is ${fault}. It is kept here, and readers do not get it.`;
  }
  return null;
}

function Sectors() {
  const { store } = useEditing();
  const picked = useDraft(({ record }) => record.sectors);
  return (
    <div className="ed-field">
      <PicksField
        label="Sectors"
        picked={picked}
        place="sectors"
        options={sectors.map((one) => [one, sectorNames[one]] as const)}
        none=""
        onChange={(next) => store.edit("sectors", (draft) => withKey(draft, "sectors", next))}
      />
    </div>
  );
}
