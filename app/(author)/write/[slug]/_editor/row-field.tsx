"use client";

import type { ComponentProps, KeyboardEvent, ReactNode } from "react";

import { isDate } from "#knowledge/incident/moment";
import type { TimeContext } from "#knowledge/incident/settled-point";
import { noSuchDay } from "#knowledge/incident/written-date";
import { tooLongInWords } from "#knowledge/review/long-texts";
import { isSafeguard } from "#knowledge/review/part";
import { longestAddress } from "#knowledge/text/longest-address";

import { CheckedField } from "./checked-field";
import { ClassField } from "./class-field";
import { useDraft, type Row } from "./editing";
import { ChoiceField, FlagField, inSentence, LineField, PicksField, TextField } from "./fields";
import { IncidentField } from "./incident-field";
import type { FieldShape } from "./row-shape";
import { TimeField } from "./time-field";

export interface RowFieldProps {
  readonly shape: FieldShape;
  readonly row: Row;
  /** Where the row stands: undoing leads back to it, and what cannot be read is kept under it. */
  readonly place: string;
  readonly set: (key: string, value: unknown) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** What is said below a choice. */
  readonly hint?: string | null;
  readonly time: TimeContext;
  /** Puts a moment into the draft under this row, together with what is kept beside it. */
  readonly setMoment: ComponentProps<typeof TimeField>["set"];
}

/** One key of a row, filled in as its shape says. */
export function RowField(props: RowFieldProps) {
  return kinds[props.shape.as]({ ...props, place: `${props.place}.${props.shape.key}` });
}

type Kind = (props: RowFieldProps) => ReactNode;

const kinds: Readonly<Record<FieldShape["as"], Kind>> = {
  line: (props) => <LineField {...textProps(props)} />,
  text: (props) => <TextField {...textProps(props)} />,
  choice: ({ shape, row, place, set, onKeyDown, hint }) => (
    <ChoiceField
      label={shape.label}
      hint={hint}
      value={textOf(row[shape.key])}
      options={shape.options ?? []}
      place={place}
      onKeyDown={onKeyDown}
      onChange={(value) => set(shape.key, value === "" ? undefined : value)}
      className={`ed-${shape.key}`}
    />
  ),
  time: ({ shape, row, place, onKeyDown, time, setMoment }) => (
    <TimeField
      label={shape.label}
      placeholder={shape.placeholder}
      value={textOf(row[shape.key])}
      place={place}
      onKeyDown={onKeyDown}
      set={setMoment}
      context={time}
    />
  ),
  date: (props) => (
    <CheckedField
      {...textProps(props)}
      isRight={isDate}
      wanted="a date such as 2024-07-19"
      why={noSuchDay}
      set={(value) => props.set(props.shape.key, value)}
    />
  ),
  address: (props) => (
    <CheckedField
      {...textProps(props)}
      isRight={isAddress}
      wanted="an address that begins with https://"
      why={(text) => inSentence(tooLongInWords(text, longestAddress))}
      set={(value) => props.set(props.shape.key, value)}
    />
  ),
  flag: ({ shape, row, place, set }) => (
    <FlagField
      label={shape.label}
      place={place}
      isSet={row[shape.key] === true}
      onChange={(isSet) => set(shape.key, isSet)}
    />
  ),
  classes: ({ shape, row, place, set, onKeyDown }) =>
    row.role === "safeguard" ? null : (
      <ClassField
        picked={listOf(row[shape.key])}
        place={place}
        onChange={(picked) => set(shape.key, picked)}
        onKeyDown={onKeyDown}
      />
    ),
  factors: (props) => <FactorPicks {...props} />,
  sources: (props) => <SourcePicks {...props} />,
  source: (props) => <SourceChoice {...props} />,
  incident: ({ shape, row, place, set }) => (
    <IncidentField
      label={shape.label}
      place={place}
      slug={textOf(row[shape.key])}
      onChange={(slug) => set(shape.key, slug)}
    />
  ),
};

function textProps({ shape, row, place, set, onKeyDown }: RowFieldProps) {
  const { key, label, placeholder } = shape;
  return {
    label,
    placeholder,
    place,
    onKeyDown,
    value: textOf(row[key]),
    onChange: (value: string) => set(key, value),
    className: `ed-${key}`,
  };
}

function FactorPicks({ shape, row, place, set }: RowFieldProps) {
  const factors = useDraft(({ record }) => record.factors);
  const picked = listOf(row[shape.key]);
  // Nothing should weaken what held; one that was picked can be taken out.
  const offered = factors.filter((factor) => !isSafeguard(factor) || picked.includes(factor.id));
  return (
    <PicksField
      label={shape.label}
      picked={picked}
      place={place}
      options={offered.map(({ id, statement }) => [id, statement || "a factor without words"])}
      onChange={(next) => set(shape.key, next)}
      none="There are no factors yet."
    />
  );
}

function useSources(): (readonly [value: string, name: string])[] {
  const sources = useDraft(({ record }) => record.sources);
  return sources.map(({ id, title }) => [id, title || "a source without a title"] as const);
}

function SourcePicks({ shape, row, place, set }: RowFieldProps) {
  return (
    <PicksField
      label={shape.label}
      picked={listOf(row[shape.key])}
      place={place}
      options={useSources()}
      onChange={(picked) => set(shape.key, picked)}
      none="There are no sources yet: add one under Sources."
    />
  );
}

function SourceChoice({ shape, row, place, set, onKeyDown }: RowFieldProps) {
  return (
    <ChoiceField
      label={shape.label}
      place={place}
      value={textOf(row[shape.key])}
      options={[["", "choose"], ...useSources()]}
      onChange={(value) => set(shape.key, value)}
      onKeyDown={onKeyDown}
    />
  );
}

function isAddress(text: string): boolean {
  return text.length <= longestAddress && /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
