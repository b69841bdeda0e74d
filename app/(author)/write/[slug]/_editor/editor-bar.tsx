"use client";

import { useSyncExternalStore } from "react";

import { paths } from "#app/paths";

import { ApprovalButton } from "./approval-button";
import { useDraft, useEditing } from "./editing";
import { SaveStatus } from "./save-status";
import { show } from "./use-undo-keys";

interface Props {
  readonly slug: string;
  readonly state: "draft" | "waiting" | "published";
  /** What of it lies with editors: what is saved waits for their word, or has it; else null. */
  readonly asked: "waiting" | "approved" | null;
  /** Whether the document stands there as one text. */
  readonly isText: boolean;
  readonly showText: (isText: boolean) => void;
}

const states = {
  draft: "Draft",
  waiting: "Waits for approval",
  published: "Published",
} as const;

/** The head of the editor: what is written, whether it is saved, and what comes next. */
export function EditorBar({ slug, state, asked, isText, showText }: Props) {
  const { store } = useEditing();
  const title = useDraft(({ record }) => record.title ?? "");
  const canUndo = useStore(() => store.canUndo);
  const canRedo = useStore(() => store.canRedo);
  return (
    <header className="ed-bar">
      <a className="brand" href={paths.home()}>
        Hindsight
      </a>
      <h1>
        {title.trim() || "Without a title"}{" "}
        <span className="ed-state">
          {state === "waiting" && asked === "approved" ? "Approved" : states[state]}
        </span>
      </h1>
      <SaveStatus />
      <div className="ed-tools">
        <button
          type="button"
          className="btn"
          disabled={!canUndo}
          onClick={() => show(store.undo())}
        >
          Undo
        </button>
        <button
          type="button"
          className="btn"
          disabled={!canRedo}
          onClick={() => show(store.redo())}
        >
          Redo
        </button>
        <button
          type="button"
          className="btn"
          aria-pressed={isText}
          onClick={() => showText(!isText)}
        >
          As text
        </button>
        <PreviewButton slug={slug} />
        <ApprovalButton slug={slug} asked={asked} />
      </div>
    </header>
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
        void saver.onceSaved(() => location.assign(paths.reviewPreview(slug)));
      }}
    >
      Preview
    </a>
  );
}
