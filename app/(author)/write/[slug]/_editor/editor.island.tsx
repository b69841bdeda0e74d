"use client";

import { useMemo, useState, type ReactNode } from "react";

import { paths } from "#app/paths";
import type { IncidentDocument } from "#knowledge/incident/document";
import { rowIdsOf } from "#knowledge/incident/row-id";
import { draftOf } from "#knowledge/review/draft";
import type { SetAside } from "#knowledge/review/set-aside";
import type { Progress } from "#knowledge/review/stand";
import type { Template } from "#knowledge/review/template";

import { ChangedSince } from "./changed-since";
import { Conflicts } from "./conflicts";
import { DocumentText } from "./document-text";
import { DraftStore } from "./draft-store";
import { EditingProvider, useDraft, useEditing, type Editing, type OfferedClass } from "./editing";
import { EditorBar } from "./editor-bar";
import { ExtraSections, useShownSections } from "./extra-sections";
import { LanguagePanel } from "./language-panel";
import { LanguageStore } from "./language-store";
import type { MayAssess } from "./may-assess";
import { NewsOfReview } from "./news";
import { NewsOfPictures } from "./news-of-pictures";
import { keepingCaret } from "./kept-caret";
import { Outline } from "./outline";
import { sendPicturesTo } from "./picture-sending";
import { PicturesOnTheirWay } from "./pictures-on-their-way";
import { askProgressAt } from "./progress-answer";
import { PanelLinks } from "./panel-links";
import { countOf, Reminders, useReminded } from "./reminders";
import { RowAddresses } from "./row-addresses";
import { baseOf } from "./save-state";
import { Saver } from "./saver";
import { SectionFrame } from "./section-frame";
import { sectionsOf, type EditorSection } from "./sections";
import { sendTo } from "./sending";
import { PresentSteps } from "./present-steps";
import { ProgressWatch } from "./progress-watch";
import { AddSection } from "./story-pane";
import { Troubles } from "./troubles";
import { useFirstFocus } from "./use-first-focus";
import { useHydrated } from "./use-hydrated";
import { useKeptCopy } from "./use-kept-copy";
import { useKeptFocus } from "./use-kept-focus";
import { useLanguageCheck } from "./use-language";
import { useSettlingTimes } from "./use-settling-times";
import { useProgressWatch } from "./use-progress";
import { useUndoKeys } from "./use-undo-keys";
import { hasWholeText } from "./whole-text";
import { ZoneReadings } from "./zone-readings";
import { NamedPeople } from "#app/_parts/named-people";

export interface EditorProps {
  readonly slug: string;
  /** The document's id, by which this browser keeps what is not saved. */
  readonly review: string;
  readonly account: string;
  readonly document: IncidentDocument;
  readonly unfinished: Readonly<Record<string, string>>;
  readonly setAside: readonly SetAside[];
  /** The zone of times that name none; null where nobody has chosen one. */
  readonly zone: string | null;
  /** Ids that its rows and sources have, or had. */
  readonly rowIds: readonly string[];
  /** Ids of rows that readers see or have seen. */
  readonly publishedIds: readonly string[];
  readonly version: number;
  readonly revision: number;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly progress: Progress;
  readonly template: Template;
  readonly classes: readonly OfferedClass[];
  readonly organizations: Editing["organizations"];
  /** Names of its authors. */
  readonly authors: readonly string[];
  /** What this account may do once approval was asked for. */
  readonly may: MayAssess;
  /** What comes after writing, as it stood when the page was made. */
  readonly children: ReactNode;
}

/** The editor: all sections on one page, saved as one types. */
export function EditorIsland(props: EditorProps) {
  const [editing] = useState(() => begin(props));
  return (
    <EditingProvider value={editing}>
      <Editor {...props} />
      <PresentSteps slug={props.slug}>{props.children}</PresentSteps>
    </EditingProvider>
  );
}

function begin(props: EditorProps): Editing {
  const { document, unfinished, setAside, zone, slug } = props;
  const draft = draftOf(document, unfinished, setAside, zone);
  const store = new DraftStore(draft, Date.now, keepingCaret);
  store.avoid(props.rowIds);
  const base = baseOf({ ...props, savedAt: new Date(props.savedAt) }, props);
  const saver = new Saver(store, base, sendTo(paths.apiReview(slug)));
  const progress = new ProgressWatch(props.progress, saver, askProgressAt(paths.apiReview(slug)));
  const addresses = new RowAddresses(store, props.publishedIds);
  addresses.watch(progress, () => rowIdsOf(saver.base.document.record));
  const { template, classes, organizations, authors } = props;
  const language = new LanguageStore();
  const sendPicture = sendPicturesTo(paths.apiOfReview(slug, "pictures"));
  const pictures = new PicturesOnTheirWay(store, sendPicture, (change) =>
    saver.changeConflicts(change),
  );
  return {
    store,
    saver,
    progress,
    zones: new ZoneReadings(store),
    language,
    addresses,
    people: new NamedPeople(props.account, slug),
    pictures,
    authors,
    template,
    classes,
    organizations,
  };
}

/** The sections: the story's headings decide which there are, not what is written under them. */
function useSections(template: Template): EditorSection[] {
  const { store } = useEditing();
  const headings = useDraft(({ story }) => story.map(({ heading }) => heading).join("\n"));
  return useMemo(
    () => sectionsOf(template, store.draft.story),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [template, store, headings],
  );
}

function Editor(props: EditorProps) {
  const { shown, hidden, add } = useShownSections(useSections(props.template));
  const [isText, setText] = useState(false);
  const waits = useDraft(hasWholeText);
  const isAlive = useHydrated();
  const recovered = useKeptCopy(props);
  const reminded = useReminded(props.slug);
  useUndoKeys();
  useKeptFocus();
  useFirstFocus(isAlive);
  useLanguageCheck();
  useSettlingTimes();
  useProgressWatch();
  return (
    <div className="ed" data-island="">
      <EditorBar slug={props.slug} may={props.may} isText={isText} showText={setText} />
      {/* What is typed before the page is alive would be lost. */}
      <div className="ed-columns" inert={!isAlive}>
        <Outline sections={shown} hasMore={hidden.length > 0 && !isText} />
        <main id="main" className="ed-main" tabIndex={-1}>
          <PanelLinks reminders={countOf(reminded)} />
          <Troubles />
          <NewsOfReview />
          <NewsOfPictures />
          <ChangedSince slug={props.slug} may={props.may} />
          {recovered !== null && <output className="notice block">{recovered}</output>}
          <Conflicts />
          {isText ? (
            <DocumentText />
          ) : (
            <>
              {waits && (
                <p className="notice notice-fault">
                  The document as text has faults and is kept apart; here stands its last state that
                  could be read.
                </p>
              )}
              {shown.map((section) => (
                <SectionFrame key={section.id} section={section} />
              ))}
              <ExtraSections hidden={hidden} add={add} />
              <AddSection />
            </>
          )}
        </main>
        <aside className="ed-aside" aria-label="Help with writing">
          <LanguagePanel />
          <Reminders reminded={reminded} />
        </aside>
      </div>
    </div>
  );
}
