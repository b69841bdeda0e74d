import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from "node:http";
import { Socket } from "node:net";

import { emptyNotes, type PageNotes, takingNotes } from "#app/page-tags";

/** Next's request handler, or anything that answers like it. */
export type Next = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What Next answered, whole, and what the page said about itself on the way. */
export type Rendered = {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  notes: PageNotes;
};

/**
 * Has Next answer a GET for this address and returns the answer. A form that was sent to a page is
 * given to it beside the request: to Next it is an ordinary read.
 *
 * Next gets a request of the layer's own, with only the given headers and no connection behind it:
 * a render is shared by all who wait for it, so nothing of the one who came first may colour it,
 * and their going away must not end it.
 *
 * Rejects when Next throws, breaks its answer off, or has not ended it after `deadline` milliseconds.
 */
export async function rendered(
  next: Next,
  asked: { url: string; headers: Record<string, string>; posted?: URLSearchParams },
  deadline: number,
): Promise<Rendered> {
  const request = new IncomingMessage(new Socket());
  request.method = "GET";
  request.url = asked.url;
  Object.assign(request.headers, asked.headers);
  request.push(null);
  const response = new CapturedResponse(request);
  const notes = emptyNotes(asked.posted ?? null);

  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`${asked.url} was not rendered within ${deadline} ms`);
      response.destroy(error);
      reject(error);
    }, deadline);
  });
  try {
    const handled = takingNotes(notes, () => next(request, response));
    // Next's promise may settle before or after the end of its answer; only its failing matters.
    const failed = handled.then(() => response.whole);
    const body = await Promise.race([response.whole, failed, late]);
    return { status: response.statusCode, headers: response.getHeaders(), body, notes };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Whether this is Next's own answer for what is not there. Where a page called `notFound()` it is a
 * document without content, which its script would fill in the browser; where no page has the
 * address it comes without the header that has fonts loaded early.
 */
export function isNextsNotFound({ status, headers, notes }: Rendered): boolean {
  const isPage = String(headers["content-type"]).startsWith("text/html");
  return status === 404 && isPage && notes.absent === null;
}

/** A response that goes nowhere and gathers what is written to it. */
class CapturedResponse extends ServerResponse {
  readonly whole: Promise<Buffer>;
  readonly #chunks: Buffer[] = [];
  #resolve: (body: Buffer) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor(request: IncomingMessage) {
    super(request);
    this.whole = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.at(-1);
    if (Array.isArray(headers)) {
      for (let at = 0; at + 1 < headers.length; at += 2) {
        this.setHeader(String(headers[at]), String(headers[at + 1]));
      }
    } else if (typeof headers === "object" && headers !== null) {
      for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined) this.setHeader(name, Array.isArray(value) ? value : String(value));
      }
    }
    return this;
  }

  override flushHeaders(): void {
    // There is nobody to flush to.
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    if (!this.finished) this.#gather(chunk, rest);
    callbackIn(rest)?.();
    return true;
  }

  override end(...given: unknown[]): this {
    if (this.finished) return this;
    if (typeof given[0] !== "function") this.#gather(given[0], given.slice(1));
    this.finished = true;
    this.#resolve(Buffer.concat(this.#chunks));
    this.#chunks.length = 0;
    const called = callbackIn(given);
    process.nextTick(() => {
      called?.();
      this.emit("finish");
      this.emit("close");
    });
    return this;
  }

  override destroy(error?: Error): this {
    if (this.destroyed) return this;
    this.destroyed = true;
    this.#reject(error ?? new Error("the answer was broken off"));
    process.nextTick(() => this.emit("close"));
    return this;
  }

  #gather(chunk: unknown, rest: readonly unknown[]): void {
    if (typeof chunk === "string") {
      const encoding = rest.find((each) => typeof each === "string");
      this.#chunks.push(Buffer.from(chunk, isEncoding(encoding) ? encoding : "utf8"));
    } else if (chunk instanceof Uint8Array) {
      // Copied, since the writer may use its memory again.
      this.#chunks.push(Buffer.from(chunk));
    }
  }
}

function isEncoding(value: unknown): value is BufferEncoding {
  return typeof value === "string" && Buffer.isEncoding(value);
}

function callbackIn(given: readonly unknown[]): (() => void) | undefined {
  const callback = given.find((each) => typeof each === "function");
  return callback === undefined ? undefined : () => void Reflect.apply(callback, undefined, []);
}
