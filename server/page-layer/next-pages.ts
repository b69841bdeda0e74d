import { paths } from "#app/paths";

import { isNextsNotFound, type Next, type Rendered, rendered } from "./captured-response";
import { originHeaders } from "./inbound";

type Asking = {
  next: Next;
  publicUrl: URL;
  /** Stands as a nonce on what is Next's own. */
  mark: string;
  /** Milliseconds after which a page that is still being rendered is given up. */
  deadline: number;
};

/** What a page is asked for with, besides its address: for one reader alone. */
type ForOne = { cookie?: string; posted?: URLSearchParams };

// Next sends a page's title and description behind its body unless the reader is one of the robots
// that read only the head. The layer reads for everyone, so it asks as one of them.
const READS_ONLY_THE_HEAD = "Twitterbot (page layer)";

/** The pages as Next makes them: asked for always in the same way, whoever is to read them. */
export class NextPages {
  readonly #asking: Asking;
  readonly #headers: Record<string, string>;

  constructor(asking: Asking) {
    this.#asking = asking;
    this.#headers = {
      ...originHeaders(asking.publicUrl),
      accept: "*/*",
      "user-agent": READS_ONLY_THE_HEAD,
      "content-security-policy": `script-src 'nonce-${asking.mark}'`,
    };
  }

  /** What Next answers at this address, or our own page where it says that there is none. */
  async rendered(url: string, { cookie, posted }: ForOne = {}): Promise<Rendered> {
    const headers = { ...this.#headers, ...(cookie !== undefined && { cookie }) };
    const first = await this.#asked({ url, headers, ...(posted && { posted }) });
    const answered = isNextsNotFound(first)
      ? await this.#asked({ url: paths.notFound(), headers })
      : first;
    const { absent } = answered.notes;
    return absent !== null && answered.status === 200 ? { ...answered, status: absent } : answered;
  }

  #asked(asked: Parameters<typeof rendered>[1]): Promise<Rendered> {
    return rendered(this.#asking.next, asked, this.#asking.deadline);
  }
}
