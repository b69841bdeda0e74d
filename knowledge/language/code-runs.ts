/**
 * Spans of inline code: a run of backquotes closes with the next run of the same length. All runs
 * are found in one pass, so that backquotes of all lengths cost no more than one look each.
 */
export class CodeRuns {
  readonly #text: string;
  /** By length, where runs begin, in order; made when first asked for. */
  #runs: Map<number, { starts: number[]; next: number }> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the code ends whose first backquote stands at `start`; null where nothing closes it. */
  endOf(start: number): number | null {
    this.#runs ??= runsOf(this.#text);
    const length = this.afterRun(start) - start;
    const runs = this.#runs.get(length);
    if (!runs) return null;
    while ((runs.starts[runs.next] ?? Infinity) <= start) runs.next += 1;
    const close = runs.starts[runs.next];
    return close === undefined ? null : close + length;
  }

  /** Behind the run of backquotes at `start`. */
  afterRun(start: number): number {
    return afterRun(this.#text, start);
  }
}

function afterRun(text: string, start: number): number {
  let at = start;
  while (text.charAt(at) === "`") at += 1;
  return at;
}

function runsOf(text: string): Map<number, { starts: number[]; next: number }> {
  const runs = new Map<number, { starts: number[]; next: number }>();
  for (let at = text.indexOf("`"); at >= 0; at = text.indexOf("`", at)) {
    const end = afterRun(text, at);
    const same = runs.get(end - at);
    if (same) same.starts.push(at);
    else runs.set(end - at, { starts: [at], next: 0 });
    at = end;
  }
  return runs;
}
