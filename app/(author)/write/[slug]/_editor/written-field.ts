/** A passage of a text, as it is after a change. */
export interface Selected {
  readonly start: number;
  readonly end: number;
}

/** A field of text as the help with writing uses it, whatever it is made of. */
export interface WrittenField {
  readonly text: () => string;
  readonly focus: () => void;
  readonly select: (start: number, end: number) => void;
  readonly selection: () => Selected;
  /** Puts the selection there without leading to it. */
  readonly rest: (start: number, end: number) => void;
  /** The offset at a point of the window, in pixels; null beside the text. */
  readonly offsetAt?: (x: number, y: number) => number | null;
  /** Puts other words in place of some, as if they were typed; selects them, unless told what. */
  readonly put: (start: number, end: number, words: string, selected?: Selected) => void;
}

const editors = new Map<string, WrittenField>();

/** Says what stands in for the field of a place as long as it is there. */
export function standIn(place: string, field: WrittenField): () => void {
  editors.set(place, field);
  return () => {
    if (editors.get(place) === field) editors.delete(place);
  };
}

/** The field in which a place is written; null where it is not on the page. */
export function fieldAt(place: string): WrittenField | null {
  const editor = editors.get(place);
  if (editor) return editor;
  const element = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);
  return element && fieldOf(element);
}

/** The field that an element is. */
export function fieldOf(element: HTMLElement): WrittenField {
  const isText = "selectionStart" in element && element.selectionStart !== null;
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    // A box to tick has no caret, and refuses one.
    if (isText) return controlField(element);
  }
  const editor = editors.get(element.dataset.place ?? "");
  if (editor) return editor;
  const focus = () => element.focus();
  const selection = () => ({ start: 0, end: 0 });
  return { text: () => "", focus, select: focus, rest: focus, selection, put: focus };
}

/** Leads to the field in which a place is written, else to what it is part of. */
export function leadTo(place: string): void {
  const steps = place.split(".");
  for (let length = steps.length; length > 0; length -= 1) {
    const field = fieldAt(steps.slice(0, length).join("."));
    if (field) {
      field.focus();
      return;
    }
  }
  focusSection(place);
}

/** Leads to the section in which a place is written, where it has no field to lead to. */
export function focusSection(place: string): void {
  const [section = ""] = place.split(".");
  document.getElementById(`${section}-heading`)?.focus();
}

function controlField(control: HTMLInputElement | HTMLTextAreaElement): WrittenField {
  const select = (start: number, end: number) => {
    control.focus();
    control.scrollIntoView({ block: "center" });
    control.setSelectionRange(start, end);
  };
  return {
    text: () => control.value,
    focus: () => control.focus(),
    select,
    rest: (start, end) => control.setSelectionRange(start, end),
    selection: () => ({
      start: control.selectionStart ?? control.value.length,
      end: control.selectionEnd ?? control.value.length,
    }),
    put: (start, end, words, selected) => {
      const { value } = control;
      typeInto(control, value.slice(0, start) + words + value.slice(end));
      // Who goes on typing needs the caret there before the next key.
      if (selected) control.setSelectionRange(selected.start, selected.end);
      else requestAnimationFrame(() => select(start, start + words.length));
    },
  };
}

/** Changes a control so that whoever listens to typing hears of it. */
function typeInto(control: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const kind = control instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
