import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

import {
  type Effort,
  type Encoding,
  encodingFor,
  isCompressible,
  packed,
  SMALLEST_PACKED,
} from "./encodings";

/** What is to be answered, before it is packed. `headers` is a flat list of names and values. */
export type Content = {
  status: number;
  type: string | null;
  headers: readonly string[];
  body: Buffer;
};

/** The packed bodies, null where packing saves nothing or nobody asked for it. */
type Packed = { gzip: Buffer | null; br: Buffer | null; effort: Effort };

/** One form of an answer, with its headers ready to be written. */
type Form = { body: Buffer; whole: string[]; unchanged: string[] };

/**
 * An answer in the forms in which it can travel. It belongs to no request: the same bytes and header
 * lists are written for everyone, so a slow reader holds nothing of their own.
 */
export class Answer {
  readonly content: Content;
  /** How much work went into its forms. */
  readonly effort: Effort;
  /** Begins the ETag of every form. Null when the answer is not for asking again. */
  readonly #validator: string | null;
  readonly #identity: Form;
  readonly #packed: { gzip: Form | null; br: Form | null };

  constructor(content: Content, forms: Packed, validator: string | null) {
    const varies = content.type !== null && isCompressible(content.type);
    const formOf = (body: Buffer, encoding: Encoding) =>
      form(content, { body, encoding, varies, validator });
    this.content = content;
    this.effort = forms.effort;
    this.#validator = validator;
    this.#identity = formOf(content.body, "identity");
    this.#packed = {
      gzip: forms.gzip && formOf(forms.gzip, "gzip"),
      br: forms.br && formOf(forms.br, "br"),
    };
  }

  /** Bytes that keeping this answer costs: every form's body and, roughly, its headers. */
  get bytes(): number {
    const forms = [this.#identity, this.#packed.gzip, this.#packed.br];
    return forms.reduce((sum, each) => (each ? sum + each.body.length + 3000 : sum), 0);
  }

  /** Writes the answer in the form that the request accepts; 304 if the reader has it already. */
  send(request: IncomingMessage, response: ServerResponse): void {
    const chosen = this.#formFor(request.headers["accept-encoding"]);
    const known = request.headers["if-none-match"];
    if (known !== undefined && this.#isKnownAs(known)) {
      response.writeHead(304, chosen.unchanged);
      response.end();
      return;
    }
    response.writeHead(this.content.status, chosen.whole);
    // Node leaves the body out where the method is HEAD.
    response.end(chosen.body);
  }

  #formFor(accepted: string | undefined): Form {
    const encoding = encodingFor(accepted);
    if (encoding === "identity") return this.#identity;
    return this.#packed[encoding] ?? this.#identity;
  }

  // Whoever holds any form of these bytes holds the page, so the validator's beginning decides. That
  // also holds when a proxy on the way has packed it itself and made the tag a weak one.
  #isKnownAs(ifNoneMatch: string): boolean {
    if (this.#validator === null) return false;
    return ifNoneMatch.trim() === "*" || ifNoneMatch.includes(`"${this.#validator}`);
  }
}

const SUFFIX: Record<Encoding, string> = { identity: "", gzip: "-gzip", br: "-br" };

function form(
  content: Content,
  {
    body,
    encoding,
    varies,
    validator,
  }: {
    body: Buffer;
    encoding: Encoding;
    varies: boolean;
    validator: string | null;
  },
): Form {
  const always = [...content.headers];
  if (varies) always.push("Vary", "Accept-Encoding");
  // The length tells a quick packing from a thorough one: other bytes need another strong tag.
  const tag = encoding === "identity" ? "" : `${SUFFIX[encoding]}${body.length}`;
  if (validator !== null) always.push("ETag", `"${validator}${tag}"`);
  const whole = [...always];
  if (content.type !== null) whole.push("Content-Type", content.type);
  if (encoding !== "identity") whole.push("Content-Encoding", encoding);
  whole.push("Content-Length", String(body.length));
  return { body, whole, unchanged: always };
}

/** The beginning of an answer's ETags: the same content has the same one in every process. */
function validatorOf(body: Buffer): string {
  return createHash("sha256").update(body).digest("base64url").slice(0, 22);
}

/** An answer to be kept, in all forms. */
export async function answerInAllForms(content: Content, effort: Effort): Promise<Answer> {
  const [gzip, br] = await Promise.all([
    formWorthSending(content, "gzip", effort),
    formWorthSending(content, "br", effort),
  ]);
  const validator = content.status === 200 ? validatorOf(content.body) : null;
  return new Answer(content, { gzip, br, effort }, validator);
}

/** An answer for one request, in the one form that it accepts, not to be asked for again. */
export async function answerForOne(
  content: Content,
  accepted: string | undefined,
): Promise<Answer> {
  const encoding = encodingFor(accepted);
  const body = encoding === "identity" ? null : await formWorthSending(content, encoding, "quick");
  const forms = { gzip: null, br: null, effort: "quick" as const, [encoding]: body };
  return new Answer(content, forms, null);
}

async function formWorthSending(
  { type, body }: Content,
  encoding: Encoding,
  effort: Effort,
): Promise<Buffer | null> {
  if (type === null || !isCompressible(type) || body.length < SMALLEST_PACKED) return null;
  const smaller = await packed(body, encoding, effort);
  return smaller.length < body.length ? smaller : null;
}
