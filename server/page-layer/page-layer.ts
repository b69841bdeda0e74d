import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

import { readingAs, type Audience } from "#knowledge/people/audience";

import { addressOf, type KnownParameters } from "./address";
import { answerForOne } from "./answer";
import type { Next } from "./captured-response";
import { prepared } from "./content";
import { asksForPageData, hasCookie } from "./inbound";
import type { KeptFigures } from "./kept-answers";
import { formLimit, isRead, refusal, takes, turnedAway } from "./methods";
import { NextPages } from "./next-pages";
import { passToNext } from "./passing";
import { newRequestId } from "./plain-pages";
import { everyResponse } from "./policy";
import { readPostedForm } from "./posted-form";
import { type Outcome, PublicPages, type Shared } from "./public-pages";
import { remembered } from "./reachability";
import { faultReply, logFault, pageReply, type Reply, sendReply, wordReply } from "./replies";

/** Whether the process can serve; `why` says what is missing. */
export type Readiness = { ok: boolean; why?: string };

export type PageLayerOptions = {
  /** Next's request handler. */
  next: Next;
  /** The only origin that pages and links are built from, such as `https://incidents.example`. */
  publicUrl: string;
  /** Most bytes of answers to keep. */
  cacheBytes: number;
  knownParameters: KnownParameters;
  ready: () => Promise<Readiness>;
  databaseReachable: () => boolean | Promise<boolean>;
  /** HTML without script and style, shown with 503 while the database is away. */
  unavailablePage: string;
  /** Names of the cookies by which an answer is for one person, and made for them alone. */
  ownCookies?: readonly string[];
  /** Whether a request with these cookies may see what stands at a path; without it everybody may. */
  admits?: (path: string, cookies: string) => boolean | Promise<boolean>;
  /** For whom is read what a request with these cookies asks for; without it for visitors. */
  audienceOf?: (cookies: string) => Promise<Audience>;
  /** Milliseconds of the epoch. */
  now?: () => number;
  /** Milliseconds after which a page that is still being rendered is given up. */
  renderDeadline?: number;
};

/** `hits` and `misses` count the requests for what may be kept, since the layer was made. */
type LayerFigures = KeptFigures & { hits: number; misses: number };

export type PageLayer = {
  /** Answers a request: a listener for `node:http`. Never throws. */
  serve: (request: IncomingMessage, response: ServerResponse) => void;
  /** Forgets what shows one of these, kept or being rendered. `"*"` stands for everything. */
  drop: (tags: readonly string[]) => void;
  clear: () => void;
  /**
   * Stops trusting what is kept, since changes are no longer heard of: every page is rendered and
   * none kept. What was kept before answers only while the database is away, because then nothing
   * newer could be shown.
   */
  suspend: () => void;
  /** Trusts again, beginning with nothing kept. */
  resume: () => void;
  figures: () => LayerFigures;
};

const RENDER_DEADLINE = 20_000;
const MOST_ALIASES = 5000;
const LONGEST_ALIAS = 500;

/** The thin layer in front of Next: it answers from memory, and Next renders what is not there. */
export function createPageLayer(options: PageLayerOptions): PageLayer {
  const layer = new Layer(options);
  const { pages } = layer;
  return {
    serve: (request, response) => layer.serve(request, response),
    drop: (tags) => pages.drop(tags),
    clear: () => pages.clear(),
    suspend: () => pages.suspend(),
    resume: () => pages.resume(),
    figures: () => ({ ...pages.figures(), ...layer.counts }),
  };
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "").split("?", 1)[0] ?? "";
}

class Layer {
  readonly pages: PublicPages;
  readonly counts = { hits: 0, misses: 0 };
  readonly #options: PageLayerOptions;
  readonly #publicUrl: URL;
  readonly #always: readonly string[];
  readonly #databaseReachable: () => Promise<boolean>;
  readonly #nextPages: NextPages;
  /** Canonical addresses of request lines seen before, so that a hit need not read its address. */
  readonly #aliases = new Map<string, string>();
  /** Stands as a nonce on what is Next's own, and is taken out before anything leaves. */
  readonly #mark = randomBytes(24).toString("hex");

  constructor(options: PageLayerOptions) {
    this.#options = options;
    this.#publicUrl = new URL(options.publicUrl);
    this.#always = everyResponse(this.#publicUrl);
    this.#databaseReachable = remembered(options.databaseReachable);
    this.#nextPages = new NextPages({
      next: options.next,
      publicUrl: this.#publicUrl,
      mark: this.#mark,
      deadline: options.renderDeadline ?? RENDER_DEADLINE,
    });
    this.pages = new PublicPages({
      cacheBytes: options.cacheBytes,
      // Whoever causes the render: what is kept is for everyone.
      render: (url) => readingAs("visitors", () => this.#nextPages.rendered(url)),
      mark: this.#mark,
      always: this.#always,
      databaseReachable: this.#databaseReachable,
      now: options.now ?? Date.now,
    });
  }

  serve(request: IncomingMessage, response: ServerResponse): void {
    try {
      if (this.#serveAtHand(request, response)) return;
      this.#serveOther(request, response).catch((error: unknown) => {
        this.#fail(request, response, error);
      });
    } catch (error) {
      this.#fail(request, response, error);
    }
  }

  // The way of nearly every request. All others cost more than anything that is saved here.
  #serveAtHand(request: IncomingMessage, response: ServerResponse): boolean {
    const key = this.#aliases.get(request.url ?? "");
    if (key === undefined || !isRead(request) || this.#isOwn(request)) return false;
    if (asksForPageData(request.headers)) return false;
    const answer = this.pages.atHand(key);
    if (answer === undefined) return false;
    this.counts.hits += 1;
    answer.send(request, response);
    return true;
  }

  async #serveOther(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = addressOf(request.url ?? "", this.#options.knownParameters);
    if (address.kind === "refused" || !takes(address, request)) {
      this.#reply(response, refusal(request, address));
      return;
    }
    if (!(await this.#admits(request))) {
      this.#reply(response, turnedAway(request));
      return;
    }
    if (address.kind === "passed" || asksForPageData(request.headers)) {
      await this.#pass(request, response);
      return;
    }
    const limit = formLimit(address, request);
    if (limit !== null) {
      await this.#answerPosted(request, response, { key: address.key, limit });
      return;
    }
    await this.#answerPage(request, response, address);
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = { publicUrl: this.#publicUrl, always: this.#always };
    const audience = await this.#audienceOf(request);
    await readingAs(audience, () => passToNext(this.#options.next, request, response, origin));
  }

  async #answerPage(request: IncomingMessage, response: ServerResponse, address: Shared) {
    const reply = await this.#probed(address.key);
    if (reply) this.#reply(response, reply);
    else if (address.kind === "page" && this.#isOwn(request)) {
      await this.#answerOwn(request, response, { key: address.key });
    } else await this.#answerShared(request, response, address);
  }

  async #answerShared(request: IncomingMessage, response: ServerResponse, address: Shared) {
    this.#rememberAlias(request.url ?? "", address.key);
    const atHand = this.pages.atHand(address.key);
    this.counts[atHand ? "hits" : "misses"] += 1;
    const outcome = await (atHand
      ? { kind: "answer" as const, answer: atHand }
      : this.pages.answer(address));
    this.#finish(request, response, outcome);
  }

  /** Answers a form with a page made of it, which nobody else is ever given. */
  async #answerPosted(
    request: IncomingMessage,
    response: ServerResponse,
    { key, limit }: { key: string; limit: number },
  ): Promise<void> {
    const posted = await readPostedForm(request, limit);
    if (posted.kind === "refused") this.#reply(response, posted.reply);
    if (posted.kind === "form")
      await this.#answerOwn(request, response, { key, posted: posted.form });
  }

  /** Answers with a page made for this request, which nobody else is ever given. */
  async #answerOwn(
    request: IncomingMessage,
    response: ServerResponse,
    { key, posted }: { key: string; posted?: URLSearchParams },
  ): Promise<void> {
    try {
      const cookie = request.headers.cookie ?? "";
      const audience = await this.#audienceOf(request);
      const asked = { cookie, ...(posted && { posted }) };
      const answered = await readingAs(audience, () => this.#nextPages.rendered(key, asked));
      const use = posted && audience === "visitors" ? "posted" : "own";
      const made = prepared(answered, { mark: this.#mark, use, always: this.#always });
      if (made.kind === "failed") throw new Error(made.why);
      const answer = await answerForOne(made.content, request.headers["accept-encoding"]);
      answer.send(request, response);
    } catch (error) {
      if (await this.#databaseReachable()) throw error;
      this.#finish(request, response, { kind: "unavailable" });
    }
  }

  #finish(request: IncomingMessage, response: ServerResponse, outcome: Outcome): void {
    switch (outcome.kind) {
      case "answer":
        outcome.answer.send(request, response);
        return;
      case "failed":
        this.#reply(response, faultReply(outcome.id));
        return;
      case "unavailable":
        this.#reply(response, pageReply(503, this.#options.unavailablePage));
        return;
    }
  }

  /** What a monitor is told, which must not depend on Next. */
  async #probed(path: string): Promise<Reply | null> {
    if (path === "/healthz") return wordReply(200, "ok");
    if (path !== "/readyz") return null;
    const { ok, why } = await this.#options.ready();
    return ok ? wordReply(200, "ready") : wordReply(503, why ?? "not ready");
  }

  #fail(request: IncomingMessage, response: ServerResponse, fault: unknown): void {
    const id = newRequestId();
    logFault(id, request, fault);
    this.#reply(response, faultReply(id));
  }

  #reply(response: ServerResponse, reply: Reply): void {
    sendReply(response, reply, this.#always);
  }

  #isOwn(request: IncomingMessage): boolean {
    const { ownCookies = [] } = this.#options;
    return ownCookies.some((name) => hasCookie(request.headers.cookie, name));
  }

  #admits(request: IncomingMessage): boolean | Promise<boolean> {
    const { admits } = this.#options;
    if (!admits) return true;
    return admits(pathOf(request), request.headers.cookie ?? "");
  }

  /** While the database is away nobody is known, and there is nothing that could be read. */
  async #audienceOf({ headers: { cookie } }: IncomingMessage): Promise<Audience> {
    const { audienceOf } = this.#options;
    if (!audienceOf || cookie === undefined) return "visitors";
    try {
      return await audienceOf(cookie);
    } catch (error) {
      if (await this.#databaseReachable()) throw error;
      return "visitors";
    }
  }

  #rememberAlias(url: string, key: string): void {
    if (url.length > LONGEST_ALIAS) return;
    // Anyone can ask in endless ways for one page, so this may not grow; it fills again by itself.
    if (this.#aliases.size >= MOST_ALIASES) this.#aliases.clear();
    this.#aliases.set(url, key);
  }
}
