import type { CompileContext, Extension as TreeExtension, Token } from "mdast-util-from-markdown";
import type { Code, Construct, Effects, Extension, State } from "micromark-util-types";
import type { Data, Node } from "mdast";
import { readInline } from "./plain";

/** A link to a thing of the knowledge base: `[[slug]]` or `[[slug|words]]`. */
export interface StoryLink extends Node {
  type: "storyLink";
  slug: string;
  words: string | null;
  data?: Data;
}

/** `[^id]`: a citation when there is a source `id`, otherwise a footnote. */
export interface StoryNote extends Node {
  type: "storyNote";
  id: string;
  data?: Data;
}

declare module "mdast" {
  interface PhrasingContentMap {
    storyLink: StoryLink;
    storyNote: StoryNote;
  }
  interface RootContentMap {
    storyLink: StoryLink;
    storyNote: StoryNote;
  }
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    storyLink: "storyLink";
    storyNote: "storyNote";
    storyMarkText: "storyMarkText";
  }
}

const SIGN = {
  exclamation: 33,
  bracket: 91,
  backslash: 92,
  close: 93,
  caret: 94,
  bar: 124,
} as const;

/** `[[slug]]` and `[[slug|words]]`; the bar may be escaped, as it must be in a table. */
const linkConstruct: Construct = {
  name: "storyLink",
  tokenize(effects, ok, nok) {
    const start = this.now();
    const source = () => this.sliceSerialize({ start, end: this.now() });
    return opening(effects, { token: "storyLink", sign: SIGN.bracket, next: slug, nok });

    function slug(code: Code): State | undefined {
      if (isSlugCharacter(code)) return take(effects, code, slug);
      if (code === SIGN.close) return take(effects, code, end);
      if (code === SIGN.backslash) return take(effects, code, bar);
      return bar(code);
    }

    function bar(code: Code): State | undefined {
      return code === SIGN.bar ? take(effects, code, words) : nok(code);
    }

    function words(code: Code): State | undefined {
      if (code === SIGN.close) return take(effects, code, end);
      if (code === null || code === SIGN.bracket || code === SIGN.bar) return nok(code);
      if (!isLineEnd(code)) return take(effects, code, words);
      effects.exit("storyMarkText");
      effects.enter("lineEnding");
      effects.consume(code);
      effects.exit("lineEnding");
      effects.enter("storyMarkText");
      return words;
    }

    function end(code: Code): State | undefined {
      if (code !== SIGN.close) return nok(code);
      effects.consume(code);
      effects.exit("storyMarkText");
      effects.exit("storyLink");
      return linkOf(source()) ? ok : nok;
    }
  },
};

/** `[^id]`, also where no footnote `id` is defined, which GFM would read as text. */
const noteConstruct: Construct = {
  name: "storyNote",
  tokenize(effects, ok, nok) {
    return opening(effects, { token: "storyNote", sign: SIGN.caret, next: first, nok });

    function first(code: Code): State | undefined {
      return isIdCharacter(code) ? take(effects, code, id) : nok(code);
    }

    function id(code: Code): State | undefined {
      if (isIdCharacter(code)) return take(effects, code, id);
      if (code !== SIGN.close) return nok(code);
      effects.consume(code);
      effects.exit("storyMarkText");
      effects.exit("storyNote");
      return ok;
    }
  },
};

/** A mark right after an exclamation ("It failed![^rca]"), which GFM would read as a picture. */
const exclamationConstruct: Construct = {
  name: "storyExclamation",
  tokenize(effects, ok, nok) {
    return (exclamation) => {
      effects.enter("data");
      effects.consume(exclamation);
      effects.exit("data");
      return effects.check([linkConstruct, noteConstruct], ok, nok);
    };
  },
};

/**
 * What our dialect adds to GFM and takes away: `[[…]]` and `[^id]` are read wherever Markdown
 * reads links (so not in code, and `\[[` escapes), and HTML is not read at all: it is text.
 */
export const storySyntax: Extension = {
  disable: { null: ["htmlFlow", "htmlText"] },
  text: {
    [SIGN.bracket]: [linkConstruct, noteConstruct],
    [SIGN.exclamation]: exclamationConstruct,
  },
};

/** How the marks of our dialect enter the tree that the parser builds. */
export const storyTree: TreeExtension = {
  enter: {
    storyLink(token) {
      const { slug, words } = linkOf(this.sliceSerialize(token)) ?? { slug: "", words: null };
      this.enter({ type: "storyLink", slug, words }, token);
    },
    storyNote(token) {
      const id = this.sliceSerialize(token).slice("[^".length, -"]".length);
      this.enter({ type: "storyNote", id }, token);
    },
  },
  exit: { storyLink: exitMark, storyNote: exitMark },
};

function exitMark(this: CompileContext, token: Token): void {
  this.exit(token);
}

function linkOf(source: string): { slug: string; words: string | null } | null {
  const [link] = readInline(source.replace("\\|", "|"));
  return link?.kind === "link" ? link : null;
}

type Opening = { token: "storyLink" | "storyNote"; sign: number; next: State; nok: State };

/** Enters the token with its bracket and the sign after it. */
function opening(effects: Effects, { token, sign, next, nok }: Opening): State {
  return (bracket) => {
    if (bracket !== SIGN.bracket) return nok(bracket);
    effects.enter(token);
    effects.enter("storyMarkText");
    effects.consume(bracket);
    return (code) => (code === sign ? take(effects, code, next) : nok(code));
  };
}

function take(effects: Effects, code: Code, next: State): State {
  effects.consume(code);
  return next;
}

// micromark gives line ends (and what stands for a tab's width) as negative numbers.
function isLineEnd(code: number): boolean {
  return code < -2;
}

function isSlugCharacter(code: Code): boolean {
  return code !== null && code >= 0 && /[a-z0-9-]/.test(String.fromCodePoint(code));
}

function isIdCharacter(code: Code): boolean {
  return code !== null && code >= 0 && /[\w.-]/.test(String.fromCodePoint(code));
}
