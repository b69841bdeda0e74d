import { createRenderer, type Renderer } from "#knowledge/text/renderer";

declare global {
  var hindsightRenderer: Renderer | undefined;
}

/** The one renderer of this process, for previews and publications; it starts when first needed. */
export function renderer(): Renderer {
  return (globalThis.hindsightRenderer ??= createRenderer());
}
