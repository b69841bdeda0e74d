import { fitted } from "./pasted-markdown";
import { leftInWords, noPictures, picturesInHtml, type PastedPictures } from "./pasted-pictures";
import type { Selected, WrittenField } from "./written-field";

/** What HTML that was copied is as Markdown: no more than its words, or more than can be read. */
export type PastedForm =
  | ({ readonly kind: "markdown"; readonly markdown: string } & WithPictures)
  | ({ readonly kind: "words" } & WithPictures)
  | { readonly kind: "too much" };

interface WithPictures {
  /** The pictures among the words; absent where there are none. */
  readonly pictures?: PastedPictures;
}

export type ReadForm = (html: string) => PastedForm;

interface Pasted {
  readonly html: string;
  /** The same without any form. */
  readonly words: string;
}

/** Where something is pasted. */
export interface PastePlace {
  /** The field as it is now; null where it is gone. */
  readonly field: () => WrittenField | null;
  readonly endStep: () => void;
  /** Makes a change for who may have gone on elsewhere, and leaves them there. */
  readonly aside: (change: () => void) => void;
  /** Says what did not come along, and how many pictures of it were left out. */
  readonly say: (what: string, left?: number) => void;
  /** Takes pictures as if they had been pasted alone. */
  readonly putPictures: (files: readonly File[]) => void;
}

const tooMuch =
  "Only its words were pasted: to keep its form it is too long, or has too many cells.";
const unread = "Only its words were pasted: what reads its form could not be fetched.";
const changed = "Only its words were pasted: they were changed before its form was read.";

/** What is said of HTML that is too long to be read. */
export function tooMuchInWords(html: string): string {
  return [tooMuch, leftInWords(picturesInHtml(html))].filter(Boolean).join(" ");
}

/** Puts in what was pasted where the selection is, in a step of its own. */
export function putForm(place: PastePlace, { html, words }: Pasted, read: ReadForm): void {
  const field = place.field();
  if (!field) return;
  const form = formOf(html, read);
  const { start, end } = field.selection();
  const piece = form.kind === "markdown" ? fitted(form.markdown, field.text(), start, end) : words;
  place.endStep();
  // A picture alone takes nothing away.
  if (piece !== "") put(field, { start, end }, piece);
  place.endStep();
  takePictures(place, form, html);
}

/** Puts in the pictures that came whole, behind the words, and says what was left out. */
function takePictures(place: PastePlace, form: PastedForm, html: string): void {
  if (form.kind === "too much") {
    place.say(tooMuchInWords(html));
    return;
  }
  const { files = [], left = 0 } = form.pictures ?? {};
  if (left > 0) place.say(leftInWords(left), left);
  if (files.length > 0) place.putPictures(files);
}

/**
 * The same where what reads the form is still to be fetched: the words stand there at once, so that
 * nothing is lost whatever happens until then, and get their form if they still stand there.
 */
export function putWordsFirst(
  place: PastePlace,
  { html, words }: Pasted,
  fetched: Promise<ReadForm | null>,
): Promise<void> {
  const field = place.field();
  if (!field) return Promise.resolve();
  const { start, end } = field.selection();
  place.endStep();
  put(field, { start, end }, words);
  return formLater(place, { html, words, start }, fetched);
}

async function formLater(
  place: PastePlace,
  { html, words, start }: Pasted & { readonly start: number },
  fetched: Promise<ReadForm | null>,
): Promise<void> {
  try {
    const read = await fetched;
    const form = read && formOf(html, read);
    if (form === null) place.say(unreadInWords(html));
    else giveForm(place, { html, start, words }, form);
  } catch {
    place.say(unreadInWords(html));
  }
  place.endStep();
}

function unreadInWords(html: string): string {
  return [unread, leftInWords(picturesInHtml(html))].filter(Boolean).join(" ");
}

function giveForm(
  place: PastePlace,
  { html, start, words }: Pasted & { readonly start: number },
  form: PastedForm,
): void {
  if (form.kind === "markdown" && !giveMarkdown(place, { start, words }, form.markdown)) {
    const { files, left } = form.pictures ?? noPictures;
    place.say([changed, leftInWords(files.length + left)].filter(Boolean).join(" "));
    return;
  }
  place.endStep();
  takePictures(place, form, html);
}

/** Puts Markdown in place of the words that were pasted; says whether they still stood there. */
function giveMarkdown(
  place: PastePlace,
  { start, words }: { start: number; words: string },
  markdown: string,
): boolean {
  const field = place.field();
  const end = start + words.length;
  if (field?.text().slice(start, end) !== words) return false;
  const piece = fitted(markdown, field.text(), start, end);
  const follow = (offset: number) => {
    if (offset >= end) return offset - words.length + piece.length;
    return offset <= start ? offset : start + piece.length;
  };
  const caret = field.selection();
  const selected = { start: follow(caret.start), end: follow(caret.end) };
  place.aside(() => field.put(start, end, piece, selected));
  return true;
}

function put(field: WrittenField, { start, end }: Selected, piece: string): void {
  const caret = start + piece.length;
  field.put(start, end, piece, { start: caret, end: caret });
}

/** A piece that cannot be read has its words. */
function formOf(html: string, read: ReadForm): PastedForm {
  try {
    return read(html);
  } catch {
    return { kind: "words" };
  }
}
