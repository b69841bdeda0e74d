import { Client } from "pg";
import { z } from "zod";

import type { Query } from "#knowledge/search/query";
import { readWords } from "#knowledge/search/words";

import { barestSql, facetSql, type Statement } from "./barest-sql";

/** The first incidents of a query and how many there are. */
export const Brought = z.object({ total: z.number(), slugs: z.array(z.string()) });
export type Brought = z.infer<typeof Brought>;

/** Milliseconds after which a statement is given up. */
export const longestStatement = 2_000;

/** PostgreSQL's code for a statement that was given up. */
const givenUp = "57014";

/** Searches by hand-written SQL over one connection of `pg`, without the program. */
export class BarestSearch {
  readonly #client: Client;
  readonly #all: number;

  private constructor(client: Client, all: number) {
    this.#client = client;
    this.#all = all;
  }

  /** How many public incidents the database has. */
  get incidents(): number {
    return this.#all;
  }

  static async open(databaseUrl: string): Promise<BarestSearch> {
    const client = new Client({
      connectionString: databaseUrl,
      statement_timeout: longestStatement,
    });
    await client.connect();
    const { rows } = await client.query(
      `SELECT count(*)::int AS "all" FROM "Incident" WHERE "visibility" = 'public'`,
    );
    return new BarestSearch(client, z.tuple([z.object({ all: z.number() })]).parse(rows)[0].all);
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  /** Null: it took too long, and was given up. */
  async find(query: Query): Promise<Brought | null> {
    const rows = await this.#run(barestSql({ query, all: this.#all }));
    return rows && Brought.parse(rows[0]);
  }

  /** Finds the same, and has what words find in the order of PostgreSQL's own ranking. */
  async findRanked(query: Query): Promise<Brought | null> {
    const rows = await this.#run(barestSql({ query, all: this.#all, isRanked: true }));
    return rows && Brought.parse(rows[0]);
  }

  /** Counts the figures of the facets within what is found; gives how many figures there are. */
  async countFacets(query: Query): Promise<number | null> {
    return (await this.#run(facetSql({ query, all: this.#all })))?.length ?? null;
  }

  /**
   * Whether the statement means exactly what the search means: not where a word occurs nowhere, since
   * the search then takes words like it.
   */
  async meansTheSame(query: Query): Promise<boolean> {
    const { words } = readWords(query.q);
    const [row] =
      (await this.#run({
        text: `SELECT bool_or(l."lexeme" IS NULL OR l."documents" = 0) AS "isNowhere"
        FROM unnest($1::text[]) AS a("text"),
          unnest(tsvector_to_array(to_tsvector('english', replace(a."text", '-', ' ')))) AS x("lexeme")
        LEFT JOIN "Lexeme" l USING ("lexeme")`,
        values: [words],
      })) ?? [];
    return z.object({ isNowhere: z.boolean().nullable() }).parse(row).isNowhere !== true;
  }

  async #run({ text, values }: Statement): Promise<unknown[] | null> {
    try {
      return (await this.#client.query(text, [...values])).rows;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === givenUp) return null;
      throw error;
    }
  }
}
