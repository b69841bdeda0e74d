import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from "@codemirror/autocomplete";

import { paths } from "#app/paths";

import { foundIncidents, foundTerms } from "./answered";
import type { OfferedClass } from "./editing";

/** What can be named in a text. */
export interface CompletionNames {
  readonly classes: () => readonly OfferedClass[];
  /** The document's sources. */
  readonly sources: () => readonly { readonly id: string; readonly title: string }[];
  /** Begins a new source, and leads to it. */
  readonly addSource: () => void;
}

/** What is offered while one writes: links behind `[[`, citations behind `[^`, pieces behind `/`. */
export function completions(names: CompletionNames): CompletionSource[] {
  return [(context) => links(context, names), (context) => citations(context, names), pieces];
}

async function links(
  context: CompletionContext,
  { classes }: CompletionNames,
): Promise<CompletionResult | null> {
  const begun = context.matchBefore(/\[\[[^\]|\n]*/);
  if (!begun) return null;
  const from = begun.from + 2;
  const typed = begun.text.slice(2).toLowerCase();
  const found = typed.length >= 3 ? await Promise.all([terms(typed), incidents(typed)]) : [];
  const named = classes().flatMap((one) => classOption(one, typed));
  return {
    from,
    filter: false,
    options: [...named.slice(0, mostOfAKind), ...found.flat()],
  };
}

function classOption({ slug, name, aka }: OfferedClass, typed: string): Completion[] {
  const fits = [slug, name, ...aka].some((one) => one.toLowerCase().includes(typed));
  return fits ? [link(slug, name, "class")] : [];
}

function link(slug: string, label: string, detail: string): Completion {
  return {
    label,
    detail: setOff(detail),
    apply: (view, _, from, to) => {
      const closed = view.state.sliceDoc(to, to + 2) === "]]";
      const insert = closed ? slug : `${slug}]]`;
      const end = from + slug.length + 2;
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: end },
        userEvent: "input.complete",
      });
    },
  };
}

/** Label and detail are read out as one. */
function setOff(detail: string): string {
  return ` ${detail}`;
}

/** Of each kind so many are offered, so that one does not hide the others. */
const mostOfAKind = 8;

async function terms(typed: string): Promise<Completion[]> {
  const found = foundTerms(await answerAt(paths.searchSuggestions(typed)));
  return found.slice(0, mostOfAKind).map(({ slug, name }) => link(slug, name, "term"));
}

async function incidents(typed: string): Promise<Completion[]> {
  const found = foundIncidents(await answerAt(paths.searchJson({ q: typed })));
  return found.slice(0, mostOfAKind).map(({ slug, title }) => link(slug, title, "incident"));
}

/** What the server answers; nothing where it cannot be asked. */
async function answerAt(address: string): Promise<unknown> {
  try {
    return await (await fetch(address)).json();
  } catch {
    return null;
  }
}

function citations(
  context: CompletionContext,
  { sources, addSource }: CompletionNames,
): CompletionResult | null {
  const begun = context.matchBefore(/\[\^[a-z0-9-]*/);
  if (!begun) return null;
  // A source that says nothing yet has no name by which it could be cited.
  const named = sources().filter(({ title }) => title.trim() !== "");
  const adding: Completion = {
    label: "Add a source",
    detail: setOff(named.length === 0 ? "there are none yet" : "that is not among them"),
    boost: -99,
    apply(view, _, __, to) {
      const closed = view.state.sliceDoc(to, to + 1) === "]" ? 1 : 0;
      view.dispatch({ changes: { from: begun.from, to: to + closed }, userEvent: "delete" });
      addSource();
    },
  };
  return {
    from: begun.from + 2,
    options: [...named.map(({ id, title }) => citation(id, title)), adding],
    // Whatever was typed, there is nothing else.
    filter: named.length > 0,
  };
}

function citation(id: string, title: string): Completion {
  return {
    label: id,
    detail: setOff(title),
    apply: (view, _, from, to) => {
      const closed = view.state.sliceDoc(to, to + 1) === "]";
      const insert = closed ? id : `${id}]`;
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + id.length + 1 },
        userEvent: "input.complete",
      });
    },
  };
}

const offered: readonly (readonly [label: string, insert: string])[] = [
  ["Heading", "### "],
  ["List", "- "],
  ["Numbered list", "1. "],
  ["Quotation", "> "],
  ["Table", "| What | How much |\n|---|---|\n| | |\n"],
  ["Code", "```\n\n```\n"],
  ["Link to an incident or class", "[["],
  ["Citation of a source", "[^"],
];

/** The pieces that a slash at the beginning of a line offers. */
function pieces(context: CompletionContext): CompletionResult | null {
  const begun = context.matchBefore(/\/\w*/);
  if (!begun) return null;
  const line = context.state.doc.lineAt(begun.from);
  if (begun.from !== line.from) return null;
  const typed = begun.text.slice(1).toLowerCase();
  const at = ([label]: (typeof offered)[number]) => label.toLowerCase().indexOf(typed);
  return {
    from: begun.from,
    filter: false,
    options: offered
      .filter((piece) => at(piece) !== -1)
      // What begins so is meant before what has it in the middle: a table, not a quotation.
      .toSorted((one, other) => Number(at(one) > 0) - Number(at(other) > 0))
      .map(([label, apply]) => ({ label, apply })),
  };
}
