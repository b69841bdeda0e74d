"use client";

import { useState, useSyncExternalStore } from "react";

import { paths } from "#app/paths";

import { useDraft, useEditing } from "./editing";
import { SaveStatus, useSaveState } from "./save-status";
import { show } from "./use-undo-keys";

interface Props {
  readonly slug: string;
  readonly state: "draft" | "waiting" | "published";
  /** What is saved is what waits for an editor's word. */
  readonly isWaiting: boolean;
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
export function EditorBar({ slug, state, isWaiting, isText, showText }: Props) {
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
        {title.trim() || "Without a title"} <span className="ed-state">{states[state]}</span>
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
        <AskButton slug={slug} isWaiting={isWaiting} />
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
        void saver.flush().then(() => location.assign(paths.reviewPreview(slug)));
      }}
    >
      Preview
    </a>
  );
}

/** Asks for approval of what is saved, and says what readers need before. */
function AskButton({ slug, isWaiting }: Pick<Props, "slug" | "isWaiting">) {
  const { saver } = useEditing();
  const save = useSaveState();
  const [asked] = useState(saver.base.version);
  const [faults, setFaults] = useState<readonly string[] | null>(null);

  async function ask() {
    const state = await saver.flush();
    if (state.kind !== "saved") return;
    const response = await fetch(paths.apiOfReview(slug, "approval-requests"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ version: state.version }),
    }).catch(() => null);
    if (response?.ok) location.reload();
    else setFaults(await faultsIn(response));
  }

  return (
    <>
      {isWaiting && save.kind === "saved" && save.version === asked ? (
        <a className="btn" href="#steps">
          Waits for approval
        </a>
      ) : (
        <button type="button" className="btn btn-strong" onClick={() => void ask()}>
          Ask for approval
        </button>
      )}
      {faults !== null && (
        <div className="ed-needed" role="alert">
          <p>
            <b>Before an editor looks at it</b>
          </p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
          <button type="button" className="btn" onClick={() => setFaults(null)}>
            Close
          </button>
        </div>
      )}
    </>
  );
}

async function faultsIn(response: Response | null): Promise<string[]> {
  if (response === null) return ["The server cannot be reached. Nothing was asked."];
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== "object" || body === null) return ["The server did not take it."];
  const faults: unknown = Reflect.get(body, "faults");
  if (Array.isArray(faults)) return faults.map(String);
  return [String(Reflect.get(body, "detail") ?? "The server did not take it.")];
}
