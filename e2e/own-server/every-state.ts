import { paths } from "#app/paths";

import { addPicture, ask, begin, publish, published, save, written } from "./authored";
import { done, type People } from "./people";

/** Where a review can stand, as the design has it, and as people would say it. */
export const states = [
  "draft",
  "waiting",
  "published",
  "newer waits",
  "unpublished",
  "archived",
  "merged",
  "binned",
] as const;
export type State = (typeof states)[number];

export const visibilities = ["public", "members"] as const;
export type Visibility = (typeof visibilities)[number];

/** A review of the owner's, shared with one other author, that stands somewhere. */
export interface Standing {
  readonly slug: string;
  readonly state: State;
  readonly visibility: Visibility;
  /** The title of what was written last. */
  readonly title: string;
  /** The title of what readers see, or saw. */
  readonly titleForReaders: string;
  /** The picture in its text, as the story names it. */
  readonly picture: string;
  /** The revision that was published last. */
  readonly publishedRevision: number;
  readonly version: number;
}

/** A review in every state and visibility, made by the ways that people have. */
export async function reviewsInEveryState(people: People): Promise<Standing[]> {
  const all: Standing[] = [];
  for (const visibility of visibilities) {
    const target = await published(
      { author: people.owner, editor: people.editor },
      written(`What it became part of, ${visibility}`, { visibility }),
      `became-part-of-${visibility}`,
    );
    for (const state of states) all.push(await brought({ people, visibility, target }, state));
  }
  return all;
}

interface Ways {
  readonly people: People;
  readonly visibility: Visibility;
  /** Into which documents are merged. */
  readonly target: string;
}

/** A review that was brought into a state. */
async function brought(ways: Ways, state: State): Promise<Standing> {
  const { people, visibility } = ways;
  const { owner, shared } = people;
  const title = `A ${visibility} review, ${state}`;
  const slug = await begin(owner, written(title, { visibility }));
  await done(owner, paths.apiOfReview(slug, "authors"), { account: shared.id, works: "yes" });
  const picture = await addPicture(owner, slug);
  const document = written(title, { visibility }, `![A graph](${picture})\n`);
  const { version } = await save(owner, slug, { version: 1, document });
  const first = { slug, state, visibility, title, picture, publishedRevision: 0, version };
  const review = { ...first, titleForReaders: title };
  if (state === "draft") return review;
  if (state === "binned") {
    await done(owner, paths.apiOfReview(slug, "bin"), { lies: "there" });
    return review;
  }
  const publishedRevision = await ask(owner, slug, version);
  return state === "waiting" ? review : afterPublication(ways, { ...review, publishedRevision });
}

async function afterPublication(
  { people: { owner, editor }, target }: Ways,
  draft: Standing,
): Promise<Standing> {
  const { state, visibility, publishedRevision: revision, picture, version } = draft;
  const as = `${visibility}-${state.replace(" ", "-")}`;
  const slug = await publish(editor, draft.slug, { revision, as });
  const review = { ...draft, slug };
  switch (state) {
    case "newer waits": {
      const title = `${draft.title}, newer words`;
      const document = written(title, { visibility }, `![A graph](${picture})\n\nNewer.\n`);
      const saved = await save(owner, slug, { version, document });
      await ask(owner, slug, saved.version);
      return { ...review, title, version: saved.version };
    }
    case "unpublished":
      await done(editor, paths.apiOfReview(slug, "withdrawals"), { act: "unpublish" });
      return review;
    case "archived":
      await done(editor, paths.apiOfReview(slug, "withdrawals"), { act: "archive" });
      return review;
    case "merged":
      await done(editor, paths.apiOfReview(slug, "merges"), { into: target });
      return review;
    case "draft":
    case "waiting":
    case "published":
    case "binned":
      return review;
  }
}

/** Brings a review back to where it stood, after an act that took it from there. */
export async function putBack({ owner, editor }: People, review: Standing): Promise<void> {
  const { slug, state, version, publishedRevision: revision } = review;
  switch (state) {
    case "waiting":
      await done(editor, paths.apiOfReview(slug, "bin"), { lies: "here" });
      await ask(owner, slug, version);
      return;
    case "published":
    case "newer waits":
      await done(editor, paths.apiOfReview(slug, "publications"), { revision });
      if (state === "newer waits") await ask(owner, slug, version);
      return;
    case "draft":
    case "unpublished":
      await done(editor, paths.apiOfReview(slug, "bin"), { lies: "here" });
      return;
    case "binned":
      await done(editor, paths.apiOfReview(slug, "bin"), { lies: "there" });
      return;
    case "archived":
    case "merged":
      throw new Error(`Nothing was done with what is ${state}.`);
  }
}
