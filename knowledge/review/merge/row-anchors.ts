// What follows an address or a slug leads into another document, where other rows may be called so.
const anchors = /(?<=(?:\]\(|\]:[ \t]?)<?#(?:factor|event|claim|action)-)[a-z0-9]+(?:-[a-z0-9]+)*/g;

/** A story whose links within its page lead to rows by their present ids. */
export function withRenamedAnchors(story: string, ids: ReadonlyMap<string, string>): string {
  return ids.size === 0 ? story : story.replace(anchors, (id) => ids.get(id) ?? id);
}
