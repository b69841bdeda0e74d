"use client";

import { useSyncExternalStore } from "react";

import { paths } from "#app/paths";
import { standingInWords } from "#knowledge/review/stand";

import { ApprovalButton } from "./approval-button";
import { useDraft, useEditing } from "./editing";
import type { MayAssess } from "./may-assess";
import { newsId } from "./news";
import { SaveStatus } from "./save-status";
import { focusTrouble } from "./trouble-place";
import { useHere, useLeft, useNews, usePassedOver, useProgress, useStanding } from "./use-progress";
import { show } from "./use-undo-keys";

interface Props {
  readonly slug: string;
  readonly may: MayAssess;
  /** Whether the document stands there as one text. */
  readonly isText: boolean;
  readonly showText: (isText: boolean) => void;
}

/** The head of the editor: what is written, whether it is saved, and what comes next. */
export function EditorBar({ slug, may, isText, showText }: Props) {
  return (
    <header className="ed-bar">
      <div className="ed-head">
        <a className="brand" href={paths.home()}>
          <span>Hindsight</span>
        </a>
        <Heading />
        <SaveStatus />
        <Steps />
      </div>
      <div className="ed-tools">
        <AlsoHere />
        <button
          type="button"
          className="btn"
          aria-pressed={isText}
          onClick={() => showText(!isText)}
        >
          As text
        </button>
        <PreviewButton slug={slug} />
        <ApprovalButton slug={slug} may={may} />
        <NextStep may={may} />
      </div>
    </header>
  );
}

/** What is written, and where it stands. */
function Heading() {
  const title = useDraft(({ record }) => record.title ?? "");
  return (
    <h1>
      <span className="ed-name">{title.trim() || "Without a title"}</span>{" "}
      <span className="ed-stands">
        <StateInWords />
      </span>
    </h1>
  );
}

/** What lies with editors leads to what they do with it; what is new, to where it is told. */
function StateInWords() {
  const { waiting } = useProgress();
  const standing = useStanding();
  const isPassedOver = usePassedOver() !== null;
  const news = useNews();
  // A phone has room for the first words.
  const [first = "", ...others] = standingInWords(standing).split(/(?=; | for )/);
  const words = (
    <>
      {news?.brief ?? first}
      {news?.brief === undefined && others.length > 0 && <span>{others.join("")}</span>}
      {isPassedOver && <>, changed since</>}
    </>
  );
  if (news !== null) return <a href={`#${newsId}`}>{words}</a>;
  return waiting === null ? words : <a href="#steps">{words}</a>;
}

/** Leads who may do it to what comes next, which stands below the text with all that belongs to it. */
function NextStep({ may }: { may: MayAssess }) {
  const left = useLeft();
  if (left === null || !may[left]) return null;
  return (
    <a className="btn btn-strong" href="#steps">
      {left === "approve" ? "Approve or send back" : "Publish"}
    </a>
  );
}

/** Who else has the review open; what they write comes in by itself. */
function AlsoHere() {
  const here = useHere();
  const [first, second, ...others] = here;
  const names = [first, second, others.length > 0 ? `${others.length} more` : undefined]
    .filter((name) => name !== undefined)
    .join(", ");
  return (
    <output className="ed-here" title={here.join(", ") || undefined}>
      {names !== "" && `Also here: ${names}`}
    </output>
  );
}

/** Undoing and redoing, as words where there is room. */
function Steps() {
  const { store } = useEditing();
  const steps = [
    { name: "Undo", sign: "↶", can: useStore(() => store.canUndo), go: () => store.undo() },
    { name: "Redo", sign: "↷", can: useStore(() => store.canRedo), go: () => store.redo() },
  ];
  return (
    <div className="ed-undo">
      {steps.map(({ name, sign, can, go }) => (
        <button
          key={name}
          type="button"
          className="btn"
          data-sign={sign}
          disabled={!can}
          onClick={() => show(go())}
        >
          <span>{name}</span>
        </button>
      ))}
    </div>
  );
}

function useStore(read: () => boolean): boolean {
  const { store } = useEditing();
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Shows the draft as readers would see it, once all of it is saved. */
function PreviewButton({ slug }: { slug: string }) {
  const { saver } = useEditing();
  return (
    <a
      className="btn"
      href={paths.reviewPreview(slug)}
      onClick={(event) => {
        if (!saver.isUnsaved) return;
        event.preventDefault();
        void saver.onceSaved(() => location.assign(paths.reviewPreview(slug)), focusTrouble);
      }}
    >
      Preview
    </a>
  );
}
