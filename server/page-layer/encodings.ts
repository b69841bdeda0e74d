import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** The forms in which an answer can travel; `identity` is the bytes as they are. */
export type Encoding = "identity" | "gzip" | "br";

const OURS: readonly Encoding[] = ["br", "gzip", "identity"];

/**
 * The form to send for an Accept-Encoding header: the one with the greatest q-value, the smaller
 * form where two are equal. Without the header, or when it allows nothing that we have, the bytes
 * go out as they are (RFC 9110 12.5.3 permits that over an error).
 */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined || accepted === "") return "identity";
  const known = chosen.get(accepted);
  if (known) return known;
  const best = choose(accepted);
  if (chosen.size >= 500) chosen.clear();
  chosen.set(accepted, best);
  return best;
}

// Browsers send a handful of different headers; reading one again at each request is waste.
const chosen = new Map<string, Encoding>();

function choose(accepted: string): Encoding {
  const weights = weightsOf(accepted);
  let best: Encoding = "identity";
  let most = 0;
  for (const encoding of OURS) {
    // What is not named is refused, except the bytes as they are, which are merely the last choice.
    const weight =
      weights.get(encoding) ?? weights.get("*") ?? (encoding === "identity" ? 1e-6 : 0);
    if (weight > most) [best, most] = [encoding, weight];
  }
  return best;
}

function weightsOf(accepted: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const item of accepted.toLowerCase().split(",")) {
    const [name = "", ...parameters] = item.split(";").map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    const value = weight === undefined ? 1 : Number(weight.slice(2));
    if (name !== "")
      weights.set(name === "x-gzip" ? "gzip" : name, Number.isNaN(value) ? 0 : value);
  }
  return weights;
}

/** Whether bytes of this type become smaller when packed. Pictures and fonts are packed already. */
export function isCompressible(type: string): boolean {
  const essence = type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return (
    essence.startsWith("text/") ||
    essence.endsWith("+xml") ||
    essence.endsWith("+json") ||
    ["application/json", "application/javascript", "application/xml"].includes(essence)
  );
}

/** Below this many bytes packing saves less than the header that says so. */
export const SMALLEST_PACKED = 512;

/** `quick` is for an answer that someone waits for, `thorough` (a tenth smaller, 30 times the work) for one kept. */
export type Effort = "quick" | "thorough";

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** The bytes in the given form. Runs on Node's worker threads, not on the one that answers. */
export function packed(body: Buffer, encoding: Encoding, effort: Effort): Promise<Buffer> {
  switch (encoding) {
    case "identity":
      return Promise.resolve(body);
    case "gzip":
      return gzipped(body, { level: 6 });
    case "br":
      return brotlied(body, {
        params: {
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_QUALITY]: effort === "quick" ? 5 : 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      });
  }
}
