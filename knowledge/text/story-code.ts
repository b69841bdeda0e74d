import type { ElementContent, RootContent } from "hast";

/** Colours a piece of code; null when its language is not known or it is too much to colour. */
export type Colourist = (code: string, language: string) => ElementContent[] | null;

// Colouring costs far more than rendering, and grammars can be made to run away on long lines.
const CHARACTERS_A_STORY = 40_000;
const CHARACTERS_A_LINE = 1_000;

const loaded: { grammars: ReturnType<typeof loadGrammars> | null } = { grammars: null };

/**
 * A colourist for one story: the first 40,000 characters of its code are coloured, in order, the
 * rest stays plain. The grammars (half a second) are loaded when the first story needs them.
 */
export async function colouristForStory(): Promise<Colourist> {
  loaded.grammars ??= loadGrammars();
  const grammars = await loaded.grammars;
  let left = CHARACTERS_A_STORY;
  return (code, language) => {
    const scope = grammars.flagToScope(language);
    const longLine = code.split("\n").some((line) => line.length > CHARACTERS_A_LINE);
    if (!scope || longLine || code.length > left) return null;
    left -= code.length;
    return grammars.highlight(code, scope).children.filter(isContent);
  };
}

function isContent(node: RootContent): node is ElementContent {
  return node.type === "element" || node.type === "text";
}

/** The common languages, and those that accounts of outages quote: how machines are set up. */
async function loadGrammars() {
  const { common, createStarryNight } = await import("@wooorm/starry-night");
  const more = await Promise.all([
    import("@wooorm/starry-night/source.dockerfile"),
    import("@wooorm/starry-night/source.hcl"),
    import("@wooorm/starry-night/source.hcl.terraform"),
    import("@wooorm/starry-night/source.nginx"),
    import("@wooorm/starry-night/source.powershell"),
    import("@wooorm/starry-night/source.toml"),
    import("@wooorm/starry-night/text.shell-session"),
  ]);
  return createStarryNight([...common, ...more.map((grammar) => grammar.default)]);
}
