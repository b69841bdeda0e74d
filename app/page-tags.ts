import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What a page said about itself while it was rendered: what it shows, until when it holds
 * (milliseconds of the epoch), and the status of a page that stands for what cannot be read: 404 or
 * 410, null on any other. `posted` is the form that was sent to it, null when it is only read.
 */
export type PageNotes = {
  readonly tags: Set<string>;
  until: number;
  absent: 404 | 410 | null;
  readonly posted: URLSearchParams | null;
};

/** Notes of a page that has said nothing yet: it shows nothing we know of and holds for ever. */
export function emptyNotes(posted: URLSearchParams | null = null): PageNotes {
  return { tags: new Set(), until: Number.POSITIVE_INFINITY, absent: null, posted };
}

const SHARED = Symbol.for("hindsight.page");

// Next bundles this file apart from the server's copy. Only the global object is common to both,
// so the storage is kept there and whichever copy runs first makes it.
function storage(): AsyncLocalStorage<PageNotes> {
  const shared: unknown = Reflect.get(globalThis, SHARED);
  if (shared instanceof AsyncLocalStorage) return shared;
  const made = new AsyncLocalStorage<PageNotes>();
  Reflect.set(globalThis, SHARED, made);
  return made;
}

const notesOfThisRender = storage();

/**
 * Says that the page being rendered shows these things, so that it is rendered anew when one of
 * them changes. A page that names no tag is not kept at all: slow is better than stale. Outside a
 * page's render (tests, scripts, requests that are never kept) it does nothing.
 */
export function tagPage(...tags: string[]): void {
  const notes = notesOfThisRender.getStore();
  if (notes) for (const tag of tags) notes.tags.add(tag);
}

/** Says that the page being rendered is out of date at this moment; the earliest one said counts. */
export function keepPageUntil(moment: Date): void {
  const notes = notesOfThisRender.getStore();
  if (notes) notes.until = Math.min(notes.until, moment.getTime());
}

/**
 * Says that the page being rendered tells of something that does not exist, so that it is answered
 * with 404 and never kept. Next's own `notFound()` leaves the page empty until its script has run in
 * the browser; a page that says this instead is rendered whole, and can name what is near.
 */
export function sayNotFound(): void {
  const notes = notesOfThisRender.getStore();
  if (notes) notes.absent = 404;
}

/**
 * Says that the page being rendered tells of something that was here and was withdrawn, so that it
 * is answered with 410 and never kept, as its twins are.
 */
export function sayGone(): void {
  const notes = notesOfThisRender.getStore();
  if (notes) notes.absent = 410;
}

/** The form that was sent to the page being rendered; null when the page is only read. */
export function postedForm(): URLSearchParams | null {
  return notesOfThisRender.getStore()?.posted ?? null;
}

/** Runs a render whose `tagPage` and `keepPageUntil` write into `notes`. For the page layer. */
export function takingNotes<T>(notes: PageNotes, render: () => T): T {
  return notesOfThisRender.run(notes, render);
}
