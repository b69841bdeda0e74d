import { kindOfRun } from "./address";
import { isCapital, isDigit, isHyphen, isLetter, isSpace, isWordCode } from "./characters";
import { CodeRuns } from "./code-runs";
import { takeApart } from "./contraction";
import {
  angleAt,
  closeBracketAt,
  entityAt,
  escapeAt,
  handleAt,
  openBracketAt,
  type Inline,
} from "./inline-marks";
import { closing, opening, type Token } from "./token";
import { endOfNumber, endOfRun, endOfWord, isPluralPossessor } from "./word-bounds";

/** The words and marks of a block's content, in one pass. */
export function tokensOf(content: string): Token[] {
  return new Scanner(content).scan();
}

const inline: Readonly<Record<string, (text: string, at: number) => Inline>> = {
  "<": angleAt,
  "[": openBracketAt,
  "]": closeBracketAt,
  "&": entityAt,
  "@": handleAt,
  "\\": escapeAt,
};

const plainMarks: Readonly<Record<string, string>> = {
  ",": ",",
  ":": ":",
  ";": ";",
  "!": "!",
  "?": "?",
  "(": "(",
  ")": ")",
  "…": ".",
  "—": "—",
  "–": "—",
};

const doubleQuotes = '"“”„«»';
const singleQuotes = "'‘’";

/** Words of standards, which say what must be and blame nobody; in capitals they stay so. */
const requirements = new Set(["MUST", "SHOULD", "SHALL", "MAY"]);

class Scanner {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  readonly #code: CodeRuns;
  #at = 0;
  /** Up to here runs have been looked at as a whole. */
  #runSeen = 0;
  #tied = false;
  #doubleOpen = false;
  #singleOpen = false;

  constructor(text: string) {
    this.#text = text;
    this.#code = new CodeRuns(text);
  }

  scan(): Token[] {
    while (this.#at < this.#text.length) this.#step();
    return this.#tokens;
  }

  #step(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (isSpace(code)) {
      this.#at += 1;
      this.#tied = false;
    } else if (isWordCode(code)) this.#readRun();
    else if (isHyphen(code)) this.#readHyphen();
    else this.#readMark(this.#text.charAt(this.#at));
  }

  #readMark(mark: string): void {
    const norm = plainMarks[mark];
    if (norm !== undefined) return this.#push("mark", norm, 1);
    const found = inline[mark]?.(this.#text, this.#at);
    if (found)
      return found.kind
        ? this.#push(found.kind, found.norm, found.length)
        : this.#pass(found.length);
    if (mark === "`") return this.#readCode();
    if (mark === "." || mark === "/") return this.#readPathOrMark(mark);
    if (doubleQuotes.includes(mark)) return this.#readDouble(mark);
    if (singleQuotes.includes(mark)) return this.#readSingle(mark);
    // Emphasis and everything else leaves no trace.
    return this.#pass(1);
  }

  #pass(length: number): void {
    this.#at += length;
  }

  #push(kind: Token["kind"], norm: string, length: number): void {
    const start = this.#at;
    this.#at += length;
    this.#add({ kind, norm, start, end: this.#at });
  }

  #add(token: Pick<Token, "kind" | "norm" | "start" | "end"> & { possessive?: boolean }): void {
    const capital = token.kind === "word" && isCapital(this.#text, token.start);
    const tied = this.#tied && token.kind !== "mark";
    const shouted = capital && token.norm.length > 1 && this.#isShouted(token);
    this.#tokens.push({ possessive: false, named: false, ...token, tied, capital, shouted });
    this.#tied = false;
  }

  #isShouted({ norm, start }: Pick<Token, "norm" | "start">): boolean {
    return this.#text.slice(start, start + norm.length) === norm.toUpperCase();
  }

  #readCode(): void {
    const end = this.#code.endOf(this.#at);
    if (end === null) this.#at = this.#code.afterRun(this.#at);
    else this.#push("opaque", "", end - this.#at);
  }

  /** A path or a file name that begins with its mark: `/etc/hosts`, `.gitignore`. */
  #readPathOrMark(mark: string): void {
    const starts =
      this.#at === 0 || this.#followsSpace() || this.#text.charAt(this.#at - 1) === "(";
    if (!starts || !isLetter(this.#text.charCodeAt(this.#at + 1)))
      return this.#push("mark", mark, 1);
    return this.#push("opaque", "", endOfRun(this.#text, this.#at + 1) - this.#at);
  }

  #followsSpace(): boolean {
    return isSpace(this.#text.charCodeAt(this.#at - 1));
  }

  #readHyphen(): void {
    const before = this.#text.charCodeAt(this.#at - 1);
    const after = this.#text.charCodeAt(this.#at + 1);
    if (isHyphen(after)) return this.#readDash();
    // Unless it ties two words it is a dash, or the sign of a number.
    if (isSpace(before) && isSpace(after)) return this.#push("mark", "—", 1);
    this.#pass(1);
    this.#tied = isWordCode(before) && isWordCode(after);
  }

  #readDash(): void {
    let length = 0;
    while (isHyphen(this.#text.charCodeAt(this.#at + length))) length += 1;
    this.#push("mark", "—", length);
  }

  #readDouble(mark: string): void {
    const opens = mark === '"' ? !this.#doubleOpen : "“„«".includes(mark);
    this.#doubleOpen = opens;
    this.#push("mark", opens ? opening : closing, 1);
  }

  #readSingle(mark: string): void {
    const startsWord =
      this.#at === 0 || this.#followsSpace() || this.#text.charAt(this.#at - 1) === "(";
    if (startsWord && mark !== "’" && isWordCode(this.#text.charCodeAt(this.#at + 1))) {
      this.#singleOpen = true;
      this.#push("mark", opening, 1);
    } else if (this.#singleOpen && mark !== "‘") {
      this.#singleOpen = false;
      this.#push("mark", closing, 1);
    } else this.#pass(1);
  }

  #readRun(): void {
    const kind = this.#kindOfRun();
    if (kind === "words") {
      const isNumber = isDigit(this.#text.charCodeAt(this.#at));
      if (isNumber) this.#push("number", "#", endOfNumber(this.#text, this.#at) - this.#at);
      else this.#readWord();
      return;
    }
    const end = this.#runSeen;
    const norm = kind === "e-mail" ? this.#text.slice(this.#at, end).toLowerCase() : "";
    this.#push(kind, norm, end - this.#at);
  }

  /** What the run of characters is that begins here; one that was looked at before is words. */
  #kindOfRun() {
    if (this.#at < this.#runSeen) return "words";
    this.#runSeen = endOfRun(this.#text, this.#at);
    const run = this.#text.slice(this.#at, this.#runSeen);
    if (run.includes("://") || run.startsWith("www.")) return "opaque";
    // Times, versions and figures are numbers.
    const isFigure = isDigit(run.charCodeAt(0)) && !run.includes("@");
    return isFigure ? "words" : kindOfRun(run);
  }

  #readWord(): void {
    const start = this.#at;
    const end = endOfWord(this.#text, start);
    this.#at = end;
    const word = this.#text.slice(start, end).replaceAll(/[’ʼ]/g, "'");
    const pieces = takeApart(word.toLowerCase());
    if (pieces) {
      const middle = start + pieces[0].length;
      this.#add({ kind: "word", norm: pieces[0].norm, start, end: middle });
      this.#add({ kind: "word", norm: pieces[1].norm, start: middle, end });
    } else if (word.endsWith("'s")) {
      this.#add({
        kind: "word",
        norm: word.slice(0, -2).toLowerCase(),
        start,
        end,
        possessive: true,
      });
    } else {
      const possessive = !this.#singleOpen && isPluralPossessor(this.#text, end);
      const norm = requirements.has(word) ? word : word.toLowerCase();
      this.#add({ kind: "word", norm, start, end, possessive });
      if (possessive) this.#at += 1;
    }
  }
}
