"use client";

import { useState } from "react";

import { Field } from "#app/_ui/form";

import { checkedDay, checkedZone, type CheckedField, type Choices } from "./choices";

interface Props {
  readonly choose: (choices: Choices) => void;
}

/** The name of the field for a zone, and where on the page it is. */
export const zoneField = "zone";

const unsaid: CheckedField = { value: "", hint: null };

/** Zone and day, for times that say neither; what cannot be one is refused at its field. */
export function ChoicesForm({ choose }: Props) {
  const [zone, setZone] = useState(unsaid);
  const [day, setDay] = useState(unsaid);
  return (
    <form
      className="import-choices"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const checked = {
          zone: checkedZone(textOf(form.get(zoneField))),
          day: checkedDay(textOf(form.get("day")), Date.now()),
        };
        setZone(checked.zone);
        setDay(checked.day);
        if (checked.zone.value === null || checked.day.value === null) return;
        choose({ zone: checked.zone.value, day: checked.day.value });
      }}
    >
      <ChoiceField
        name={zoneField}
        label="Zone of times that name none"
        placeholder="UTC, PST, +02:00"
        checked={zone}
      />
      <ChoiceField
        name="day"
        label="Day of times that have none"
        placeholder="2024-07-19"
        checked={day}
      />
      <button type="submit" className="btn">
        Read again with these
      </button>
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  readonly checked: CheckedField;
}

function ChoiceField({ checked: { value, hint }, ...field }: FieldProps) {
  const isWrong = value === null;
  return (
    <Field
      {...field}
      autoComplete="off"
      aria-invalid={isWrong ? true : undefined}
      hint={
        hint === null ? undefined : (
          <span
            className={isWrong ? "import-choice-wrong" : undefined}
            role={isWrong ? "alert" : "status"}
          >
            {hint}
          </span>
        )
      }
    />
  );
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}
