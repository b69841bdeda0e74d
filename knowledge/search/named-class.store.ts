import { z } from "zod";

import { rows } from "#knowledge/database/query";

import { namedIn, wordsIn, type ClassLabel, type NamedClass } from "./named-class";

const Label = z.object({ slug: z.string(), name: z.string(), label: z.string() });
const Form = z.object({ word: z.string(), form: z.string().nullable() });

/** The failure classes whose name or an alias a text has, each by the first that it has. */
export async function classesNamedIn(text: string): Promise<NamedClass[]> {
  const labels = await rows(
    Label,
    `SELECT "slug", "name", l."label" FROM "FailureClass", unnest("name" || "aka") WITH ORDINALITY AS l("label", "number")
     ORDER BY "slug", l."number"`,
  );
  const words = new Set([text, ...labels.map(({ label }) => label)].flatMap(wordsIn));
  const forms = await formsOf([...words]);
  return namedIn(text, labels satisfies ClassLabel[], (word) => forms.get(word) ?? word);
}

/** The form that stands for a word in all its endings; a little word (`no`, `down`) is its own. */
async function formsOf(words: readonly string[]): Promise<Map<string, string>> {
  const found = await rows(
    Form,
    `SELECT "word", (ts_lexize('english_stem', "word"))[1] AS "form" FROM unnest($1::text[]) AS w("word")`,
    [words],
  );
  return new Map(found.map(({ word, form }) => [word, form ?? word]));
}
