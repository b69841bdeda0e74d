"use client";

import {
  incidentKinds,
  sectors,
  severities,
  visibilities,
  sectorNames,
} from "#knowledge/incident/vocabulary-words";
import type { IncidentRecord } from "#knowledge/incident/document";
import { limits } from "#knowledge/incident/limits";
import { utc } from "#knowledge/incident/written-zone";

import { useDraft, useEditing, withKey } from "./editing";
import { ChoiceField, LineField, PicksField } from "./fields";
import { TimeField } from "./time-field";

const times = [
  ["started", "Harm began"],
  ["detected", "Noticed"],
  ["mitigated", "Harm ended"],
  ["resolved", "Resolved"],
] as const;

/** What the incident is, of whom, how bad, and when: the frame of the record. */
export function FramePane({ part }: { part: "frame" | "moments" }) {
  return (
    <div className="ed-frame">
      {part === "frame" && <Identity />}
      {times.map(([key, label]) => (
        <Moment key={key} name={key} label={label} />
      ))}
    </div>
  );
}

function Moment({ name, label }: { name: (typeof times)[number][0]; label: string }) {
  const value = useDraft(({ record }) => record[name] ?? "");
  return (
    <TimeField
      label={label}
      place={name}
      value={value}
      placeholder="2026-11-14 09:05 UTC"
      context={{ zone: utc }}
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
        longest={limits.title}
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
  const unknown = names
    .map((name) => name.trim())
    .filter((name) => name !== "" && !organizations.some((one) => one.name === name));
  const meant = unknown.flatMap(
    (name) => organizations.find(({ aka }) => aka.includes(name))?.name ?? [],
  );
  return (
    <>
      <Words
        name="organization"
        label="Organisation"
        placeholder="whose service it was"
        offered="ed-organizations"
        hint={
          unknown.length === 0
            ? null
            : meant.length > 0
              ? `Known here as ${meant.join(", ")}.`
              : `${unknown.join(", ")} is not among the organisations of this knowledge base, which an admin can add to organizations.yaml.`
        }
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
      list={offered}
      onChange={(text) =>
        store.edit(name, (draft) => withKey(draft, name, text === "" ? [] : text.split(",")))
      }
    />
  );
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
