import type { DraftStore } from "./draft-store";
import { hasMark, withPictureKept, type PictureMark } from "./picture-marks";
import type { SendPicture } from "./picture-sending";

const gone =
  "the words among which it stood are gone, and so is the picture. Undo brings both back, or put the picture in again.";

/** Makes a change in texts that stand in no draft, such as those of conflicts. */
type Elsewhere = (change: <Part extends object>(part: Part) => Part) => void;

/** Pictures that are sent to be kept, while their marks stand for them in the draft. */
export class PicturesOnTheirWay {
  readonly #store: DraftStore;
  readonly #send: SendPicture;
  readonly #elsewhere: Elsewhere;
  #waiting = 0;
  #told: readonly string[] = [];
  readonly #listeners = new Set<() => void>();

  /** `elsewhere` is told of what stands in no draft and may come back into one. */
  constructor(store: DraftStore, send: SendPicture, elsewhere: Elsewhere = () => undefined) {
    this.#store = store;
    this.#send = send;
    this.#elsewhere = elsewhere;
  }

  /** Whether one would be lost that is not kept yet. */
  get areWaiting(): boolean {
    return this.#waiting > 0;
  }

  /** What became of pictures whose field is not on the page any more. */
  get told(): readonly string[] {
    return this.#told;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Says that a picture waits until it is sent. */
  expect(pictures: number): void {
    this.#waiting += pictures;
  }

  /**
   * Sends a picture that was expected, and puts its address where its mark stands by then, in whatever
   * section; also in what can be undone. Gives what its author has to be told; null where it is there.
   */
  async settle(file: File, mark: PictureMark): Promise<string | null> {
    const sent = await this.#send(file);
    const address = sent.kind === "kept" ? sent.address : null;
    const stands = hasMark(this.#store.draft, mark);
    this.#store.everywhere((draft) => withPictureKept(draft, mark, address));
    this.#elsewhere((part) => withPictureKept(part, mark, address));
    this.#waiting -= 1;
    const name = mark.words === "" ? file.name : `“${mark.words}”`;
    if (sent.kind === "refused") return `${name}: ${sent.why}`;
    return stands ? null : `${name}: ${gone}`;
  }

  /** Tells of a picture on the page as a whole. */
  tell(sentence: string): void {
    this.#set([...this.#told, sentence]);
  }

  forgetTold(): void {
    this.#set([]);
  }

  #set(told: readonly string[]): void {
    this.#told = told;
    for (const listener of this.#listeners) listener();
  }
}
