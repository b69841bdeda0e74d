import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import {
  defineLanguageFacet,
  HighlightStyle,
  Language,
  languageDataProp,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, StateEffect, StateField, type Extension } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  keymap,
  type DecorationSet,
  type KeyBinding,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { GFM, parser } from "@lezer/markdown";

import type { PlacedFinding } from "./language-store";
import { completions, type CompletionNames } from "./completions";
import { continued, emphasised, type Emphasis, type MarkdownChange } from "./markdown-marks";
import type { Measured } from "./taken-text";
import { visibleText } from "./visible-text";
import type { Selected } from "./written-field";

interface Options {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly place: string;
  readonly onChange: (text: string) => void;
  /** Whether a text is taken; where it is not, what stood there stays. */
  readonly takes: (text: Measured) => boolean;
  /** What can be named in the text; asked when somebody begins to name something. */
  readonly names: CompletionNames;
}

const describing = defineLanguageFacet();
const markdown = parser.configure([
  GFM,
  { props: [languageDataProp.add((type) => (type.isTop ? describing : undefined))] },
]);

const look = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "600", color: "var(--accent)" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: [tags.link, tags.url], color: "var(--recovery)" },
  { tag: tags.monospace, color: "var(--precondition)" },
  { tag: tags.quote, color: "var(--soft)" },
  { tag: [tags.processingInstruction, tags.contentSeparator], color: "var(--faint)" },
]);

const theme = EditorView.theme({
  "&": { fontSize: "0.9375rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6" },
  ".cm-content": { padding: "0.75rem 0", caretColor: "var(--ink)", minHeight: "5.5rem" },
  ".cm-line": { padding: "0 0.875rem" },
  ".cm-tooltip": {
    border: "1px solid var(--line-strong)",
    borderRadius: "9px",
    background: "var(--card)",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--sans)", maxHeight: "16rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.25rem 0.625rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    background: "var(--accent-wash)",
    color: "var(--ink)",
  },
  ".cm-completionDetail": { color: "var(--faint)", fontStyle: "normal" },
});

const setFindings = StateEffect.define<readonly PlacedFinding[]>();

const underlines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    const found = transaction.effects.find((effect) => effect.is(setFindings));
    return found ? marks(found.value, transaction.newDoc.length) : lines.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function marks(findings: unknown, length: number): DecorationSet {
  if (!Array.isArray(findings)) return Decoration.none;
  const inside = findings.filter(({ start, end }) => start < end && end <= length);
  return Decoration.set(
    inside.map(({ start, end, level }) =>
      Decoration.mark({ class: `cm-found cm-found-${level}` }).range(start, end),
    ),
    true,
  );
}

function nonce(): Extension {
  const given = document.querySelector("#style-nonce")?.getAttribute("data-style-nonce") ?? "";
  return given === "" ? [] : EditorView.cspNonce.of(given);
}

/** Takes out what readers cannot see as soon as it is typed, pasted or dropped. */
const visibleOnly = EditorState.transactionFilter.of((transaction) => {
  const changes: { from: number; to: number; insert: string }[] = [];
  transaction.changes.iterChanges((...[, , from, to, inserted]) => {
    const text = inserted.toString();
    const insert = visibleText(text);
    if (insert !== text) changes.push({ from, to, insert });
  });
  return changes.length === 0 ? transaction : [transaction, { changes, sequential: true }];
});

/** Keeps out what is typed, pasted or dropped where the text would become longer than is taken. */
function shortEnough(takes: Options["takes"]): Extension {
  return EditorState.changeFilter.of((transaction) => {
    const isTyped = transaction.docChanged && transaction.isUserEvent("input");
    return !isTyped || takes(transaction.newDoc);
  });
}

function make(view: EditorView, { from, to, insert, start, end }: MarkdownChange): void {
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: start, head: end },
    scrollIntoView: true,
    userEvent: "input",
  });
}

function emphasise(emphasis: Emphasis) {
  return (view: EditorView) => {
    const { from: start, to: end } = view.state.selection.main;
    make(view, emphasised({ text: view.state.doc.toString(), start, end }, emphasis));
    return true;
  };
}

const markdownKeys: readonly KeyBinding[] = [
  { key: "Mod-b", run: emphasise("bold") },
  { key: "Mod-i", run: emphasise("italic") },
  {
    key: "Enter",
    run(view) {
      const { main } = view.state.selection;
      const next = main.empty ? continued(view.state.doc.toString(), main.head) : null;
      if (next !== null) make(view, next);
      return next !== null;
    },
  },
];

/** An editor of Markdown; undoing is the whole page's business. */
export function openMarkdown(options: Options) {
  const { parent, text, label, place, onChange, names } = options;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        nonce(),
        theme,
        EditorView.lineWrapping,
        new Language(describing, markdown, [], "markdown"),
        syntaxHighlighting(look),
        closeBrackets(),
        autocompletion({ override: completions(names), icons: false }),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...markdownKeys, ...defaultKeymap]),
        underlines,
        shortEnough(options.takes),
        visibleOnly,
        EditorView.contentAttributes.of({ "aria-label": label, "data-place": place }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    focus: () => view.focus(),
    select(start: number, end: number) {
      view.focus();
      view.dispatch({ selection: { anchor: start, head: end }, scrollIntoView: true });
    },
    rest(start: number, end: number) {
      view.dispatch({ selection: { anchor: start, head: end } });
    },
    put(start: number, end: number, words: string, selected?: Selected) {
      view.focus();
      const to = selected ?? { start, end: start + words.length };
      make(view, { from: start, to: end, insert: words, ...to });
    },
    offsetAt: (x: number, y: number) => view.posAtCoords({ x, y }),
    /** Where the selection begins and ends. */
    selection() {
      const { from, to } = view.state.selection.main;
      return { start: from, end: to };
    },
    /** Takes over a text that changed elsewhere, such as by undoing; only what differs changes. */
    take(next: string) {
      const change = difference(view.state.doc.toString(), next);
      if (!change) return;
      // Who writes behind words that others take the place of, such as a picture's address, stays there.
      const isBehind = change.to > change.from && view.state.selection.main.from > change.to;
      const selection = { anchor: change.from + change.insert.length };
      view.dispatch(isBehind ? { changes: change } : { changes: change, selection });
    },
    underline(findings: readonly PlacedFinding[]) {
      view.dispatch({ effects: setFindings.of(findings) });
    },
    close: () => view.destroy(),
  };
}

export type MarkdownEditor = ReturnType<typeof openMarkdown>;

/** The one passage in which two texts differ; null where they are the same. */
function difference(before: string, after: string) {
  if (before === after) return null;
  const least = Math.min(before.length, after.length);
  let from = 0;
  while (from < least && before[from] === after[from]) from += 1;
  let behind = 0;
  while (behind < least - from && before.at(-1 - behind) === after.at(-1 - behind)) behind += 1;
  return { from, to: before.length - behind, insert: after.slice(from, after.length - behind) };
}
