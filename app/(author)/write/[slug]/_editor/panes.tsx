"use client";

import type { ReactNode } from "react";

import { isSafeguard, type Part } from "#knowledge/review/part";

import { ActionsCheck } from "./actions-check";
import { useDraft, useEditing, withKey } from "./editing";
import { ChoiceField, TextField } from "./fields";
import { FramePane } from "./frame-pane";
import {
  actionShape,
  changeShape,
  claimShape,
  factorShape,
  impactShape,
  questionShape,
  relatedShape,
  sourceShape,
} from "./row-shape";
import { Rows } from "./rows";
import { TimelinePane } from "./timeline-pane";
import { fieldAt } from "./written-field";

/** What a section of the record is filled in with. */
export function PartPane({ part }: { part: Part }) {
  return panes[part];
}

function ProsePane({ part }: { part: "summary" | "detection" }) {
  const { store } = useEditing();
  const text = useDraft(({ record }) => record[part] ?? "");
  const label = part === "summary" ? "Summary" : "What first told of it";
  return (
    <>
      <TextField
        label={label}
        isQuiet
        value={text}
        place={part}
        className="ed-prose"
        onChange={(value) => store.edit(part, (draft) => withKey(draft, part, value))}
      />
      {part === "detection" && <NoticedBy />}
    </>
  );
}

const noticed = [
  ["", "not said"],
  ["monitor", "a monitor"],
  ["person", "a person of ours"],
  ["customer", "a customer"],
  ["outsider", "an outsider"],
] as const;

function NoticedBy() {
  const { store } = useEditing();
  const value = useDraft(({ record }) => record.noticedBy ?? "");
  return (
    <ChoiceField
      label="Noticed by"
      value={value}
      options={noticed}
      place="noticedBy"
      onChange={(to) =>
        store.edit("noticedBy", (draft) => withKey(draft, "noticedBy", to || undefined))
      }
    />
  );
}

function LessonsPane() {
  const { store } = useEditing();
  const lessons = useDraft(({ record }) => record.lessons);
  const put = (next: readonly string[], place: string) =>
    store.edit(place, (draft) => withKey(draft, "lessons", next));
  const add = (at: number) => {
    put(lessons.toSpliced(at, 0, ""), "lessons.new");
    requestAnimationFrame(() => fieldAt(`lessons.${at}`)?.focus());
  };
  return (
    <div className="ed-rows">
      {lessons.map((lesson, at) => (
        <fieldset key={at} className="ed-row ed-row-lesson">
          <legend className="sr-only">Lesson {at + 1}</legend>
          <TextField
            label={`Lesson ${at + 1}`}
            isQuiet
            value={lesson}
            place={`lessons.${at}`}
            onChange={(value) => put(lessons.with(at, value), `lessons.${at}`)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              add(at + 1);
            }}
          />
          <button
            type="button"
            className="ed-tool"
            aria-label={`Remove lesson ${at + 1}`}
            onClick={() => put(lessons.toSpliced(at, 1), "lessons.removal")}
          >
            ×
          </button>
        </fieldset>
      ))}
      <button type="button" className="btn" onClick={() => add(lessons.length)}>
        Add a lesson
      </button>
    </div>
  );
}

function isNoSafeguard(row: { readonly role?: unknown }): boolean {
  return !isSafeguard(row);
}

const panes: Readonly<Record<Part, ReactNode>> = {
  frame: <FramePane part="frame" />,
  moments: <FramePane part="moments" />,
  summary: <ProsePane part="summary" />,
  detection: <ProsePane part="detection" />,
  impact: <Rows shape={impactShape} />,
  timeline: <TimelinePane />,
  factors: <Rows shape={factorShape} only={isNoSafeguard} />,
  safeguards: (
    <Rows shape={factorShape} only={isSafeguard} fresh={{ role: "safeguard" }} noun="safeguard" />
  ),
  lessons: <LessonsPane />,
  changes: <Rows shape={changeShape} />,
  claims: <Rows shape={claimShape} />,
  related: <Rows shape={relatedShape} />,
  actions: (
    <>
      <Rows shape={actionShape} />
      <ActionsCheck />
    </>
  ),
  questions: <Rows shape={questionShape} />,
  sources: <Rows shape={sourceShape} />,
};
